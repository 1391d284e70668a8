package io.github.arazzojunit.stub.inputs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** What a scalar is in a text, where there are no types. */
final class Scalars {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?");

    private Scalars() {}

    /** The value, then what else it may be taken for. */
    static List<JsonNode> readings(JsonNode value) {
        if (value.isNumber() || value.isBoolean()) {
            return List.of(value, TextNode.valueOf(value.asText()));
        }
        if (!value.isTextual()) {
            return List.of(value);
        }
        String text = value.textValue();
        if (NUMBER.matcher(text).matches()) {
            BigDecimal number = new BigDecimal(text);
            return List.of(
                    value,
                    number.scale() <= 0
                            ? JsonNodeFactory.instance.numberNode(number.toBigInteger())
                            : DecimalNode.valueOf(number));
        }
        return text.equals("true") || text.equals("false")
                ? List.of(value, BooleanNode.valueOf(text.equals("true")))
                : List.of(value);
    }
}
