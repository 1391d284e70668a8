package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads Parameter Objects and their kin. Confined to the reading thread. */
final class ParameterReader {

    private final FindingCollector findings;

    ParameterReader(FindingCollector findings) {
        this.findings = findings;
    }

    static Optional<Parameter.Location> location(String in) {
        return switch (in) {
            case "path" -> Optional.of(Parameter.Location.PATH);
            case "query" -> Optional.of(Parameter.Location.QUERY);
            case "querystring" -> Optional.of(Parameter.Location.QUERYSTRING);
            case "header" -> Optional.of(Parameter.Location.HEADER);
            case "cookie" -> Optional.of(Parameter.Location.COOKIE);
            default -> Optional.empty();
        };
    }

    /** The operation's own parameters first, then those of the path item that it does not redefine. */
    List<OperationParameter> merged(LocatedNode operation, PathItem item) {
        List<OperationParameter> merged = new ArrayList<>(list(operation));
        Optional<LocatedNode> inherited = item.layers().stream()
                .filter(layer -> layer.member("parameters").isPresent())
                .findFirst();
        for (OperationParameter parameter : inherited.map(this::list).orElse(List.of())) {
            if (merged.stream().noneMatch(known -> known.isAt(parameter.in(), parameter.name()))) {
                merged.add(parameter);
            }
        }
        return List.copyOf(merged);
    }

    private List<OperationParameter> list(LocatedNode owner) {
        List<OperationParameter> list = new ArrayList<>();
        findings.items(owner, "parameters").stream()
                .flatMap(entry -> findings.object(entry, DescriptionObject.PARAMETER).stream())
                .flatMap(parameter -> parameter(parameter).stream())
                .forEach(parameter -> add(list, parameter));
        return list;
    }

    private void add(List<OperationParameter> list, OperationParameter parameter) {
        if (list.stream().noneMatch(known -> known.isAt(parameter.in(), parameter.name()))) {
            list.add(parameter);
        } else {
            findings.ignored(
                    parameter.source(),
                    "The parameter '%s' in %s stands twice in one list"
                            .formatted(parameter.name(), parameter.in().fieldValue()),
                    "Remove one of them.");
        }
    }

    private Optional<OperationParameter> parameter(LocatedNode source) {
        Optional<String> name = Fields.text(source, "name");
        Optional<Parameter.Location> in = Fields.text(source, "in").flatMap(ParameterReader::location);
        if (name.isEmpty() || in.isEmpty()) {
            findings.wrong(source, "A parameter", "an object with \"name\" and a known \"in\"");
            return Optional.empty();
        }
        ParameterStyle style = findings.style(source, in.get()).orElse(ParameterStyle.defaultAt(in.get()));
        Optional<Map.Entry<String, LocatedNode>> content = firstMediaType(source);
        return Optional.of(new OperationParameter(
                name.get(),
                in.get(),
                in.get() == Parameter.Location.PATH || findings.isTrue(source, "required"),
                style,
                findings.flag(source, "explode").orElse(style.explodesByDefault()),
                findings.isTrue(source, "allowReserved"),
                schema(source, content),
                content.map(Map.Entry::getKey),
                source));
    }

    HeaderDescription header(String name, LocatedNode source) {
        Optional<Map.Entry<String, LocatedNode>> content = firstMediaType(source);
        return new HeaderDescription(
                name,
                findings.isTrue(source, "required"),
                findings.isTrue(source, "explode"),
                schema(source, content),
                content.map(Map.Entry::getKey),
                source);
    }

    private Optional<Map.Entry<String, LocatedNode>> firstMediaType(LocatedNode source) {
        Map<String, LocatedNode> content = findings.members(source, "content");
        content.entrySet().stream()
                .skip(1)
                .forEach(further -> findings.ignored(
                        further.getValue(),
                        "The media type '%s' is not the first of its parameter or header".formatted(further.getKey()),
                        "Keep one media type."));
        return content.entrySet().stream()
                .findFirst()
                .flatMap(entry -> findings.object(entry.getValue(), DescriptionObject.MEDIA_TYPE)
                        .map(mediaType -> Map.entry(entry.getKey(), mediaType)));
    }

    private Optional<LocatedNode> schema(LocatedNode source, Optional<Map.Entry<String, LocatedNode>> content) {
        return findings.schema(content.map(Map.Entry::getValue).orElse(source), "schema");
    }
}
