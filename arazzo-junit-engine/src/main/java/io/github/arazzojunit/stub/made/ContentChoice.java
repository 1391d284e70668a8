package io.github.arazzojunit.stub.made;

import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.MediaType;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.ResponseDescription;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A representation that a response can have.
 *
 * @param type a type, no range
 * @param description what the description says about it; empty where it says nothing about the response at all
 */
record ContentChoice(MediaType type, Optional<MediaTypeDescription> description) {

    private static final int MOST = 3;

    /** Those that the request accepts, else all: JSON first. */
    static List<ContentChoice> of(Optional<ResponseDescription> response, HttpRequest request, boolean xmlFirst) {
        if (response.isEmpty()) {
            return List.of(new ContentChoice(MediaType.parse("application/json").orElseThrow(), Optional.empty()));
        }
        List<ContentChoice> offered = response.get().content().stream()
                .flatMap(content -> MediaType.parse(content.mediaType())
                        .map(type -> new ContentChoice(concrete(type), Optional.of(content)))
                        .stream())
                .sorted(Comparator.comparing((ContentChoice choice) -> choice.rank(xmlFirst)))
                .toList();
        List<MediaType> accepted = Arrays.stream(
                        request.header("Accept").orElse("*/*").split(","))
                .flatMap(text -> MediaType.parse(text.strip()).stream())
                .toList();
        List<ContentChoice> wanted = offered.stream()
                .filter(choice -> accepted.stream().anyMatch(range -> range.covers(choice.type())))
                .toList();
        return (wanted.isEmpty() ? offered : wanted).stream().limit(MOST).toList();
    }

    /** What the description says about the body of a response. */
    static Optional<MediaTypeDescription> describing(Operation operation, HttpResponse response) {
        return operation
                .responseFor(response.status())
                .flatMap(described -> described.content().stream()
                        .filter(content -> response.contentType()
                                .filter(type -> MediaType.parse(content.mediaType())
                                        .filter(range -> range.covers(type))
                                        .isPresent())
                                .isPresent())
                        .findFirst());
    }

    private int rank(boolean xmlFirst) {
        if (type.isXml()) {
            return xmlFirst ? 0 : 2;
        }
        if (type.isJson()) {
            return 1;
        }
        return type.isTextual() ? 3 : 4;
    }

    private static MediaType concrete(MediaType type) {
        if (!type.isRange()) {
            return type;
        }
        String concrete = switch (type.type()) {
            case "*", "application" -> "application/json";
            case "text" -> "text/plain";
            case "image" -> "image/png";
            default -> type.type() + "/octet-stream";
        };
        return MediaType.parse(concrete).orElseThrow();
    }
}
