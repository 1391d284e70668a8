package io.github.arazzojunit.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What expressions see of the content of a message (EXP-16, AMB-59).
 *
 * @param value parsed for JSON, a string for other text, empty when there is nothing or only binary data
 * @param note why the value is not what the media type promises, or why there is none
 */
public record BodyValue(Optional<JsonNode> value, Optional<String> note) {

    static BodyValue of(Bytes body, Optional<String> contentType) {
        if (body.isEmpty()) {
            return new BodyValue(Optional.empty(), Optional.of("The body is empty."));
        }
        Optional<MediaType> mediaType = contentType.flatMap(MediaType::parse);
        if (mediaType.isEmpty()) {
            return undeclared(body, contentType);
        }
        if (mediaType.get().isJson()) {
            return json(body, mediaType.get(), contentType.orElse(""));
        }
        return mediaType.get().isTextual() ? text(body, mediaType.get().charset()) : binary(contentType.orElse(""));
    }

    private static BodyValue json(Bytes body, MediaType mediaType, String contentType) {
        Optional<String> wrongCharset = wrongCharset(body);
        try {
            JsonNode json = Json.parse(body.content());
            return new BodyValue(
                    Optional.of(json),
                    wrongCharset.map(wrong -> "The body is declared as %s but %s; it is read all the same."
                            .formatted(contentType, wrong)));
        } catch (JsonProcessingException e) {
            return new BodyValue(
                    Optional.of(TextNode.valueOf(body.text(mediaType.charset()))),
                    Optional.of("The body is declared as %s but %s; it is read as text."
                            .formatted(
                                    contentType,
                                    wrongCharset.orElse(
                                            "is no JSON (" + e.getOriginalMessage() + place(e.getLocation()) + ")"))));
        }
    }

    /** JSON is UTF-8 whatever the Content-Type says (HTTP-08). */
    static Optional<String> wrongCharset(Bytes body) {
        byte[] content = body.content();
        boolean wide = content.length > 1 && (content[0] == 0 || content[1] == 0);
        if (wide || !isUtf8(body)) {
            return Optional.of("is not encoded in UTF-8, as JSON has to be");
        }
        return Optional.empty();
    }

    /** A limit of the parser, such as that of the nesting, is exceeded at no particular place. */
    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : ", line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static BodyValue undeclared(Bytes body, Optional<String> contentType) {
        String declared = contentType
                .map(text -> "The Content-Type \"" + text + "\" is no media type")
                .orElse("The message has no Content-Type");
        try {
            return new BodyValue(
                    Optional.of(Json.parse(body.content())), Optional.of(declared + "; the body is read as JSON."));
        } catch (JsonProcessingException e) {
            return isUtf8(body)
                    ? new BodyValue(
                            text(body, StandardCharsets.UTF_8).value(),
                            Optional.of(declared + "; the body is read as text."))
                    : new BodyValue(
                            Optional.empty(), Optional.of(declared + " and the body is no text; it has no value."));
        }
    }

    private static BodyValue text(Bytes body, Charset charset) {
        return new BodyValue(Optional.of(TextNode.valueOf(body.text(charset))), Optional.empty());
    }

    private static BodyValue binary(String contentType) {
        return new BodyValue(
                Optional.empty(),
                Optional.of("The body is binary (%s); expressions cannot read it.".formatted(contentType)));
    }

    /** For a body that nobody can read. */
    static BodyValue coded(List<String> codings) {
        return new BodyValue(
                Optional.empty(),
                Optional.of("The body has the content coding " + String.join(", ", codings)
                        + ", which is not supported; expressions cannot read it."));
    }

    private static boolean isUtf8(Bytes body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.content()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
