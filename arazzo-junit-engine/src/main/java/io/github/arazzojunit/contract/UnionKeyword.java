package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.stream.StreamSupport;

/**
 * {@code oneOf} and {@code anyOf}. Beside a discriminator its value names the one schema that counts; where it names
 * none, the ordinary rule of the keyword decides, unless a mapping lists all values that may occur. A {@code oneOf} of
 * named schemas is a choice of types: {@link TypeChoice}.
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
        KeywordValidator undecided = undecided(location, branches, schema, context);
        JsonNode property = schema.getSchemaNode().path("discriminator").path("propertyName");
        return property.isTextual()
                ? new Validator(location, branches, schema, context, undecided, property.textValue())
                : undecided;
    }

    private KeywordValidator undecided(SchemaLocation location, JsonNode branches, Schema schema, SchemaContext context)
            throws Exception {
        boolean named = StreamSupport.stream(branches.spliterator(), false).allMatch(branch -> branch.has("$ref"));
        return getValue().equals("oneOf") && named
                ? new TypeChoice(this, location, branches, schema, context)
                : ordinary.newValidator(location, branches, schema, context);
    }

    private final class Validator extends BaseKeywordValidator {

        private final KeywordValidator undecided;
        private final String property;
        private final List<Schema> branches;

        Validator(
                SchemaLocation location,
                JsonNode branches,
                Schema schema,
                SchemaContext context,
                KeywordValidator undecided,
                String property) {
            super(UnionKeyword.this, branches, location, schema, context);
            this.undecided = undecided;
            this.property = property;
            this.branches = branches(location, branches, schema, context);
        }

        @Override
        public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath place) {
            JsonNode name = value.path(property);
            if (!name.isTextual()) {
                undecided.validate(context, value, root, place);
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
                undecided.validate(context, value, root, place);
            } else {
                String message = "'" + name.textValue() + "' names no schema; the discriminator knows "
                        + String.join(", ", mapped);
                context.addError(SchemaRemarks.error(
                        context, getKeyword(), place.append(property), getSchemaLocation(), message));
            }
        }
    }

    static List<Schema> branches(SchemaLocation location, JsonNode branches, Schema schema, SchemaContext context) {
        return IntStream.range(0, branches.size())
                .mapToObj(i -> context.newSchema(location.append(i), branches.get(i), schema))
                .toList();
    }
}
