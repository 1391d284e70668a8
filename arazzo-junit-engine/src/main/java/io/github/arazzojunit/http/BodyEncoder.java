package io.github.arazzojunit.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.model.Position;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.RequestBodyDescription;
import io.github.arazzojunit.openapi.xml.XmlBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Serializes a payload by its media type (BOD-02, BOD-03, BOD-09 to BOD-12).
 *
 * @param position of the payload in the document
 */
record BodyEncoder(Operation operation, Position position) {

    private static final int MOST_OFFERED = 4;

    EncodedBody encode(Optional<String> given, JsonNode payload) throws RequestException {
        String contentType = ContentTypes.ofRequest(operation, given, payload);
        MediaType mediaType = MediaType.parse(contentType)
                .filter(type -> !type.isRange())
                .orElseThrow(() -> new RequestException(
                        "\"%s\" is no media type, the body of %s is not sent. Correct contentType, for example application/json."
                                .formatted(contentType, operation)));
        Optional<MediaTypeDescription> description = ContentTypes.describing(operation, mediaType);
        List<String> notes = new ArrayList<>();
        if (operation.requestBody().isEmpty()) {
            notes.add("%s (%s) describes no request body; it is sent all the same."
                    .formatted(operation, operation.position()));
        } else if (description.isEmpty()) {
            notes.add("%s (%s) does not list the media type %s; the body is sent all the same."
                    .formatted(operation, operation.position(), mediaType.essence()));
        }
        if (mediaType.isJson()) {
            return json(contentType, payload, description, notes);
        }
        if (payload.isTextual() && !mediaType.isMultipart()) {
            return new EncodedBody(
                    Bytes.of(payload.textValue().getBytes(mediaType.charset())), contentType, payload, notes);
        }
        if (mediaType.isForm() && payload.isObject()) {
            String form = new FormEncoder(description).encode(payload);
            return new EncodedBody(Bytes.utf8(form), contentType, payload, notes);
        }
        if (mediaType.isMultipart()) {
            return multipart(mediaType, contentType, payload, description, notes);
        }
        if (mediaType.isXml()
                && description.flatMap(MediaTypeDescription::schema).isPresent()) {
            String xml = new XmlBody(operation.description(), description.flatMap(MediaTypeDescription::schema))
                    .write(payload);
            return new EncodedBody(Bytes.of(xml.getBytes(mediaType.charset())), contentType, payload, notes);
        }
        if (mediaType.type().equals("text") && payload.isValueNode()) {
            byte[] text = ParameterSerializer.plain(payload).getBytes(mediaType.charset());
            return new EncodedBody(Bytes.of(text), contentType, payload, notes);
        }
        throw refusal(mediaType, payload);
    }

    /** JSON that was written as text is sent as written, unless the description wants a string there. */
    private EncodedBody json(
            String contentType, JsonNode payload, Optional<MediaTypeDescription> description, List<String> notes) {
        if (!payload.isTextual() || description.filter(this::isString).isPresent()) {
            return new EncodedBody(Bytes.utf8(Json.write(payload)), contentType, payload, notes);
        }
        String text = payload.textValue();
        Optional<JsonNode> parsed = JsonText.parsed(text);
        if (parsed.isPresent()) {
            return new EncodedBody(Bytes.utf8(text), contentType, parsed.get(), notes);
        }
        if (text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[")) {
            notes.add("The body of %s is declared as %s but is no JSON; it is sent as written."
                    .formatted(operation, contentType));
            return new EncodedBody(Bytes.utf8(text), contentType, payload, notes);
        }
        return new EncodedBody(Bytes.utf8(Json.write(payload)), contentType, payload, notes);
    }

    private boolean isString(MediaTypeDescription description) {
        return description
                .schema()
                .flatMap(schema -> operation.description().dereference(schema).node())
                .map(schema -> schema.value().path("type"))
                .filter(type -> type.asText().equals("string"))
                .isPresent();
    }

    private EncodedBody multipart(
            MediaType mediaType,
            String contentType,
            JsonNode payload,
            Optional<MediaTypeDescription> description,
            List<String> notes)
            throws RequestException {
        if (payload.isTextual() && mediaType.parameters().containsKey("boundary")) {
            byte[] written = payload.textValue().getBytes(mediaType.charset());
            return new EncodedBody(Bytes.of(written), contentType, payload, notes);
        }
        if (!payload.isObject() || !mediaType.subtype().equals("form-data")) {
            throw refusal(mediaType, payload);
        }
        MultipartEncoder encoder = new MultipartEncoder(operation.description(), description);
        return encoder.encode(mediaType, payload, notes);
    }

    private RequestException refusal(MediaType mediaType, JsonNode payload) {
        String remedy = mediaType.isMultipart()
                ? "Give an object with one member per part as multipart/form-data, or the whole text with the boundary in contentType."
                : mediaType.isForm()
                        ? "Give an object with one member per field, or the encoded text."
                        : "Write the payload as one string; it is sent as it is.";
        return new RequestException(
                "There is no rule by which the payload (%s), of type %s, becomes %s, so %s is not sent. %s %s"
                        .formatted(
                                position,
                                payload.getNodeType().name().toLowerCase(Locale.ROOT),
                                mediaType.essence(),
                                operation,
                                offered(),
                                remedy));
    }

    private String offered() {
        List<MediaTypeDescription> content =
                operation.requestBody().map(RequestBodyDescription::content).orElse(List.of());
        return content.isEmpty()
                ? "The description names no content type for it (%s)."
                        .formatted(operation.source().location())
                : content.stream()
                        .limit(MOST_OFFERED)
                        .map(entry -> "%s (%s)"
                                .formatted(entry.mediaType(), entry.source().location()))
                        .collect(Collectors.joining(", ", "The description takes ", "."));
    }
}
