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
    List<OperationParameter> merged(Optional<LocatedNode> own, Optional<LocatedNode> inherited) {
        List<OperationParameter> merged = new ArrayList<>(own.map(this::list).orElse(List.of()));
        for (OperationParameter parameter : inherited.map(this::list).orElse(List.of())) {
            if (merged.stream().noneMatch(known -> known.isAt(parameter.in(), parameter.name()))) {
                merged.add(parameter);
            }
        }
        return List.copyOf(merged);
    }

    private List<OperationParameter> list(LocatedNode parameters) {
        if (!parameters.isArray()) {
            findings.wrong(parameters, "\"parameters\"", "a list");
        }
        return parameters.items().stream()
                .flatMap(entry -> findings.object(entry, "A parameter").stream())
                .flatMap(parameter -> parameter(parameter).stream())
                .toList();
    }

    private Optional<OperationParameter> parameter(LocatedNode source) {
        Optional<String> name = Fields.text(source, "name");
        Optional<Parameter.Location> in = Fields.text(source, "in").flatMap(ParameterReader::location);
        if (name.isEmpty() || in.isEmpty()) {
            findings.wrong(source, "A parameter", "an object with \"name\" and a known \"in\"");
            return Optional.empty();
        }
        ParameterStyle style =
                Fields.text(source, "style").flatMap(ParameterStyle::of).orElse(ParameterStyle.defaultAt(in.get()));
        Optional<Map.Entry<String, LocatedNode>> content = firstMediaType(source);
        return Optional.of(new OperationParameter(
                name.get(),
                in.get(),
                in.get() == Parameter.Location.PATH || Fields.isTrue(source, "required"),
                style,
                Fields.flag(source, "explode").orElse(style.explodesByDefault()),
                Fields.isTrue(source, "allowReserved"),
                schema(source, content),
                content.map(Map.Entry::getKey),
                source));
    }

    HeaderDescription header(String name, LocatedNode source) {
        Optional<Map.Entry<String, LocatedNode>> content = firstMediaType(source);
        return new HeaderDescription(
                name,
                Fields.isTrue(source, "required"),
                Fields.isTrue(source, "explode"),
                schema(source, content),
                content.map(Map.Entry::getKey),
                source);
    }

    private Optional<Map.Entry<String, LocatedNode>> firstMediaType(LocatedNode source) {
        return source.member("content")
                .flatMap(content -> content.members().entrySet().stream().findFirst())
                .flatMap(entry -> findings.object(entry.getValue(), "A media type")
                        .map(mediaType -> Map.entry(entry.getKey(), mediaType)));
    }

    private static Optional<LocatedNode> schema(LocatedNode source, Optional<Map.Entry<String, LocatedNode>> content) {
        return content.isPresent() ? content.get().getValue().member("schema") : source.member("schema");
    }
}
