package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;

/** Keywords that compare whole values: numbers are the same when their values are, however they are written. */
final class ComparingKeyword extends AbstractKeyword {

    private final Keyword ordinary;

    ComparingKeyword(Keyword ordinary) {
        super(ordinary.getValue());
        this.ordinary = ordinary;
    }

    @Override
    public KeywordValidator newValidator(SchemaLocation location, JsonNode value, Schema schema, SchemaContext context)
            throws Exception {
        return new Validator(
                location, value, schema, context, ordinary.newValidator(location, decimals(value), schema, context));
    }

    private final class Validator extends BaseKeywordValidator {

        private final KeywordValidator comparing;

        Validator(
                SchemaLocation location,
                JsonNode value,
                Schema schema,
                SchemaContext context,
                KeywordValidator comparing) {
            super(ComparingKeyword.this, value, location, schema, context);
            this.comparing = comparing;
        }

        @Override
        public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath place) {
            comparing.validate(context, decimals(value), root, place);
        }
    }

    /** Decimal nodes are equal when their values are; the other kinds of number are never equal to one of another kind. */
    private static JsonNode decimals(JsonNode value) {
        if (value.isNumber()) {
            return DecimalNode.valueOf(value.decimalValue());
        }
        if (value.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> items.add(decimals(item)));
            return items;
        }
        if (value.isObject()) {
            ObjectNode members = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(member -> members.set(member.getKey(), decimals(member.getValue())));
            return members;
        }
        return value;
    }
}
