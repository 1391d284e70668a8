package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.LocatedNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the representations of bodies and their headers. Confined to the reading thread. */
final class ContentReader {

    private final FindingCollector findings;
    private final ParameterReader parameters;

    ContentReader(FindingCollector findings, ParameterReader parameters) {
        this.findings = findings;
        this.parameters = parameters;
    }

    List<MediaTypeDescription> mediaTypes(Optional<LocatedNode> content) {
        List<MediaTypeDescription> mediaTypes = new ArrayList<>();
        members(content, "\"content\"")
                .forEach((mediaType, node) -> findings.object(node, "A media type")
                        .map(source -> mediaType(mediaType, source))
                        .ifPresent(mediaTypes::add));
        return List.copyOf(mediaTypes);
    }

    private MediaTypeDescription mediaType(String mediaType, LocatedNode source) {
        return new MediaTypeDescription(
                mediaType,
                source.member("schema"),
                source.member("itemSchema"),
                examples(source),
                encoding(source.member("encoding")),
                source);
    }

    private List<LocatedNode> examples(LocatedNode source) {
        List<LocatedNode> examples = new ArrayList<>();
        source.member("example").ifPresent(examples::add);
        members(source.member("examples"), "\"examples\"")
                .values()
                .forEach(node -> findings.object(node, "An example")
                        .flatMap(example -> example.member("value").or(() -> example.member("dataValue")))
                        .ifPresent(examples::add));
        return examples;
    }

    private Map<String, EncodingDescription> encoding(Optional<LocatedNode> node) {
        Map<String, EncodingDescription> encoding = new LinkedHashMap<>();
        members(node, "\"encoding\"")
                .forEach((property, source) -> encoding.put(
                        property,
                        new EncodingDescription(
                                Fields.text(source, "contentType"),
                                headers(source.member("headers")),
                                Fields.text(source, "style").flatMap(ParameterStyle::of),
                                Fields.flag(source, "explode"),
                                Fields.isTrue(source, "allowReserved"))));
        return encoding;
    }

    List<HeaderDescription> headers(Optional<LocatedNode> node) {
        List<HeaderDescription> headers = new ArrayList<>();
        members(node, "\"headers\"")
                .forEach((name, header) -> findings.object(header, "A header")
                        .map(source -> parameters.header(name, source))
                        .ifPresent(headers::add));
        return List.copyOf(headers);
    }

    private Map<String, LocatedNode> members(Optional<LocatedNode> node, String what) {
        node.filter(present -> !present.isObject()).ifPresent(present -> findings.wrong(present, what, "an object"));
        return node.map(LocatedNode::members).orElse(Map.of());
    }
}
