package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the representations of bodies and their headers. Confined to the reading thread. */
final class ContentReader {

    private final FindingCollector findings;
    private final ParameterReader parameters;

    ContentReader(FindingCollector findings, ParameterReader parameters) {
        this.findings = findings;
        this.parameters = parameters;
    }

    /** The representations in {@code content} of a body or response. */
    List<MediaTypeDescription> mediaTypes(LocatedNode owner) {
        List<MediaTypeDescription> mediaTypes = new ArrayList<>();
        findings.members(owner, "content")
                .forEach((mediaType, node) -> findings.object(node, DescriptionObject.MEDIA_TYPE)
                        .map(source -> mediaType(mediaType, source))
                        .ifPresent(mediaTypes::add));
        return List.copyOf(mediaTypes);
    }

    private MediaTypeDescription mediaType(String mediaType, LocatedNode source) {
        return new MediaTypeDescription(
                mediaType,
                findings.schema(source, "schema"),
                findings.schema(source, "itemSchema"),
                examples(source),
                encoding(source),
                source);
    }

    /** An example that stands elsewhere, under {@code externalValue}, is not fetched: nothing depends on examples. */
    private List<LocatedNode> examples(LocatedNode source) {
        List<LocatedNode> examples = new ArrayList<>();
        source.member("example").ifPresent(examples::add);
        findings.members(source, "examples")
                .values()
                .forEach(node -> findings.object(node, DescriptionObject.EXAMPLE)
                        .flatMap(example -> example.member("value").or(() -> example.member("dataValue")))
                        .ifPresent(examples::add));
        return examples;
    }

    private Map<String, EncodingDescription> encoding(LocatedNode mediaType) {
        Map<String, EncodingDescription> encoding = new LinkedHashMap<>();
        findings.members(mediaType, "encoding")
                .forEach((property, node) -> findings.object(node, DescriptionObject.ENCODING)
                        .ifPresent(source -> encoding.put(
                                property,
                                new EncodingDescription(
                                        findings.text(source, "contentType"),
                                        headers(source),
                                        findings.style(source, Parameter.Location.QUERY),
                                        findings.flag(source, "explode"),
                                        findings.isTrue(source, "allowReserved")))));
        return encoding;
    }

    List<HeaderDescription> headers(LocatedNode owner) {
        List<HeaderDescription> headers = new ArrayList<>();
        findings.members(owner, "headers")
                .forEach((name, header) -> findings.object(header, DescriptionObject.HEADER)
                        .map(source -> parameters.header(name, source))
                        .ifPresent(headers::add));
        return List.copyOf(headers);
    }
}
