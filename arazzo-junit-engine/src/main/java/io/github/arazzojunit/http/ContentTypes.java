package io.github.arazzojunit.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.RequestBodyDescription;
import io.github.arazzojunit.openapi.ResponseDescription;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which media types a request names when the step does not. */
public final class ContentTypes {

    private static final String EVERYTHING = "*/*";
    private static final String LESS_WANTED = ";q=0.5";

    private ContentTypes() {}

    /**
     * The media type of a body (AMB-31): the step's, else the only one of the operation, else its first JSON one, else
     * its first one; without any, JSON for a structured payload and plain text for a string.
     *
     * @param given the {@code Content-Type} parameter or the {@code contentType} of the step
     */
    public static String ofRequest(Operation operation, Optional<String> given, JsonNode payload) {
        if (given.isPresent()) {
            return given.get();
        }
        // A range says what is accepted, it is nothing that a message could be.
        List<String> declared = declared(operation).stream()
                .map(MediaTypeDescription::mediaType)
                .filter(mediaType -> MediaType.parse(mediaType)
                        .filter(type -> !type.isRange())
                        .isPresent())
                .toList();
        Optional<String> json = declared.stream()
                .filter(mediaType ->
                        MediaType.parse(mediaType).filter(MediaType::isJson).isPresent())
                .findFirst();
        return json.or(() -> declared.stream().findFirst())
                .orElse(payload.isTextual() ? "text/plain" : "application/json");
    }

    /** What the operation says about a media type of its body, the exact entry before a range. */
    public static Optional<MediaTypeDescription> describing(Operation operation, MediaType mediaType) {
        return matching(declared(operation), mediaType);
    }

    /** The entry for a media type: the exact one, else the narrowest range that covers it. */
    public static Optional<MediaTypeDescription> matching(List<MediaTypeDescription> content, MediaType mediaType) {
        return matching(content, mediaType, false)
                .or(() -> content.stream()
                        .filter(entry -> MediaType.parse(entry.mediaType())
                                .filter(range -> !range.type().equals("*") && range.covers(mediaType))
                                .isPresent())
                        .findFirst())
                .or(() -> matching(content, mediaType, true));
    }

    private static Optional<MediaTypeDescription> matching(
            List<MediaTypeDescription> content, MediaType mediaType, boolean ranges) {
        return content.stream()
                .filter(entry -> MediaType.parse(entry.mediaType())
                        .filter(declared -> ranges ? declared.covers(mediaType) : !declared.isRange())
                        .filter(declared -> ranges || declared.essence().equals(mediaType.essence()))
                        .isPresent())
                .findFirst();
    }

    /**
     * The media types of the documented successes, then those that only failures have, so that a provider which chooses
     * among all of them does not answer a success in the form of a failure; everything where no success has any, or one
     * has all of them (HTTP-06).
     */
    static String accepted(Operation operation) {
        List<String> successes = documented(operation.responses(), operation::isSuccess);
        if (successes.isEmpty() || successes.contains(EVERYTHING)) {
            return successes.stream()
                    .filter(type -> !type.equals(EVERYTHING))
                    .map(type -> type + ", ")
                    .collect(Collectors.joining("", "", EVERYTHING));
        }
        Stream<String> failures = documented(operation.responses(), response -> !operation.isSuccess(response)).stream()
                .filter(type -> successes.stream().noneMatch(success -> isSameType(success, type)))
                .map(type -> type + LESS_WANTED);
        return Stream.concat(successes.stream(), failures).collect(Collectors.joining(", "));
    }

    private static boolean isSameType(String one, String other) {
        return MediaType.parse(one)
                .map(MediaType::essence)
                .equals(MediaType.parse(other).map(MediaType::essence));
    }

    private static List<String> documented(
            List<ResponseDescription> responses, Predicate<ResponseDescription> selection) {
        return responses.stream()
                .filter(selection)
                .map(ResponseDescription::content)
                .flatMap(List::stream)
                .map(MediaTypeDescription::mediaType)
                .filter(mediaType -> MediaType.parse(mediaType).isPresent())
                .distinct()
                .toList();
    }

    private static List<MediaTypeDescription> declared(Operation operation) {
        return operation.requestBody().map(RequestBodyDescription::content).orElse(List.of());
    }
}
