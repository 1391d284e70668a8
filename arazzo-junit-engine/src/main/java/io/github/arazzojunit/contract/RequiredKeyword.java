package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** {@code required}, except for members that the direction hides. */
final class RequiredKeyword extends AbstractKeyword {

    /** Keywords whose schemas are about the same value. */
    private static final Set<String> IN_PLACE =
            Set.of("$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "if", "then", "else");

    private final HiddenMembers hiddenMembers;

    RequiredKeyword(HiddenMembers hiddenMembers) {
        super("required");
        this.hiddenMembers = hiddenMembers;
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode names, Schema schema, SchemaContext context) {
        return new Validator(location, names, schema, context);
    }

    private final class Validator extends BaseKeywordValidator {

        Validator(SchemaLocation location, JsonNode names, Schema schema, SchemaContext context) {
            super(RequiredKeyword.this, names, location, schema, context);
        }

        @Override
        public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath place) {
            if (!value.isObject() || !schemaNode.isArray()) {
                return;
            }
            Direction direction = Direction.of(context.getExecutionConfig());
            for (JsonNode name : schemaNode) {
                String member = name.asText();
                if (!value.has(member) && !hiddenMembers.isHidden(schemasOfValue(context), member, direction)) {
                    context.addError(SchemaRemarks.error(
                            context,
                            getKeyword(),
                            place,
                            getSchemaLocation(),
                            "the required member '" + member + "' is missing"));
                }
            }
        }

        /**
         * The schemas on the way from the one that the value was asked to satisfy to this one: a member may be declared
         * in any branch that it took. The keyword itself ends the path.
         */
        private List<SchemaLocation> schemasOfValue(ExecutionContext context) {
            NodePath path = context.getEvaluationPath();
            Iterator<Schema> schemas = context.getEvaluationSchema().descendingIterator();
            List<SchemaLocation> locations = new ArrayList<>();
            locations.add(schemas.next().getSchemaLocation());
            for (int i = path.getNameCount() - 2; i >= 0 && schemas.hasNext(); i--) {
                String element = path.getElement(i).toString();
                if (path.getElement(i) instanceof Integer) {
                    continue;
                }
                if (!IN_PLACE.contains(element)) {
                    break;
                }
                locations.add(schemas.next().getSchemaLocation());
            }
            return locations;
        }
    }
}
