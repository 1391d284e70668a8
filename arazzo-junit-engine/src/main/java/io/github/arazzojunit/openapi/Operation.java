package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Parameter;
import io.github.arazzojunit.model.Position;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One operation: its own fields and what it inherits from its path item and the root. Thread-safe; read when asked. */
public final class Operation {

    private final ApiDescription description;
    private final String method;
    private final String path;
    private final LocatedNode source;
    private final Lazy<OperationDetails> details;

    Operation(ApiDescription description, PathItem item, String method, LocatedNode source) {
        this.description = description;
        this.method = method.toUpperCase(Locale.ROOT);
        this.path = item.path();
        this.source = source;
        this.details = new Lazy<>(() -> new OperationReader(description).read(item, source));
    }

    /** In upper case (AMB-56). */
    public String method() {
        return method;
    }

    /** The key under {@code paths}, with placeholders in braces. */
    public String path() {
        return path;
    }

    /**
     * The path with a placeholder for each parameter: {@code {+name}}, which is no placeholder of OpenAPI, is that of a
     * declared parameter {@code name}.
     */
    public String template() {
        String template = path;
        for (OperationParameter parameter : parameters()) {
            if (keepsSlashes(parameter)) {
                template = template.replace("{+" + parameter.name() + "}", "{" + parameter.name() + "}");
            }
        }
        return template;
    }

    /** Whether the path has the parameter as {@code {+name}}, which in other templates means reserved characters. */
    public boolean keepsSlashes(OperationParameter parameter) {
        return parameter.in() == Parameter.Location.PATH && path.contains("{+" + parameter.name() + "}");
    }

    public Optional<String> operationId() {
        return Fields.text(source, "operationId");
    }

    /** Those of the operation and those of its path item that it does not redefine (PRM-18). */
    public List<OperationParameter> parameters() {
        return details.get().parameters();
    }

    /** The declared parameter with this identity. */
    public Optional<OperationParameter> parameter(Parameter.Location in, String name) {
        return parameters().stream()
                .filter(parameter -> parameter.isAt(in, name))
                .findFirst();
    }

    public Optional<RequestBodyDescription> requestBody() {
        return details.get().requestBody();
    }

    /** In the order of the text. */
    public List<ResponseDescription> responses() {
        return details.get().responses();
    }

    /** The explicit response before the range, the range before {@code default}; empty when undocumented. */
    public Optional<ResponseDescription> responseFor(int status) {
        List<ResponseDescription> responses = responses();
        return responses.stream()
                .filter(response -> response.isExplicit(status))
                .findFirst()
                .or(() -> responses.stream()
                        .filter(response -> response.covers(status))
                        .findFirst())
                .or(() -> responses.stream()
                        .filter(response -> response.statusPattern().equals(ResponseDescription.DEFAULT))
                        .findFirst());
    }

    /** Whether it is no failure; {@code default} is one unless it is all that there is for 2xx. */
    public boolean isSuccess(ResponseDescription response) {
        String pattern = response.statusPattern();
        return pattern.equals(ResponseDescription.DEFAULT)
                ? responses().stream().noneMatch(other -> other.statusPattern().startsWith("2"))
                : !pattern.startsWith("4") && !pattern.startsWith("5");
    }

    /** Those of the operation, else of the path item, else of the root, else {@code /}; never empty (HTTP-01). */
    public List<ServerDescription> servers() {
        return details.get().servers();
    }

    /** Alternatives, those of the root unless the operation has its own; an empty list asks for nothing. */
    public List<SecurityRequirement> security() {
        return details.get().security();
    }

    /** What was left out of the answers above because it is broken: dangling references, wrong types. */
    public List<Finding> findings() {
        return details.get().findings();
    }

    public ApiDescription description() {
        return description;
    }

    public Position position() {
        return source.position();
    }

    /** The Operation Object. */
    public LocatedNode source() {
        return source;
    }

    /** {@code GET /pets/{petId}}. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
