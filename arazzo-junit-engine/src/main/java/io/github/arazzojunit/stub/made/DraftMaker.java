package io.github.arazzojunit.stub.made;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.contract.Direction;
import io.github.arazzojunit.criterion.demand.Demand;
import io.github.arazzojunit.criterion.demand.Relation;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.HeaderDescription;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.runner.UpcomingRequest;
import io.github.arazzojunit.source.SourceOperation;
import io.github.arazzojunit.stub.data.Made;
import io.github.arazzojunit.stub.data.Problem;
import io.github.arazzojunit.stub.data.SchemaData;
import io.github.arazzojunit.stub.data.Wish;
import io.github.arazzojunit.stub.data.Wishes;
import io.github.arazzojunit.stub.data.Wishes.Placed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Makes answers of one operation, as its description has them or adjusted to demands. */
final class DraftMaker {

    /** What the server writes itself, or what would change how the body is read. */
    static final Set<String> NOT_MADE =
            Set.of("content-type", "content-length", "content-encoding", "transfer-encoding", "connection", "date");

    private final UpcomingRequest request;
    private final SourceOperation operation;
    private final SchemaData data;
    private final boolean withoutBody;

    /** @param seed other seeds make other data */
    DraftMaker(UpcomingRequest request, long seed) {
        this.request = request;
        this.operation = request.operation();
        this.data = SchemaData.of(
                operation.operation().description(), operation.contract().schemas(), Direction.RESPONSE, seed);
        this.withoutBody = operation.operation().method().equals("HEAD");
    }

    /** As the description shows it. */
    Draft plain(StatusChoice choice, Optional<ContentChoice> content) {
        Optional<Made> made = bodyless(choice) ? Optional.empty() : content.flatMap(this::plainBody);
        Optional<JsonNode> body = made.flatMap(Made::value)
                .map(value -> content.filter(found -> found.type().essence().equals(ProblemDetails.MEDIA_TYPE))
                        .map(found -> ProblemDetails.of(choice.status(), value, isShown(found)))
                        .orElse(value));
        List<Problem> problems = new ArrayList<>(made.map(Made::problems).orElse(List.of()));
        Map<String, String> headers = headers(choice, Wishes.NONE, problems);
        return new Draft(request, choice, content, body, headers, true, problems);
    }

    private static boolean isShown(ContentChoice content) {
        return content.description()
                .filter(described -> !described.examples().isEmpty())
                .isPresent();
    }

    /** The same, changed so that the demands are met; or with the problems that this has. */
    Draft adjusted(Draft plain, List<Demand> demands, boolean nullable) {
        List<Problem> problems = new ArrayList<>();
        Wishes wishes = new Wishes(
                demands.stream().map(demand -> placed(demand, nullable)).toList());
        Map<String, String> headers = headers(plain.choice(), child(wishes, ResponsePlace.HEADER), problems);
        Wishes bodyWishes = child(wishes, ResponsePlace.BODY);
        if (bodyWishes.isEmpty()) {
            return new Draft(
                    request, plain.choice(), plain.content(), plain.body(), headers, plain.isDeclared(), problems);
        }
        if (plain.content().isEmpty() || bodyless(plain.choice())) {
            problems.add(new Problem(place(plain.choice()) + ": " + withoutBody(plain), false));
            return new Draft(request, plain.choice(), plain.content(), plain.body(), headers, true, problems);
        }
        Optional<MediaTypeDescription> description = plain.content().get().description();
        Made made = data.adjust(
                description.flatMap(MediaTypeDescription::schema),
                description
                        .map(MediaTypeDescription::source)
                        .orElse(operation.operation().source()),
                plain.body(),
                bodyWishes);
        problems.addAll(made.problems());
        return new Draft(
                request,
                plain.choice(),
                plain.content(),
                made.value().or(plain::body),
                headers,
                made.declared(),
                problems);
    }

    private boolean bodyless(StatusChoice choice) {
        int status = choice.status();
        return withoutBody || status < 200 || status == 204 || status == 205 || status == 304;
    }

    private String withoutBody(Draft plain) {
        return plain.content().isEmpty()
                ? "no body is documented for status " + plain.choice().status()
                : "a response to " + operation.operation().method() + " with status "
                        + plain.choice().status() + " has no body, whatever its description says";
    }

    private String place(StatusChoice choice) {
        LocatedNode node = choice.response()
                .map(response -> response.source())
                .orElse(operation.operation().source());
        return node.location();
    }

    private Optional<Made> plainBody(ContentChoice content) {
        if (content.description().isEmpty()) {
            return Optional.empty();
        }
        MediaTypeDescription description = content.description().get();
        boolean json = content.type().isJson();
        if (description.schema().isPresent()) {
            return Optional.of(data.make(description.schema().get(), description.examples()));
        }
        if (description.itemSchema().isPresent()) {
            Made item = data.make(description.itemSchema().get());
            return Optional.of(
                    new Made(item.value().map(JsonNodeFactory.instance.arrayNode()::add), item.problems(), true));
        }
        JsonNode fallback = json ? JsonNodeFactory.instance.objectNode() : TextNode.valueOf("made");
        return Optional.of(Made.of(description.examples().stream()
                .map(LocatedNode::value)
                .findFirst()
                .<JsonNode>map(JsonNode::deepCopy)
                .orElse(fallback)));
    }

    private static Wishes child(Wishes wishes, String first) {
        return new Wishes(wishes.all().stream()
                .filter(placed -> placed.place().get(0).equals(first))
                .map(placed ->
                        new Placed(placed.place().subList(1, placed.place().size()), placed.wish()))
                .toList());
    }

    private static Placed placed(Demand demand, boolean nullable) {
        if (demand.relation() == Relation.EXISTS && demand.measure() == Demand.Measure.VALUE) {
            return new Placed(demand.place(), nullable ? Wish.presentOrNull() : Wish.present());
        }
        boolean exact = demand.relation() == Relation.EQUAL && demand.measure() == Demand.Measure.VALUE;
        List<JsonNode> candidates = demand.relation() == Relation.MATCHES
                ? Wish.textsMatching(demand.operand().asText())
                : demand.candidates();
        return new Placed(demand.place(), new Wish(demand.text(), demand::test, candidates, exact, demand.size()));
    }

    private Map<String, String> headers(StatusChoice choice, Wishes wishes, List<Problem> problems) {
        Map<String, HeaderDescription> described = choice.response().stream()
                .flatMap(response -> response.headers().stream())
                .collect(Collectors.toMap(
                        header -> header.name().toLowerCase(Locale.ROOT),
                        header -> header,
                        (first, second) -> first,
                        LinkedHashMap::new));
        Map<String, String> headers = new LinkedHashMap<>();
        described.forEach((name, header) -> {
            Wishes wished = child(wishes, name);
            if ((header.required() || !wished.isEmpty()) && !NOT_MADE.contains(name)) {
                header(header.schema(), header.source(), wished, problems)
                        .ifPresent(value -> headers.put(header.name(), value));
            }
        });
        wishes.all().stream()
                .map(placed -> placed.place().get(0))
                .distinct()
                .filter(name -> !described.containsKey(name) && !NOT_MADE.contains(name))
                .forEach(name -> header(Optional.empty(), operation.operation().source(), child(wishes, name), problems)
                        .ifPresent(value -> headers.put(name, value)));
        return headers;
    }

    private Optional<String> header(
            Optional<LocatedNode> schema, LocatedNode source, Wishes wishes, List<Problem> problems) {
        Optional<JsonNode> example = source.member("example").map(LocatedNode::value);
        Made made = data.adjust(schema, source, example, wishes);
        problems.addAll(made.problems());
        return made.value().map(DraftMaker::text);
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(","))
                : value.isObject() ? value.toString() : value.asText();
    }
}
