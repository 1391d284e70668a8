package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one operation; what is broken is left out and becomes a finding. Confined to one thread, for one reading. */
final class OperationReader {

    /** Also {@code 2xx}, which is wrong only in its capitals. */
    private static final Pattern STATUS = Pattern.compile("[1-5][0-9]{2}|[1-5][xX]{2}|default");

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
        findings.checkFields(operation, DescriptionObject.OPERATION);
        List<OperationParameter> merged = parameters.merged(operation, item);
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
                responses(operation),
                servers(item, operation),
                operation
                        .member("security")
                        .or(() -> description.root().member("security"))
                        .map(this::security)
                        .orElse(List.of()),
                findings.findings());
    }

    private Optional<RequestBodyDescription> requestBody(LocatedNode node) {
        return findings.object(node, DescriptionObject.REQUEST_BODY)
                .map(body ->
                        new RequestBodyDescription(findings.isTrue(body, "required"), content.mediaTypes(body), body));
    }

    private List<ResponseDescription> responses(LocatedNode operation) {
        List<ResponseDescription> responses = new ArrayList<>();
        findings.members(operation, "responses").forEach((status, entry) -> {
            if (STATUS.matcher(status).matches()) {
                findings.object(entry, DescriptionObject.RESPONSE)
                        .map(body -> response(status, body))
                        .ifPresent(responses::add);
            } else if (!status.startsWith("x-")) {
                findings.ignored(
                        entry,
                        "The response '%s' is for no status".formatted(status),
                        "Write a status such as 200, a range such as 4XX, or default.");
            }
        });
        return List.copyOf(responses);
    }

    private ResponseDescription response(String status, LocatedNode source) {
        String pattern = status.equals(ResponseDescription.DEFAULT) ? status : status.toUpperCase(Locale.ROOT);
        return new ResponseDescription(pattern, content.headers(source), content.mediaTypes(source), source);
    }

    private List<ServerDescription> servers(PathItem item, LocatedNode operation) {
        List<ServerDescription> servers = servers(operation);
        for (Iterator<LocatedNode> layers = item.layers().iterator(); servers.isEmpty() && layers.hasNext(); ) {
            servers = servers(layers.next());
        }
        if (servers.isEmpty()) {
            servers = servers(description.root());
        }
        return servers.isEmpty() ? List.of(new ServerDescription("/", Map.of(), description.uri())) : servers;
    }

    private List<ServerDescription> servers(LocatedNode owner) {
        List<ServerDescription> servers = new ArrayList<>();
        for (LocatedNode server : findings.items(owner, "servers")) {
            findings.checkFields(server, DescriptionObject.SERVER);
            Optional<String> url = Fields.text(server, "url");
            if (url.isPresent()) {
                servers.add(new ServerDescription(url.get(), variables(server), server.uri()));
            } else {
                findings.wrong(server, "A server", "an object with a \"url\"");
            }
        }
        return List.copyOf(servers);
    }

    private Map<String, ServerDescription.Variable> variables(LocatedNode server) {
        Map<String, ServerDescription.Variable> variables = new LinkedHashMap<>();
        findings.members(server, "variables")
                .forEach((name, node) -> findings.object(node, DescriptionObject.SERVER_VARIABLE)
                        .ifPresent(variable -> variables.put(name, variable(variable))));
        return variables;
    }

    private ServerDescription.Variable variable(LocatedNode source) {
        Optional<LocatedNode> value = source.member("default");
        // A number or boolean stands here often enough; its text is meant.
        Optional<LocatedNode> scalar =
                value.filter(node -> node.value().isValueNode() && !node.value().isNull());
        value.filter(node -> scalar.isEmpty()).ifPresent(node -> findings.wrong(node, "\"default\"", "a text"));
        return new ServerDescription.Variable(
                scalar.map(LocatedNode::text),
                source.member("enum")
                        .map(list -> findings.texts(list, "\"enum\""))
                        .orElse(List.of()));
    }

    private List<SecurityRequirement> security(LocatedNode list) {
        if (!list.isArray()) {
            findings.wrong(list, "\"security\"", "a list");
        }
        List<SecurityRequirement> requirements = new ArrayList<>();
        for (LocatedNode requirement : list.items()) {
            if (requirement.isObject()) {
                Map<String, List<String>> scopes = new LinkedHashMap<>();
                requirement
                        .members()
                        .forEach((scheme, values) ->
                                scopes.put(scheme, findings.texts(values, "The scopes of \"" + scheme + "\"")));
                requirements.add(new SecurityRequirement(scopes));
            } else {
                findings.wrong(requirement, "A security requirement", "an object");
            }
        }
        return List.copyOf(requirements);
    }
}
