package io.github.arazzojunit.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.http.ContentTypes;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.Json;
import io.github.arazzojunit.http.MediaType;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.HeaderDescription;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.ResponseDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds one response against its operation. */
final class ResponseCheck {

    private final MessageParts parts;
    private final Operation operation;
    private final HttpRequest request;
    private final HttpResponse response;
    private final List<ContractViolation> violations = new ArrayList<>();

    ResponseCheck(MessageParts parts, Operation operation, HttpRequest request, HttpResponse response) {
        this.parts = parts;
        this.operation = operation;
        this.request = request;
        this.response = response;
    }

    List<ContractViolation> violations() {
        if (operation.responses().isEmpty()) {
            return List.of();
        }
        Optional<ResponseDescription> documented = operation.responseFor(response.status());
        if (documented.isEmpty()) {
            String known = operation.responses().stream()
                    .map(ResponseDescription::statusPattern)
                    .collect(Collectors.joining(", "));
            return List.of(ContractViolation.violation(
                    MessagePart.STATUS,
                    "",
                    response.status() + " is not documented; documented are " + known,
                    Optional.of(IntNode.valueOf(response.status())),
                    operation.source().member("responses").orElse(operation.source())));
        }
        documented.get().headers().forEach(this::header);
        if (request.method().equals("HEAD") || isWithoutContent(response.status())) {
            return violations;
        }
        if (response.body().isEmpty()) {
            emptyBody(documented.get());
        } else {
            body(documented.get());
        }
        return violations;
    }

    /** RFC 9110: these never have content, whatever a description says. */
    private static boolean isWithoutContent(int status) {
        return status < 200 || status == 204 || status == 205 || status == 304;
    }

    /** {@code Content-Type} is described by the keys of {@code content}, never as a header. */
    private void header(HeaderDescription header) {
        if (header.name().equalsIgnoreCase("Content-Type")) {
            return;
        }
        MessagePart part = MessagePart.header(header.name());
        Optional<String> value = response.header(header.name());
        if (value.isEmpty() && header.required()) {
            violations.add(ContractViolation.violation(
                    part, "", "is missing, although it is required", Optional.empty(), header.source()));
        }
        if (value.isPresent() && header.schema().isPresent()) {
            JsonNode text = TextNode.valueOf(value.get());
            violations.addAll(
                    header.contentMediaType().isPresent()
                            ? parts.content(
                                    part,
                                    header.contentMediaType().get(),
                                    header.schema().get(),
                                    text,
                                    Direction.RESPONSE)
                            : parts.text(part, header.schema().get(), text, ",", Direction.RESPONSE));
        }
    }

    /** Nothing is a text, but it is neither JSON nor XML. */
    private void emptyBody(ResponseDescription documented) {
        boolean structured = !documented.content().isEmpty()
                && documented.content().stream()
                        .map(content -> MediaType.parse(content.mediaType()))
                        .allMatch(type -> type.filter(known -> known.isJson() || known.isXml())
                                .isPresent());
        if (structured) {
            violations.add(ContractViolation.violation(
                    MessagePart.BODY,
                    "",
                    "is empty; documented for status " + response.status() + " is "
                            + MessageParts.names(documented.content()),
                    Optional.empty(),
                    documented.source()));
        }
        // No lines are a list without items, and no YAML is no value.
        response.contentType()
                .filter(type -> type.isJsonLines() || type.isYaml())
                .ifPresent(type -> ContentTypes.matching(documented.content(), type)
                        .ifPresent(content -> violations.addAll(parts.body(type, content, "", Direction.RESPONSE))));
    }

    private void body(ResponseDescription documented) {
        if (documented.content().isEmpty()) {
            violations.add(ContractViolation.warning(
                    MessagePart.BODY,
                    "",
                    "no body is documented for status " + response.status(),
                    Optional.empty(),
                    documented.source()));
            return;
        }
        Optional<MediaType> type = mediaType();
        Optional<MediaTypeDescription> content =
                type.flatMap(actual -> ContentTypes.matching(documented.content(), actual));
        if (content.isEmpty()) {
            violations.add(ContractViolation.violation(
                    MessagePart.CONTENT_TYPE,
                    "",
                    (response.contentType().isPresent() ? "is not documented" : "is missing or no media type")
                            + "; documented for status " + response.status() + " is "
                            + MessageParts.names(documented.content()),
                    response.header("Content-Type").map(TextNode::valueOf),
                    documented.source()));
        } else if (!response.contentCodings().isEmpty()) {
            coded(content.get());
        } else if (type.get().isJson()) {
            json(type.get(), content.get());
        } else if (isPlainText(type.get())) {
            unknownCharset(type.get(), content.get());
            content.get().schema().ifPresent(this::text);
        } else {
            unknownCharset(type.get(), content.get());
            violations.addAll(parts.body(type.get(), content.get(), response.bodyAsText(), Direction.RESPONSE));
        }
    }

    /** A body that does not say what it is may be taken for bytes of any kind (RFC 9110, section 8.3). */
    private Optional<MediaType> mediaType() {
        return response.header("Content-Type").isPresent()
                ? response.contentType()
                : MediaType.parse("application/octet-stream");
    }

    private void unknownCharset(MediaType type, MediaTypeDescription content) {
        type.unknownCharset()
                .ifPresent(charset -> violations.add(ContractViolation.warning(
                        MessagePart.CONTENT_TYPE,
                        "",
                        "names the charset '" + charset + "', which is unknown here; the body is read as UTF-8",
                        Optional.empty(),
                        content.source())));
    }

    /** Who asked for the coding knows what comes. */
    private void coded(MediaTypeDescription content) {
        String codings = String.join(", ", response.contentCodings());
        String message = "has the content coding " + codings
                + ", which is not supported, so that the body is not checked; let the provider answer with gzip, deflate"
                + " or none";
        violations.add(
                request.header("Accept-Encoding").isPresent()
                        ? ContractViolation.warning(
                                MessagePart.BODY_AS_DECLARED, "", message, Optional.empty(), content.source())
                        : ContractViolation.violation(
                                MessagePart.BODY_AS_DECLARED, "", message, Optional.empty(), content.source()));
    }

    /** A stream of events is a text, but its schema is meant for what the events hold. */
    private static boolean isPlainText(MediaType type) {
        return type.type().equals("text") && !type.isXml() && !type.isYaml() && !type.isEventStream();
    }

    /** Where the schema does not allow the text, it may mean the JSON that the text is. */
    private void text(LocatedNode schema) {
        String body = response.bodyAsText();
        List<ContractViolation> asText =
                parts.text(MessagePart.BODY, schema, TextNode.valueOf(body), ",", Direction.RESPONSE);
        violations.addAll(!asText.isEmpty() && isJsonOf(schema, body) ? List.of() : asText);
    }

    private boolean isJsonOf(LocatedNode schema, String text) {
        try {
            JsonNode json = Json.parse(text);
            return json.isContainerNode()
                    && parts.json(MessagePart.BODY, schema, json, Direction.RESPONSE).stream()
                            .allMatch(ContractViolation::isWarning);
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private void json(MediaType type, MediaTypeDescription content) {
        Optional<JsonNode> json = response.bodyAsJson();
        if (json.isEmpty()) {
            violations.add(ContractViolation.violation(
                    MessagePart.BODY_AS_DECLARED,
                    "",
                    "is declared as " + type.essence() + " but "
                            + response.wrongJsonCharset().orElse("is no JSON"),
                    Optional.empty(),
                    content.source()));
        } else {
            content.schema()
                    .ifPresent(schema ->
                            violations.addAll(parts.json(MessagePart.BODY, schema, json.get(), Direction.RESPONSE)));
        }
    }
}
