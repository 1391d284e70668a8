package io.github.arazzojunit.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Reads parameters as values of a type, and collects a message for each that has none. Not thread-safe. */
final class ParameterReader {

    private final Parameters parameters;
    private final List<String> problems = new ArrayList<>();

    ParameterReader(Parameters parameters) {
        this.parameters = parameters;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    /** An empty or blank value counts as absent: builds pass unset properties that way. */
    Optional<String> text(String key) {
        return parameters.get(key).map(String::strip).filter(value -> !value.isEmpty());
    }

    Optional<List<String>> list(String key) {
        return text(key).map(CommaList::parse);
    }

    boolean flag(String key, boolean otherwise) {
        return value(key, "'true' or 'false'", text -> switch (text.toLowerCase(Locale.ROOT)) {
                    case "true" -> Optional.of(true);
                    case "false" -> Optional.of(false);
                    default -> Optional.empty();
                })
                .orElse(otherwise);
    }

    int positive(String key, int otherwise) {
        return value(
                        key,
                        "a positive whole number",
                        text -> Optional.of(text)
                                .filter(digits -> digits.matches("[0-9]{1,9}"))
                                .map(Integer::valueOf)
                                .filter(number -> number > 0))
                .orElse(otherwise);
    }

    Optional<Integer> port(String key) {
        return value(
                key,
                "a port from 1 to 65535",
                text -> text.matches("[1-9][0-9]{0,4}")
                        ? Optional.of(Integer.valueOf(text)).filter(port -> port <= 65535)
                        : Optional.empty());
    }

    Optional<Long> whole(String key) {
        return value(key, "a whole number", text -> {
            try {
                return Optional.of(Long.valueOf(text));
            } catch (NumberFormatException notWhole) {
                return Optional.empty();
            }
        });
    }

    Optional<Duration> duration(String key) {
        return value(key, Durations.VALID, Durations::parse);
    }

    Duration positiveDuration(String key, Duration otherwise) {
        return value(
                        key,
                        "longer than nothing, written as " + Durations.VALID,
                        text -> Durations.parse(text).filter(duration -> !duration.isZero()))
                .orElse(otherwise);
    }

    /** In bytes. */
    long size(String key, long max, long otherwise) {
        return value(
                        key,
                        Sizes.VALID + ", at most " + max + " bytes",
                        text -> Sizes.parse(text).filter(bytes -> bytes <= max))
                .orElse(otherwise);
    }

    Optional<Path> path(String key) {
        return value(key, "a path of this file system", text -> {
            try {
                return Optional.of(Path.of(text));
            } catch (InvalidPathException notAPath) {
                return Optional.empty();
            }
        });
    }

    Optional<Pattern> pattern(String key) {
        return value(key, "a regular expression of java.util.regex.Pattern", text -> {
            try {
                return Optional.of(Pattern.compile(text));
            } catch (PatternSyntaxException notAPattern) {
                return Optional.empty();
            }
        });
    }

    /** A constant by its spelling in the configuration, see {@link #spelling}. */
    <E extends Enum<E>> E choice(String key, E otherwise) {
        return choice(key, otherwise.getDeclaringClass()).orElse(otherwise);
    }

    <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
        E[] constants = type.getEnumConstants();
        String valid = Arrays.stream(constants)
                .map(constant -> "'" + spelling(constant) + "'")
                .collect(Collectors.joining(", "));
        return value(
                key,
                "one of " + valid,
                text -> Arrays.stream(constants)
                        .filter(constant -> spelling(constant).equalsIgnoreCase(text))
                        .findFirst());
    }

    /** Values of all keys with this prefix, by the rest of the key. */
    Map<String, String> prefixed(String prefix) {
        Map<String, String> values = new TreeMap<>();
        for (String key : parameters.keySet()) {
            if (key.startsWith(prefix) && key.length() > prefix.length()) {
                parameters.get(key).ifPresent(value -> values.put(key.substring(prefix.length()), value));
            }
        }
        return values;
    }

    /** From 0 to 100. */
    Optional<Double> percentage(String key) {
        return value(
                key,
                "a percentage from 0 to 100",
                text -> Optional.of(text)
                        .filter(digits -> digits.matches("[0-9]{1,3}(\\.[0-9]+)?"))
                        .map(Double::valueOf)
                        .filter(percent -> percent <= 100));
    }

    void reject(String key, String value, String valid) {
        problems.add("The configuration parameter '" + key + "' has the value '" + value
                + "', which is not valid. Valid: " + valid + ".");
    }

    private <T> Optional<T> value(String key, String valid, Function<String, Optional<T>> parser) {
        Optional<String> text = text(key);
        Optional<T> value = text.flatMap(parser);
        if (text.isPresent() && value.isEmpty()) {
            reject(key, text.get(), valid);
        }
        return value;
    }

    private static String spelling(Enum<?> constant) {
        return constant.name().replace("STATUS_", "").toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
