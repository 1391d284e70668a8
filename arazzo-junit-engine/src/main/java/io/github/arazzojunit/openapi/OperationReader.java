package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one operation; what is broken is left out and becomes a finding. Confined to one thread, for one reading. */
final class OperationReader {

    private final ApiDescription description;
    private final FindingCollector findings;
    private final ParameterReader parameters;
    private final ContentReader content;

    OperationReader(ApiDescription description) {
        this.description = description;
        this.findings = new FindingCollector(description);
        this.parameters = new ParameterReader(findings);
        this.content = new ContentReader(findings, parameters);
    }

    OperationDetails read(PathItem item, LocatedNode operation) {
        item.finding().ifPresent(findings::add);
        List<OperationParameter> merged = parameters.merged(operation.member("parameters"), item.member("parameters"));
        merged.stream()
                .filter(parameter -> item.path().contains("{+" + parameter.name() + "}"))
                .forEach(parameter -> findings.add(Finding.warning(
                        "placeholder-operator",
                        parameter.source(),
                        "The path \"%s\" has the parameter '%s' as {+%s}, which OpenAPI does not know; it is read as {%s}, and slashes of the value stay."
                                .formatted(item.path(), parameter.name(), parameter.name(), parameter.name()),
                        "Write {" + parameter.name() + "}.")));
        return new OperationDetails(
                merged,
                operation.member("requestBody").flatMap(this::requestBody),
                operation.member("responses").map(this::responses).orElse(List.of()),
                servers(item, operation),
                operation
                        .member("security")
                        .or(() -> description.root().member("security"))
                        .map(this::security)
                        .orElse(List.of()),
                findings.findings());
    }

    private Optional<RequestBodyDescription> requestBody(LocatedNode node) {
        return findings.object(node, "The request body")
                .map(body -> new RequestBodyDescription(
                        Fields.isTrue(body, "required"), content.mediaTypes(body.member("content")), body));
    }

    private List<ResponseDescription> responses(LocatedNode node) {
        if (!node.isObject()) {
            findings.wrong(node, "\"responses\"", "an object");
        }
        List<ResponseDescription> responses = new ArrayList<>();
        node.members().forEach((status, entry) -> {
            if (!status.startsWith("x-")) {
                findings.object(entry, "A response")
                        .map(body -> response(status, body))
                        .ifPresent(responses::add);
            }
        });
        return List.copyOf(responses);
    }

    private ResponseDescription response(String status, LocatedNode source) {
        String pattern = status.equals(ResponseDescription.DEFAULT) ? status : status.toUpperCase(Locale.ROOT);
        return new ResponseDescription(
                pattern,
                content.headers(source.member("headers")),
                content.mediaTypes(source.member("content")),
                source);
    }

    private List<ServerDescription> servers(PathItem item, LocatedNode operation) {
        List<ServerDescription> servers = servers(operation.member("servers"));
        if (servers.isEmpty()) {
            servers = servers(item.member("servers"));
        }
        if (servers.isEmpty()) {
            servers = servers(description.root().member("servers"));
        }
        return servers.isEmpty() ? List.of(new ServerDescription("/", Map.of(), description.uri())) : servers;
    }

    private List<ServerDescription> servers(Optional<LocatedNode> list) {
        List<ServerDescription> servers = new ArrayList<>();
        for (LocatedNode server : list.map(LocatedNode::items).orElse(List.of())) {
            Optional<String> url = Fields.text(server, "url");
            if (url.isPresent()) {
                servers.add(new ServerDescription(url.get(), variables(server), server.uri()));
            } else {
                findings.wrong(server, "A server", "an object with a \"url\"");
            }
        }
        return List.copyOf(servers);
    }

    private static Map<String, ServerDescription.Variable> variables(LocatedNode server) {
        Map<String, ServerDescription.Variable> variables = new LinkedHashMap<>();
        Map<String, LocatedNode> nodes =
                server.member("variables").map(LocatedNode::members).orElse(Map.of());
        nodes.forEach((name, node) -> variables.put(
                name,
                new ServerDescription.Variable(
                        // A number or boolean stands here often enough; its text is meant.
                        node.member("default")
                                .filter(value -> value.value().isValueNode()
                                        && !value.value().isNull())
                                .map(LocatedNode::text),
                        node.member("enum").map(Fields::texts).orElse(List.of()))));
        return variables;
    }

    private List<SecurityRequirement> security(LocatedNode list) {
        if (!list.isArray()) {
            findings.wrong(list, "\"security\"", "a list");
        }
        return list.items().stream()
                .filter(LocatedNode::isObject)
                .map(requirement -> {
                    Map<String, List<String>> scopes = new LinkedHashMap<>();
                    requirement.members().forEach((scheme, values) -> scopes.put(scheme, Fields.texts(values)));
                    return new SecurityRequirement(scopes);
                })
                .toList();
    }
}
