package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.http.ContentTypes;
import io.github.arazzojunit.http.MediaType;
import io.github.arazzojunit.http.PreparedRequest;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Parameter;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.OperationParameter;
import io.github.arazzojunit.openapi.RequestBodyDescription;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Holds one request against its operation. What nobody declared is noted when the request is built. */
final class RequestCheck {

    /** OpenAPI describes these elsewhere and ignores parameters of these names. */
    private static final Set<String> NO_PARAMETERS = Set.of("accept", "authorization", "content-type");

    private final MessageParts parts;
    private final Operation operation;
    private final PreparedRequest request;
    private final List<ContractViolation> violations = new ArrayList<>();

    RequestCheck(MessageParts parts, Operation operation, PreparedRequest request) {
        this.parts = parts;
        this.operation = operation;
        this.request = request;
    }

    List<ContractViolation> violations() {
        operation.parameters().stream()
                .filter(parameter -> parameter.in() != Parameter.Location.HEADER
                        || !NO_PARAMETERS.contains(parameter.name().toLowerCase(Locale.ROOT)))
                .forEach(this::parameter);
        operation.requestBody().ifPresent(this::body);
        return violations;
    }

    private void parameter(OperationParameter parameter) {
        MessagePart part = MessagePart.parameter(parameter.in().fieldValue(), parameter.name());
        Optional<JsonNode> value = sent(parameter);
        if (value.isEmpty() && parameter.required()) {
            violations.add(ContractViolation.violation(
                    part, "", "is not sent, although it is required", Optional.empty(), parameter.source()));
        }
        if (value.isPresent() && parameter.schema().isPresent()) {
            LocatedNode schema = parameter.schema().get();
            violations.addAll(
                    parameter.contentMediaType().isPresent()
                            ? parts.content(
                                    part, parameter.contentMediaType().get(), schema, value.get(), Direction.REQUEST)
                            : parts.text(part, schema, value.get(), delimiter(parameter), Direction.REQUEST));
        }
    }

    private Optional<JsonNode> sent(OperationParameter parameter) {
        return switch (parameter.in()) {
            case PATH -> Optional.ofNullable(request.path().get(parameter.name()));
            case QUERY, QUERYSTRING -> Optional.ofNullable(request.query().get(parameter.name()));
            case HEADER -> Optional.ofNullable(request.headers().get(parameter.name()));
            case COOKIE -> cookie(parameter.name());
            case CHANNEL -> Optional.empty();
        };
    }

    private Optional<JsonNode> cookie(String name) {
        return request.request().header("Cookie").stream()
                .flatMap(header -> Stream.of(header.split(";")))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> decoded(pair.substring(name.length() + 1)))
                .findFirst()
                .map(TextNode::valueOf);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String delimiter(OperationParameter parameter) {
        return switch (parameter.style()) {
            case SPACE_DELIMITED -> " ";
            case PIPE_DELIMITED -> "|";
            default -> ",";
        };
    }

    private void body(RequestBodyDescription body) {
        if (request.request().body().isEmpty()) {
            if (body.required()) {
                violations.add(ContractViolation.violation(
                        MessagePart.BODY, "", "is not sent, although it is required", Optional.empty(), body.source()));
            }
            return;
        }
        Optional<String> declared = request.request().header("Content-Type");
        Optional<MediaType> type = declared.flatMap(MediaType::parse);
        Optional<MediaTypeDescription> content = type.flatMap(actual -> ContentTypes.matching(body.content(), actual));
        if (content.isEmpty() && !body.content().isEmpty()) {
            violations.add(ContractViolation.violation(
                    MessagePart.CONTENT_TYPE,
                    "",
                    (type.isPresent() ? "is not documented" : "is missing or no media type") + "; the operation takes "
                            + MessageParts.names(body.content()),
                    declared.map(TextNode::valueOf),
                    body.source()));
        }
        Optional<JsonNode> payload = request.body();
        if (payload.isPresent()) {
            content.ifPresent(described -> payload(type.orElseThrow(), described, payload.get()));
        }
    }

    private void payload(MediaType type, MediaTypeDescription content, JsonNode payload) {
        Optional<LocatedNode> schema = content.schema();
        boolean fields = (type.isForm() || type.isMultipart()) && payload.isObject();
        if (type.isJson()) {
            schema.ifPresent(node -> violations.addAll(parts.json(MessagePart.BODY, node, payload, Direction.REQUEST)));
        } else if (fields || type.type().equals("text") && !type.isXml()) {
            schema.ifPresent(
                    node -> violations.addAll(parts.text(MessagePart.BODY, node, payload, ",", Direction.REQUEST)));
        } else if (!type.isMultipart()) {
            String text = new String(request.request().body().orElseThrow().toArray(), type.charset());
            violations.addAll(parts.body(type, content, text, Direction.REQUEST));
        }
    }
}
