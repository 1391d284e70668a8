package io.github.arazzojunit.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.openapi.EncodingDescription;
import io.github.arazzojunit.openapi.HeaderDescription;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes {@code multipart/form-data} of an object: one part per member, one per item of a list (BOD-11). In a part of JSON
 * a text becomes a JSON text, unless it is an object or a list in JSON already.
 */
record MultipartEncoder(ApiDescription api, Optional<MediaTypeDescription> description) {

    private static final String BOUNDARY = "arazzo-part-boundary";

    EncodedBody encode(MediaType mediaType, JsonNode object, List<String> notes) throws RequestException {
        List<byte[]> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = member.getKey();
            if (member.getValue().isArray()) {
                for (JsonNode item : member.getValue()) {
                    parts.add(part(name, item, schema(name).flatMap(list -> resolved(list.member("items")))));
                }
            } else if (!member.getValue().isNull()) {
                parts.add(part(name, member.getValue(), schema(name)));
            }
        }
        String boundary = mediaType.parameters().getOrDefault("boundary", boundary(parts));
        Map<String, String> parameters = new LinkedHashMap<>(mediaType.parameters());
        parameters.put("boundary", boundary);

        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.writeBytes(("--" + boundary + "\r\n").getBytes(StandardCharsets.UTF_8));
            body.writeBytes(part);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        String contentType = new MediaType(mediaType.type(), mediaType.subtype(), parameters).toString();
        return new EncodedBody(Bytes.wrap(body.toByteArray()), contentType, object, notes);
    }

    /** The same for the same parts, so that two runs send the same bytes. */
    private static String boundary(List<byte[]> parts) {
        String boundary = BOUNDARY;
        for (int attempt = 1; occurs(boundary, parts); attempt++) {
            boundary = BOUNDARY + "-" + attempt;
        }
        return boundary;
    }

    private static boolean occurs(String boundary, List<byte[]> parts) {
        return parts.stream().anyMatch(part -> new String(part, StandardCharsets.ISO_8859_1).contains(boundary));
    }

    private byte[] part(String name, JsonNode value, Optional<LocatedNode> schema) throws RequestException {
        Optional<EncodingDescription> encoding = description
                .map(MediaTypeDescription::encoding)
                .flatMap(encodings -> Optional.ofNullable(encodings.get(name)));
        boolean binary = schema.filter(MultipartEncoder::isBinary).isPresent();
        String contentType = encoding.flatMap(EncodingDescription::contentType)
                .flatMap(MultipartEncoder::first)
                .orElse(defaultType(value, binary));
        boolean file = binary && value.isTextual();
        StringBuilder head = new StringBuilder("Content-Disposition: form-data; name=\"")
                .append(quoted(name))
                .append('"')
                .append(file ? "; filename=\"" + quoted(name) + "\"" : "")
                .append("\r\nContent-Type: ")
                .append(contentType)
                .append("\r\n");
        for (HeaderDescription header :
                encoding.map(EncodingDescription::headers).orElse(List.of())) {
            fixedValue(header)
                    .ifPresent(fixed -> head.append(header.name())
                            .append(": ")
                            .append(fixed.replaceAll("[\\r\\n\\x00]", " "))
                            .append("\r\n"));
        }
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        part.writeBytes(content(value, contentType));
        return part.toByteArray();
    }

    private static byte[] content(JsonNode value, String contentType) throws RequestException {
        Optional<MediaType> mediaType = MediaType.parse(contentType);
        if (value.isContainerNode() && mediaType.filter(MediaType::isJson).isEmpty()) {
            throw new RequestException(
                    "There is no rule by which an object or a list becomes a part of type %s. Write the part as one string."
                            .formatted(contentType));
        }
        String text =
                mediaType.filter(MediaType::isJson).isPresent() ? JsonText.of(value) : ParameterSerializer.plain(value);
        return text.getBytes(mediaType.map(MediaType::charset).orElse(StandardCharsets.UTF_8));
    }

    private static String defaultType(JsonNode value, boolean binary) {
        if (value.isContainerNode()) {
            return "application/json";
        }
        return binary ? "application/octet-stream" : "text/plain";
    }

    /** The first of a list of media types that is no range. */
    private static Optional<String> first(String contentTypes) {
        for (String contentType : contentTypes.split(",")) {
            Optional<MediaType> mediaType = MediaType.parse(contentType.strip());
            if (mediaType.filter(type -> !type.isRange()).isPresent()) {
                return Optional.of(contentType.strip());
            }
        }
        return Optional.empty();
    }

    /** A step gives no values for the header of a part, so only one that the description fixes can be sent. */
    private Optional<String> fixedValue(HeaderDescription header) {
        Optional<LocatedNode> schema = resolved(header.schema());
        return schema.flatMap(found -> found.member("const").or(() -> found.member("default")))
                .map(LocatedNode::text);
    }

    private static boolean isBinary(LocatedNode schema) {
        String format = schema.value().path("format").asText();
        String mediaType = schema.value().path("contentMediaType").asText();
        return format.equals("binary") || mediaType.equals("application/octet-stream");
    }

    private Optional<LocatedNode> schema(String property) {
        return resolved(description.flatMap(MediaTypeDescription::schema))
                .flatMap(schema -> schema.member("properties"))
                .flatMap(properties -> resolved(properties.member(property)));
    }

    private Optional<LocatedNode> resolved(Optional<LocatedNode> schema) {
        return schema.flatMap(node -> api.dereference(node).node());
    }

    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
