package io.github.arazzojunit.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.Constants;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The parameters that are inputs of workflows. Immutable. */
final class InputParameters {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Map<String, JsonNode> values;

    private InputParameters(Map<String, JsonNode> values) {
        this.values = values;
    }

    static InputParameters read(ParameterReader reader, EnvironmentVariables environment) {
        Map<String, JsonNode> values = new TreeMap<>();
        reader.prefixed(Constants.INPUTS_PROPERTY_PREFIX)
                .forEach((rest, text) -> values.put(
                        rest, value(environment.replaceIn(Constants.INPUTS_PROPERTY_PREFIX + rest, text, reader))));
        return new InputParameters(values);
    }

    Map<String, JsonNode> of(String workflowId) {
        Map<String, JsonNode> inputs = new LinkedHashMap<>();
        values.forEach((rest, value) -> {
            if (rest.indexOf('.') < 0) {
                inputs.put(rest, value.deepCopy());
            }
        });
        String prefix = workflowId + ".";
        values.forEach((rest, value) -> {
            if (rest.startsWith(prefix) && rest.length() > prefix.length()) {
                inputs.put(rest.substring(prefix.length()), value.deepCopy());
            }
        });
        return inputs;
    }

    private static JsonNode value(String text) {
        if (text.isBlank()) {
            return TextNode.valueOf(text);
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return TextNode.valueOf(text);
        }
    }
}
