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

/** {@code readOnly} or {@code writeOnly} of a member; the library's own does not look at the value of the keyword. */
final class HidingKeyword extends AbstractKeyword {

    private final Direction direction;

    /** @param direction the one that the keyword is about */
    HidingKeyword(Direction direction) {
        super(direction.hidingKeyword());
        this.direction = direction;
    }

    @Override
    public KeywordValidator newValidator(SchemaLocation location, JsonNode says, Schema schema, SchemaContext context) {
        return new Validator(location, says, schema, context);
    }

    private final class Validator extends BaseKeywordValidator {

        Validator(SchemaLocation location, JsonNode says, Schema schema, SchemaContext context) {
            super(HidingKeyword.this, says, location, schema, context);
        }

        @Override
        public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath place) {
            boolean member = place.getNameCount() > 0;
            if (member && schemaNode.asBoolean() && Direction.of(context.getExecutionConfig()) == direction) {
                String message = direction == Direction.REQUEST
                        ? "is read-only, so a request must not carry it"
                        : "is write-only, so a response must not carry it";
                context.addError(SchemaRemarks.error(context, getKeyword(), place, getSchemaLocation(), message));
            }
        }
    }
}
