package io.github.arazzojunit.config;

import io.github.arazzojunit.Constants;
import io.github.arazzojunit.config.SecurityKey.Field;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parameters that are credentials; no message shows their values. */
final class SecurityParameters {

    private static final String VALID_KEYS = "the key " + Constants.SECURITY_PROPERTY_PREFIX
            + "<source>.<scheme> followed by "
            + Stream.of(Field.values()).map(field -> "." + field).collect(Collectors.joining(", "));

    private SecurityParameters() {}

    static Map<SecurityKey, String> read(ParameterReader reader, EnvironmentVariables environment) {
        Map<SecurityKey, String> values = new TreeMap<>();
        reader.prefixed(Constants.SECURITY_PROPERTY_PREFIX).forEach((rest, text) -> {
            String key = Constants.SECURITY_PROPERTY_PREFIX + rest;
            parse(rest)
                    .ifPresentOrElse(
                            parsed -> values.put(parsed, environment.replaceIn(key, text.strip(), reader)),
                            () -> reader.reject(key, "***", VALID_KEYS));
        });
        values.values().removeIf(String::isEmpty);
        return Map.copyOf(values);
    }

    /** Names of sources have no dots, names of schemes may have some. */
    private static Optional<SecurityKey> parse(String rest) {
        int first = rest.indexOf('.');
        int last = rest.lastIndexOf('.');
        return first <= 0 || last <= first + 1
                ? Optional.empty()
                : Field.of(rest.substring(last + 1))
                        .map(field ->
                                new SecurityKey(rest.substring(0, first), rest.substring(first + 1, last), field));
    }
}
