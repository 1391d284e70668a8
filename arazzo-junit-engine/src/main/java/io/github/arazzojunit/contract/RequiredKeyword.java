package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;

/** {@code required}, except for members that the direction hides. */
final class RequiredKeyword extends AbstractKeyword {

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
            Direction direction =
                    Boolean.TRUE.equals(context.getExecutionConfig().getReadOnly())
                            ? Direction.REQUEST
                            : Direction.RESPONSE;
            for (JsonNode name : schemaNode) {
                String member = name.asText();
                if (!value.has(member)
                        && !hiddenMembers.isHidden(getParentSchema().getSchemaLocation(), member, direction)) {
                    context.addError(Error.builder()
                            .keyword(getKeyword())
                            .instanceLocation(place)
                            .instanceNode(value)
                            .schemaLocation(getSchemaLocation())
                            .evaluationPath(context.getEvaluationPath())
                            .message("the required member '" + member + "' is missing")
                            .build());
                }
            }
        }
    }
}
