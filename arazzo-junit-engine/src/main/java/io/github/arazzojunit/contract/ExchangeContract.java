package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.http.ContentTypes;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.MediaType;
import io.github.arazzojunit.http.PreparedRequest;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.openapi.HeaderDescription;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.OperationParameter;
import io.github.arazzojunit.openapi.RequestBodyDescription;
import io.github.arazzojunit.openapi.ResponseDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Holds requests and responses against the description of their operation: status, media type, headers, bodies. What the
 * description does not say is allowed; a schema that cannot be used says nothing. Thread-safe.
 */
public final class ExchangeContract {

    private final ApiDescription description;
    private final SchemaValidator schemas;

    public ExchangeContract(ApiDescription description) {
        this.description = description;
        this.schemas = SchemaValidator.of(description);
    }

    /** Everything about a response that its operation does not document. */
    public List<ContractViolation> response(Operation operation, HttpRequest request, HttpResponse response) {
        if (operation.responses().isEmpty()) {
            return List.of();
        }
        Optional<ResponseDescription> documented = operation.responseFor(response.status());
        if (documented.isEmpty()) {
            String known = operation.responses().stream()
                    .map(ResponseDescription::statusPattern)
                    .collect(Collectors.joining(", "));
            return List.of(new ContractViolation(
                    "status " + response.status() + " is not documented; documented are " + known,
                    operation.position()));
        }
        List<ContractViolation> violations = new ArrayList<>();
        documented.get().headers().forEach(header -> header(header, response, violations));
        if (!response.body().isEmpty() && !request.method().equals("HEAD")) {
            body(documented.get(), response, violations);
        }
        return violations;
    }

    /** Everything about a request that its operation does not allow. */
    public List<ContractViolation> request(Operation operation, PreparedRequest request) {
        List<ContractViolation> violations = new ArrayList<>();
        for (OperationParameter parameter : operation.parameters()) {
            parameter(parameter, request, violations);
        }
        Optional<RequestBodyDescription> body = operation.requestBody();
        if (body.isPresent()
                && body.get().required()
                && request.request().body().isEmpty()) {
            violations.add(new ContractViolation(
                    "the request has no body, although the operation requires one",
                    body.get().source().position()));
        }
        if (body.isPresent() && request.body().isPresent()) {
            body(body.get(), request, violations);
        }
        return violations;
    }

    private void header(HeaderDescription header, HttpResponse response, List<ContractViolation> violations) {
        Optional<String> value = response.header(header.name());
        if (value.isEmpty() && header.required()) {
            violations.add(new ContractViolation(
                    "the required header " + header.name() + " is missing",
                    header.source().position()));
        }
        if (value.isPresent()
                && header.schema().isPresent()
                && header.contentMediaType().isEmpty()) {
            JsonNode typed = TypedText.of(value.get(), resolved(header.schema().get()));
            validate("header " + header.name(), header.schema().get(), typed, Direction.RESPONSE, violations);
        }
    }

    private void body(ResponseDescription documented, HttpResponse response, List<ContractViolation> violations) {
        if (documented.content().isEmpty()) {
            return;
        }
        Optional<MediaType> type = response.contentType();
        Optional<MediaTypeDescription> content =
                type.flatMap(actual -> ContentTypes.matching(documented.content(), actual));
        if (content.isEmpty()) {
            violations.add(new ContractViolation(
                    "the response is "
                            + type.map(actual -> "of type " + actual.essence()).orElse("without Content-Type")
                            + "; documented for status " + response.status() + " is "
                            + documented.content().stream()
                                    .map(MediaTypeDescription::mediaType)
                                    .collect(Collectors.joining(", ")),
                    documented.source().position()));
            return;
        }
        if (!type.get().isJson() || content.get().schema().isEmpty()) {
            return;
        }
        Optional<JsonNode> json = response.bodyAsJson();
        if (json.isEmpty()) {
            violations.add(new ContractViolation(
                    "the body is declared as " + type.get().essence() + " but is no JSON",
                    content.get().source().position()));
            return;
        }
        validate("the body", content.get().schema().get(), json.get(), Direction.RESPONSE, violations);
    }

    private void body(RequestBodyDescription body, PreparedRequest request, List<ContractViolation> violations) {
        Optional<MediaType> type = request.request().header("Content-Type").flatMap(MediaType::parse);
        Optional<MediaTypeDescription> content = type.flatMap(actual -> ContentTypes.matching(body.content(), actual));
        if (content.isEmpty() && !body.content().isEmpty()) {
            violations.add(new ContractViolation(
                    "the request is "
                            + type.map(actual -> "of type " + actual.essence()).orElse("without Content-Type")
                            + "; the operation takes "
                            + body.content().stream()
                                    .map(MediaTypeDescription::mediaType)
                                    .collect(Collectors.joining(", ")),
                    body.source().position()));
        }
        if (content.isPresent()
                && content.get().schema().isPresent()
                && type.get().isJson()) {
            validate("the body", content.get().schema().get(), request.body().get(), Direction.REQUEST, violations);
        }
    }

    private void parameter(OperationParameter parameter, PreparedRequest request, List<ContractViolation> violations) {
        Optional<Map<String, JsonNode>> sent = switch (parameter.in()) {
            case PATH -> Optional.of(request.path());
            case QUERY -> Optional.of(request.query());
            case HEADER -> Optional.of(request.headers());
            case COOKIE, QUERYSTRING, CHANNEL -> Optional.empty();
        };
        if (sent.isEmpty()) {
            return;
        }
        Optional<JsonNode> value = Optional.ofNullable(sent.get().get(parameter.name()));
        String described = parameter.in().fieldValue() + " parameter '" + parameter.name() + "'";
        if (value.isEmpty() && parameter.required()) {
            violations.add(new ContractViolation(
                    "the required " + described + " is not sent",
                    parameter.source().position()));
        }
        if (value.isPresent()
                && parameter.schema().isPresent()
                && parameter.contentMediaType().isEmpty()) {
            JsonNode typed = value.get().isTextual()
                    ? TypedText.of(
                            value.get().textValue(), resolved(parameter.schema().get()))
                    : value.get();
            validate(described, parameter.schema().get(), typed, Direction.REQUEST, violations);
        }
    }

    private void validate(
            String what, LocatedNode schema, JsonNode value, Direction direction, List<ContractViolation> violations) {
        schemas.validate(schema, value, direction).stream()
                .filter(violation -> !violation.brokenSchema())
                .map(violation -> new ContractViolation(
                        what + (violation.instancePointer().isEmpty() ? "" : " at " + violation.instancePointer())
                                + ": " + violation.message(),
                        violation.position()))
                .forEach(violations::add);
    }

    private LocatedNode resolved(LocatedNode schema) {
        return description.dereference(schema).node().orElse(schema);
    }
}
