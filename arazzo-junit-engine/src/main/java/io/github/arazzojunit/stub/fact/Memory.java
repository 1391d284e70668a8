package io.github.arazzojunit.stub.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.runner.UpcomingRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes facts of one request and its answer. */
final class Memory {

    /** The provider has yet to do it. */
    private static final int ACCEPTED = 202;

    private static final int MOST_ITEMS = 50;
    private static final int SHORTEST_MENTION = 2;

    private final Facts facts;
    private final UpcomingRequest request;
    private final String method;
    private final int status;
    private final Optional<JsonNode> body;
    private final List<Read> reads;
    private final Asked asked;
    private final ResourcePath path;
    private final Representation representation;

    Memory(
            Facts facts,
            UpcomingRequest request,
            int status,
            Optional<LocatedNode> schema,
            Optional<JsonNode> body,
            List<Read> reads) {
        this.facts = facts;
        this.request = request;
        this.method = request.operation().operation().method();
        this.status = status;
        this.body = body;
        this.reads = reads;
        this.asked = new Asked(request);
        this.path = ResourcePath.of(request);
        this.representation = new Representation(request.operation(), schema, body.orElse(MissingNode.getInstance()));
    }

    void remember() {
        if ((status == 404 || status == 410) && Set.of("GET", "HEAD").contains(method)) {
            Resource resource = facts.at(path);
            if (resource.gone().isEmpty()) {
                resource.isGone(origin(Origin.Kind.MISSED));
            }
        }
        if (status < 200 || status > 299) {
            return;
        }
        switch (method) {
            case "GET", "HEAD" -> read();
            case "POST" -> post();
            case "PUT", "PATCH" -> write(facts.at(path));
            case "DELETE" -> delete();
            default -> open();
        }
    }

    private Origin origin(Origin.Kind kind) {
        return new Origin(
                kind, request.visit().step().stepId(), request.visit().step().position());
    }

    private void read() {
        Optional<List<String>> list = body.flatMap(Shape::list);
        if (list.isPresent()) {
            readList(list.get());
            return;
        }
        if (asked.lastParameter().isEmpty() && body.flatMap(Shape::item).isEmpty()) {
            return;
        }
        Resource resource = facts.at(path);
        resource.isThere(origin(Origin.Kind.FOUND));
        show(resource);
    }

    private void readList(List<String> list) {
        JsonNode items = JsonPlaces.at(body.orElseThrow(), list);
        for (int i = 0; i < Math.min(items.size(), MOST_ITEMS); i++) {
            List<String> place = JsonPlaces.child(list, Integer.toString(i));
            JsonNode item = items.get(i);
            Shape.idName(item, asked.itemParameter()).ifPresent(name -> {
                Resource resource = facts.exactly(path.child(item.get(name).asText()));
                show(resource, place);
            });
        }
    }

    private void post() {
        facts.countCreation(request);
        Optional<JsonNode> item = body.flatMap(found -> Shape.item(found).map(place -> JsonPlaces.at(found, place)));
        if (asked.lastParameter().isPresent()) {
            write(facts.at(path));
            return;
        }
        Optional<Resource> parent = facts.known(path.parent());
        boolean sameAsParent = parent.isPresent()
                && body.flatMap(Shape::item)
                        .flatMap(representation::identity)
                        .filter(parent.get()::isRepresentedBy)
                        .isPresent();
        Optional<String> id = item.flatMap(
                        found -> Shape.idName(found, asked.itemParameter()).map(found::get))
                .or(() -> request.request()
                        .body()
                        .flatMap(sent ->
                                Shape.idName(sent, asked.itemParameter()).map(sent::get)))
                .map(JsonNode::asText);
        if (sameAsParent || parent.isPresent() && id.isEmpty()) {
            open();
            named(parent.get());
            if (sameAsParent) {
                show(parent.get());
            }
            return;
        }
        open();
        for (Resource resource : facts.all()) {
            if (resource.path().isIn(path)
                    && resource.gone()
                            .filter(by -> by.kind() == Origin.Kind.MISSED)
                            .isPresent()) {
                resource.isUncertain();
            }
        }
        id.map(path::child).map(facts::exactly).ifPresent(created -> {
            created.forget(fact -> true);
            created.isThere(origin(Origin.Kind.CREATED));
            sent(created);
            show(created);
        });
    }

    /** What an action names of the resource that it is about. */
    private void named(Resource resource) {
        new SentBody(request)
                .members().stream()
                        .filter(fact -> resource.value(fact.place()).isPresent())
                        .forEach(resource::learn);
    }

    private void write(Resource resource) {
        SentBody sent = new SentBody(request);
        Optional<List<Fact>> patched =
                sent.isPatchOfOperations() ? sent.patched(resource.document()) : Optional.empty();
        open();
        resource.open();
        if (method.equals("PUT")) {
            resource.forget(fact -> fact.origin().kind() == Origin.Kind.SENT);
        }
        resource.isThere(origin(method.equals("PUT") ? Origin.Kind.CREATED : Origin.Kind.FOUND));
        patched.ifPresent(changes -> changes.forEach(resource::learn));
        sent(resource);
        show(resource);
    }

    private void delete() {
        open();
        if (status == ACCEPTED) {
            facts.at(path).open();
            facts.at(path).isUncertain();
            return;
        }
        if (asked.lastParameter().isEmpty()) {
            facts.all().forEach(resource -> {
                if (resource.path().isBelow(path)) {
                    resource.isUncertain();
                }
            });
        }
        facts.at(path).isGone(origin(Origin.Kind.DELETED));
    }

    /** The provider may have changed what the request is about: what is above and below the path, and what it mentions. */
    private void open() {
        Set<String> mentioned = new HashSet<>();
        request.request()
                .body()
                .ifPresent(sent -> JsonPlaces.leaves(sent).values().forEach(value -> mentioned.add(value.asText())));
        request.request().query().values().forEach(value -> mentioned.add(value.asText()));
        for (Resource resource : facts.all()) {
            boolean above = path.isBelow(resource.path());
            boolean below = resource.path().isBelow(path) && !method.equals("POST");
            String id = resource.path().last();
            if (above || below || id.length() >= SHORTEST_MENTION && mentioned.contains(id)) {
                resource.open();
            }
        }
    }

    private void sent(Resource resource) {
        SentBody sent = new SentBody(request);
        sent.members().forEach(resource::learn);
        sent.unwrapped().forEach(resource::learn);
    }

    private void show(Resource resource) {
        body.flatMap(Shape::item).ifPresent(place -> show(resource, place));
    }

    private void show(Resource resource, List<String> place) {
        representation.identity(place).ifPresent(resource::showsIn);
        String step = request.visit().step().stepId();
        for (Map.Entry<List<String>, JsonNode> leaf :
                JsonPlaces.leaves(JsonPlaces.at(body.orElseThrow(), place)).entrySet()) {
            if (leaf.getKey().isEmpty()) {
                continue;
            }
            Optional<Read> read = reads.stream()
                    .filter(candidate -> candidate.covers(JsonPlaces.joined(place, leaf.getKey())))
                    .findFirst();
            Origin origin = read.map(seen -> new Origin(Origin.Kind.SHOWN, step, seen.position()))
                    .orElse(origin(Origin.Kind.SHOWN));
            boolean own = leaf.getValue().asText().equals(resource.path().last())
                    && leaf.getKey().size() == 1;
            resource.learnShown(new Fact(leaf.getKey(), leaf.getValue(), origin, read.isPresent() || own));
        }
    }
}
