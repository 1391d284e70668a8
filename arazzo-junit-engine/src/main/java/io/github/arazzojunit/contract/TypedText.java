package io.github.arazzojunit.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;

/**
 * A text from outside of any document, such as a configuration parameter, whose type only a schema can tell: for a
 * schema of texts {@code 9e3} and {@code null} are what somebody typed, for one of numbers the first is a number.
 */
record TypedText(String text) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /**
     * The value of the first type that fits and writes the text as it is, otherwise of the first that fits. A text that
     * fits none stays one, so that the schema refuses it.
     *
     * @param types names of JSON Schema in the order of preference; empty takes JSON where the text is JSON
     */
    JsonNode as(List<String> types) {
        Optional<JsonNode> json = json();
        if (types.isEmpty()) {
            return json.orElseGet(this::plain);
        }
        return types.stream()
                .filter(type -> json.filter(value -> isWrittenAlike(value) && fits(value, type))
                                .isPresent()
                        || type.equals("string"))
                .findFirst()
                .or(() -> types.stream()
                        .filter(type -> json.filter(value -> fits(value, type)).isPresent())
                        .findFirst())
                .filter(type -> !type.equals("string"))
                .flatMap(type -> json)
                .orElseGet(this::plain);
    }

    private JsonNode plain() {
        return TextNode.valueOf(text);
    }

    private Optional<JsonNode> json() {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** Blanks in objects and lists mean nothing, while a number can be written in several ways. */
    private boolean isWrittenAlike(JsonNode value) {
        return value.isContainerNode() || value.toString().equals(text.strip());
    }

    private static boolean fits(JsonNode value, String type) {
        return switch (type) {
            case "integer" ->
                value.isIntegralNumber()
                        || value.isNumber()
                                && value.decimalValue().stripTrailingZeros().scale() <= 0;
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            default -> false;
        };
    }
}
