package io.github.arazzojunit.config;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A place in the responses of operations where violations of the description do not count.
 *
 * @param operation what the {@code operationId}, or method and path, has to be like
 * @param pointer what the JSON pointer into the body has to be like; empty for everything about the response
 */
public record IgnoredPlace(Pattern operation, Optional<Pattern> pointer) {

    static final String VALID = "operationId and JSON pointer such as 'getPet#/owner/name', separated by commas;"
            + " '*' stands for any text, in a pointer for any one member, '**' for any number of them";

    /** Empty for a text that is neither. */
    static Optional<IgnoredPlace> parse(String text) {
        int hash = text.indexOf('#');
        String operation = hash < 0 ? text : text.substring(0, hash).strip();
        Optional<String> pointer = hash < 0 ? Optional.empty() : Optional.of(text.substring(hash + 1));
        boolean valid = !operation.isEmpty()
                && pointer.filter(path -> !path.isEmpty() && !path.startsWith("/"))
                        .isEmpty();
        return valid
                ? Optional.of(new IgnoredPlace(
                        Pattern.compile(literally(operation, ".*")), pointer.map(IgnoredPlace::pointerPattern)))
                : Optional.empty();
    }

    private static Pattern pointerPattern(String pointer) {
        String pattern = Stream.of(pointer.split("/", -1))
                .skip(1)
                .map(token -> token.equals("**") ? "(/[^/]*)*" : "/" + literally(token, "[^/]*"))
                .collect(Collectors.joining());
        return Pattern.compile(pattern);
    }

    private static String literally(String text, String anything) {
        return Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(anything));
    }

    /**
     * Whether a violation stands here.
     *
     * @param operationId empty where the operation has none
     * @param methodAndPath {@code GET /pets/{petId}}
     * @param place JSON pointer into the body, empty for what is not in the body
     */
    public boolean covers(Optional<String> operationId, String methodAndPath, Optional<String> place) {
        boolean named =
                operationId.filter(id -> operation.matcher(id).matches()).isPresent()
                        || operation.matcher(methodAndPath).matches();
        return named
                && (pointer.isEmpty()
                        || place.filter(path -> pointer.get().matcher(path).matches())
                                .isPresent());
    }
}
