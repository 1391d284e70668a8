package io.github.arazzojunit.stub.made;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.contract.ContractViolation;
import io.github.arazzojunit.expression.Scope;
import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.runner.UpcomingRequest;
import io.github.arazzojunit.stub.data.Supplied;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer in the making; it is written, read and judged once. Not thread-safe. */
final class Draft {

    private final UpcomingRequest request;
    private final StatusChoice choice;
    private final Optional<ContentChoice> content;
    private final Optional<JsonNode> body;
    private final Map<String, String> headers;
    private final List<Supplied> supplied;
    private final List<String> problems;
    private @Nullable HttpResponse response;
    private @Nullable Scope after;
    private @Nullable List<String> violations;

    /**
     * @param content empty for an answer without a body
     * @param body as JSON, whatever the representation
     * @param headers by name
     * @param supplied what was put into the body although no schema declares it
     * @param problems why it is not what it should be, with places of the description
     */
    Draft(
            UpcomingRequest request,
            StatusChoice choice,
            Optional<ContentChoice> content,
            Optional<JsonNode> body,
            Map<String, String> headers,
            List<Supplied> supplied,
            List<String> problems) {
        this.request = request;
        this.choice = choice;
        this.content = content;
        this.body = body;
        this.headers = Map.copyOf(headers);
        this.supplied = List.copyOf(supplied);
        this.problems = List.copyOf(problems);
    }

    StatusChoice choice() {
        return choice;
    }

    Optional<ContentChoice> content() {
        return content;
    }

    Optional<JsonNode> body() {
        return body;
    }

    Map<String, String> headers() {
        return headers;
    }

    List<Supplied> supplied() {
        return supplied;
    }

    List<String> problems() {
        return problems;
    }

    Draft withBody(JsonNode other) {
        return new Draft(request, choice, content, Optional.of(other), headers, supplied, problems);
    }

    /** What the workflow reads after this answer. */
    Scope after() {
        if (after == null) {
            after = request.after().apply(response());
        }
        return after;
    }

    /** What the description forbids about it. */
    List<String> violations() {
        if (violations == null) {
            violations = request
                    .operation()
                    .contract()
                    .response(request.operation().operation(), request.request().request(), response())
                    .stream()
                    .filter(violation -> !violation.isWarning())
                    .map(ContractViolation::toString)
                    .toList();
        }
        return violations;
    }

    HttpResponse response() {
        if (response == null) {
            response = written();
        }
        return response;
    }

    private HttpResponse written() {
        List<Header> fields = new ArrayList<>();
        if (content.isPresent() && body.isPresent()) {
            fields.add(new Header("Content-Type", content.get().type().toString()));
        }
        headers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(header -> fields.add(new Header(header.getKey(), header.getValue())));
        Bytes bytes = content.isPresent() && body.isPresent()
                ? Bytes.of(text(content.get(), body.get())
                        .getBytes(content.get().type().charset()))
                : Bytes.EMPTY;
        return new HttpResponse(choice.status(), fields, bytes);
    }

    private static String text(ContentChoice content, JsonNode body) {
        if (content.type().isJson()) {
            return body.toString();
        }
        if (body.isTextual()) {
            return body.textValue();
        }
        return content.type().isXml()
                ? XmlText.of(body, content.description().flatMap(found -> found.schema()))
                : body.toString();
    }
}
