package io.github.arazzojunit.stub.made;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.criterion.demand.Demand;
import io.github.arazzojunit.criterion.demand.Demand.Measure;
import io.github.arazzojunit.criterion.demand.Demands;
import io.github.arazzojunit.expression.Scope;
import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.FormEncoder;
import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.MediaType;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.openapi.xml.XmlBody;
import io.github.arazzojunit.runner.UpcomingRequest;
import io.github.arazzojunit.stub.data.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** An answer in the making; it is written, read and judged once. Not thread-safe. */
final class Draft {

    private final UpcomingRequest request;
    private final StatusChoice choice;
    private final Optional<ContentChoice> content;
    private final Optional<JsonNode> body;
    private final Map<String, String> headers;
    private final boolean declared;
    private final List<Problem> problems;
    private @Nullable HttpResponse response;
    private @Nullable Scope after;
    private @Nullable List<Problem> violations;

    /**
     * @param content empty for an answer without a body
     * @param body as JSON, whatever the representation
     * @param headers by name
     * @param declared whether the schemas declare everything that was put into the body, or only allow some of it
     * @param problems why it is not what it should be, with places of the description
     */
    Draft(
            UpcomingRequest request,
            StatusChoice choice,
            Optional<ContentChoice> content,
            Optional<JsonNode> body,
            Map<String, String> headers,
            boolean declared,
            List<Problem> problems) {
        this.request = request;
        this.choice = choice;
        this.content = content;
        this.body = body;
        this.headers = Map.copyOf(headers);
        this.declared = declared;
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

    boolean isDeclared() {
        return declared;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Whether there should be a body, but none could be made. */
    boolean lacksBody() {
        return body.isEmpty() && !problems.isEmpty();
    }

    Draft withBody(JsonNode other) {
        return new Draft(request, choice, content, Optional.of(other), headers, declared, problems);
    }

    /** What the workflow reads after this answer. */
    Scope after() {
        if (after == null) {
            after = request.after().apply(response());
        }
        return after;
    }

    /** What the description forbids about it. */
    List<Problem> violations() {
        if (violations == null) {
            violations = request
                    .operation()
                    .contract()
                    .response(request.operation().operation(), request.request().request(), response())
                    .stream()
                    .filter(violation -> !violation.isWarning())
                    .map(violation -> new Problem(violation.toString(), false))
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

    private String text(ContentChoice content, JsonNode value) {
        MediaType type = content.type();
        if (type.isJson()) {
            return value.toString();
        }
        if (value.isTextual()) {
            return value.textValue();
        }
        if (type.isXml()) {
            return xml(content).write(value);
        }
        if (type.isForm() && value.isObject()) {
            return new FormEncoder(content.description()).encode(value);
        }
        if (type.isJsonLines() && value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
        }
        return value.toString();
    }

    private XmlBody xml(ContentChoice content) {
        return new XmlBody(
                request.operation().operation().description(),
                content.description().flatMap(MediaTypeDescription::schema));
    }

    /** The items of a list are counted at the list. */
    private static List<String> ofAll(List<String> place) {
        int last = place.size() - 1;
        return last >= 0 && place.get(last).equals(Demand.ANY) ? place.subList(0, last) : place;
    }

    /** The places that XML elements have in the body; the ways to which there is no place are left out. */
    Demands placed(Demands demands) {
        if (content.filter(found -> found.type().isXml()).isEmpty()) {
            return demands;
        }
        XmlBody xml = xml(content.get());
        List<List<Demand>> ways = new ArrayList<>();
        for (List<Demand> way : demands.ways()) {
            List<Demand> placed = new ArrayList<>();
            for (Demand demand : way) {
                if (!demand.place().get(0).equals(ResponsePlace.BODY)) {
                    placed.add(demand);
                    continue;
                }
                xml.place(demand.place().subList(1, demand.place().size()))
                        .map(place -> demand.measure() == Measure.LENGTH ? ofAll(place) : place)
                        .ifPresent(place -> placed.add(demand.at(place).under(List.of(ResponsePlace.BODY))));
            }
            if (placed.size() == way.size()) {
                ways.add(placed);
            }
        }
        return new Demands(ways);
    }
}
