package io.github.arazzojunit.criterion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/**
 * A value that JSONPath and JSON Pointers are applied to. JSON text in a string is parsed (AMB-45, AMB-70).
 *
 * @param notes says so
 */
record JsonContext(JsonNode value, List<String> notes) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false)
            .build();

    static JsonContext of(JsonNode context) throws UnusableConditionException {
        if (!context.isTextual()) {
            return new JsonContext(context, List.of());
        }
        try {
            JsonNode parsed = MAPPER.readTree(context.textValue());
            if (parsed.isContainerNode()) {
                return new JsonContext(parsed, List.of("the context is a string; the JSON text in it was parsed"));
            }
        } catch (JsonProcessingException e) {
            throw new UnusableConditionException("the context is a string that is not JSON: " + e.getOriginalMessage());
        }
        throw new UnusableConditionException("the context is a string that is not JSON text of an object or array");
    }
}
