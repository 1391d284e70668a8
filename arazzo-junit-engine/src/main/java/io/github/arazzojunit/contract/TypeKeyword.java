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
import java.util.Set;

/** {@code type}; a type that does not exist, such as {@code double}, allows every value instead of none. */
final class TypeKeyword extends AbstractKeyword {

    private static final Set<String> TYPES =
            Set.of("object", "array", "string", "number", "integer", "boolean", "null");

    private final Keyword ordinary;

    TypeKeyword(Keyword ordinary) {
        super(ordinary.getValue());
        this.ordinary = ordinary;
    }

    @Override
    public KeywordValidator newValidator(SchemaLocation location, JsonNode type, Schema schema, SchemaContext context)
            throws Exception {
        return !type.isTextual() || TYPES.contains(type.textValue())
                ? ordinary.newValidator(location, type, schema, context)
                : new Validator(location, type, schema, context);
    }

    private final class Validator extends BaseKeywordValidator {

        Validator(SchemaLocation location, JsonNode type, Schema schema, SchemaContext context) {
            super(TypeKeyword.this, type, location, schema, context);
        }

        @Override
        public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath place) {
            String message = "'" + schemaNode.textValue() + "' is no type, so every value is allowed here";
            SchemaRemarks.add(context, getKeyword(), place, getSchemaLocation(), message);
        }
    }
}
