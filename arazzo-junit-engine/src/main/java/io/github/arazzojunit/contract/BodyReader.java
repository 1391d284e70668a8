package io.github.arazzojunit.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.http.Json;
import io.github.arazzojunit.http.MediaType;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.openapi.xml.XmlBody;
import io.github.arazzojunit.openapi.xml.XmlException;
import io.github.arazzojunit.reader.LocatedReader;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.reader.UnreadableException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads bodies that are not JSON as the values that their schemas describe. Thread-safe. */
final class BodyReader {

    private static final URI BODY = URI.create("memory:/body.yaml");

    private final ApiDescription description;

    BodyReader(ApiDescription description) {
        this.description = description;
    }

    /** What came of reading a body. */
    sealed interface Reading {

        /** @param texts whether its scalars are texts, because the media type knows nothing else */
        record Value(JsonNode json, LocatedNode schema, boolean texts) implements Reading {}

        /** Values in lines of their own, each described by the schema. */
        record Lines(ArrayNode values, LocatedNode schema) implements Reading {}

        /** It is not what its media type says. */
        record Broken(String reason) implements Reading {}

        /** The media type or its description says nothing that could be checked. */
        record Opaque() implements Reading {}
    }

    /** @param text of the body, decoded */
    Reading read(MediaType type, MediaTypeDescription content, String text) {
        Optional<LocatedNode> schema = content.schema();
        try {
            if (type.isJsonLines() && (content.itemSchema().isPresent() || schema.isPresent())) {
                return lines(content, text);
            }
            if (schema.isEmpty() || isText(schema.get())) {
                return new Reading.Opaque();
            }
            if (type.isXml()) {
                return new Reading.Value(new XmlBody(description, schema).read(text), schema.get(), true);
            }
            if (type.isForm()) {
                return new Reading.Value(form(text, type.charset()), schema.get(), true);
            }
            if (type.isYaml()) {
                return new Reading.Value(yaml(text), schema.get(), false);
            }
            return new Reading.Opaque();
        } catch (UnreadableException e) {
            return new Reading.Broken(e.findings().get(0).message());
        } catch (XmlException | JsonProcessingException | IllegalArgumentException e) {
            return new Reading.Broken(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** As documents are read: aliases and merge keys stand for what they mean, and a second text is an error. */
    private static JsonNode yaml(String text) throws UnreadableException {
        return LocatedReader.read(BODY, text.getBytes(StandardCharsets.UTF_8), ReadLimits.DEFAULT)
                .value();
    }

    boolean isText(LocatedNode schema) {
        JsonNode type = description
                .dereference(schema)
                .node()
                .map(node -> node.value().path("type"))
                .orElse(TextNode.valueOf(""));
        return type.asText().equals("string");
    }

    /** A schema that is an array describes all lines, any other one each of them. */
    private Reading lines(MediaTypeDescription content, String text) throws JsonProcessingException {
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            lines.add(Json.parse(line));
        }
        LocatedNode schema = content.itemSchema().or(content::schema).orElseThrow();
        boolean whole = content.itemSchema().isEmpty()
                && description
                        .dereference(schema)
                        .node()
                        .filter(node -> node.value().path("type").asText().equals("array"))
                        .isPresent();
        return whole ? new Reading.Value(lines, schema, false) : new Reading.Lines(lines, schema);
    }

    private static ObjectNode form(String text, Charset charset) {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        for (String field : text.split("&")) {
            if (field.isEmpty()) {
                continue;
            }
            String[] pair = field.split("=", 2);
            String name = URLDecoder.decode(pair[0], charset);
            TextNode value = TextNode.valueOf(pair.length > 1 ? URLDecoder.decode(pair[1], charset) : "");
            JsonNode known = form.get(name);
            if (known == null) {
                form.set(name, value);
            } else if (known instanceof ArrayNode several) {
                several.add(value);
            } else {
                form.set(name, JsonNodeFactory.instance.arrayNode().add(known).add(value));
            }
        }
        return form;
    }
}
