package io.github.arazzojunit.config;

import io.github.arazzojunit.Constants;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The parameters that are inputs of workflows. Immutable. */
final class InputParameters {

    private final Map<String, String> values;

    private InputParameters(Map<String, String> values) {
        this.values = values;
    }

    static InputParameters read(ParameterReader reader, EnvironmentVariables environment) {
        Map<String, String> values = new TreeMap<>();
        reader.prefixed(Constants.INPUTS_PROPERTY_PREFIX)
                .forEach((rest, text) ->
                        values.put(rest, environment.replaceIn(Constants.INPUTS_PROPERTY_PREFIX + rest, text, reader)));
        return new InputParameters(values);
    }

    /** What follows the prefix. */
    Set<String> keys() {
        return values.keySet();
    }

    Map<String, String> of(String workflowId) {
        Map<String, String> inputs = new LinkedHashMap<>();
        values.forEach((rest, value) -> {
            if (rest.indexOf('.') < 0) {
                inputs.put(rest, value);
            }
        });
        String prefix = workflowId + ".";
        values.forEach((rest, value) -> {
            if (rest.startsWith(prefix) && rest.length() > prefix.length()) {
                inputs.put(rest.substring(prefix.length()), value);
            }
        });
        return inputs;
    }
}
