package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@code oneOf} and {@code anyOf} beside a discriminator: its value names the one schema that counts. Where it names
 * none, the ordinary rule of the keyword decides, unless a mapping lists all values that may occur.
 */
final class UnionKeyword extends AbstractKeyword {

    private final Keyword ordinary;
    private final Discriminators discriminators;

    UnionKeyword(Keyword ordinary, Discriminators discriminators) {
        super(ordinary.getValue());
        this.ordinary = ordinary;
        this.discriminators = discriminators;
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode branches, Schema schema, SchemaContext context) throws Exception {
        KeywordValidator validator = ordinary.newValidator(location, branches, schema, context);
        JsonNode property = schema.getSchemaNode().path("discriminator").path("propertyName");
        return property.isTextual()
                ? new Validator(location, branches, schema, context, validator, property.textValue())
                : validator;
    }

    private final class Validator extends BaseKeywordValidator {

        private final KeywordValidator ordinary;
        private final String property;
        private final List<Schema> branches;

        Validator(
                SchemaLocation location,
                JsonNode branches,
                Schema schema,
                SchemaContext context,
                KeywordValidator ordinary,
                String property) {
            super(UnionKeyword.this, branches, location, schema, context);
            this.ordinary = ordinary;
            this.property = property;
            this.branches = IntStream.range(0, branches.size())
                    .mapToObj(i -> context.newSchema(location.append(i), branches.get(i), schema))
                    .toList();
        }

        @Override
        public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath place) {
            JsonNode name = value.path(property);
            if (!name.isTextual()) {
                ordinary.validate(context, value, root, place);
                return;
            }
            SchemaLocation schema = getParentSchema().getSchemaLocation();
            Optional<Integer> branch = discriminators.branch(schema, getKeyword(), name.textValue());
            List<String> mapped = discriminators.mappedValues(schema);
            if (branch.isPresent()) {
                context.evaluationPathAddLast(branch.get());
                branches.get(branch.get()).validate(context, value, root, place);
                context.evaluationPathRemoveLast();
            } else if (mapped.isEmpty() || mapped.contains(name.textValue())) {
                ordinary.validate(context, value, root, place);
            } else {
                context.addError(Error.builder()
                        .keyword(getKeyword())
                        .instanceLocation(place.append(property))
                        .instanceNode(name)
                        .schemaLocation(getSchemaLocation())
                        .evaluationPath(context.getEvaluationPath())
                        .message("'" + name.textValue() + "' names no schema; the discriminator knows "
                                + String.join(", ", mapped))
                        .build());
            }
        }
    }
}
