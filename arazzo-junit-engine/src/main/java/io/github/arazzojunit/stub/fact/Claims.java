package io.github.arazzojunit.stub.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.runner.UpcomingRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Puts what is known into one body, as far as the description lets it be there. */
final class Claims {

    private static final int MOST_ALONE = 60;

    private final UpcomingRequest request;
    private final Facts known;
    private final Asked asked;
    private final Representation representation;
    private final JsonNode plain;
    private final Optional<Set<List<String>>> awaited;
    private final Predicate<JsonNode> allowed;
    private final Map<List<String>, Fact> members = new LinkedHashMap<>();

    /** @param allowed tells a body that the description allows */
    Claims(
            UpcomingRequest request,
            Facts known,
            Representation representation,
            JsonNode plain,
            Optional<Set<List<String>>> awaited,
            Predicate<JsonNode> allowed) {
        this.request = request;
        this.known = known;
        this.asked = new Asked(request);
        this.representation = representation;
        this.plain = plain;
        this.awaited = awaited;
        this.allowed = allowed;
    }

    /** @param free the number of items that a list has before those that are known */
    KnownAnswer of(int free) {
        Optional<List<String>> list = Shape.list(plain);
        if (list.isPresent() && request.operation().operation().method().equals("GET")) {
            KnownAnswer answer = list(list.get(), free);
            if (answer.claims().isEmpty() || allowed.test(answer.body())) {
                return answer;
            }
        }
        Shape.item(plain).ifPresent(this::members);
        return applied(List.copyOf(members.values()));
    }

    private KnownAnswer applied(List<Fact> facts) {
        JsonNode all = plain.deepCopy();
        facts.forEach(fact -> apply(all, fact));
        if (facts.isEmpty() || allowed.test(all)) {
            return new KnownAnswer(all, claims(facts));
        }
        JsonNode some = plain;
        List<Fact> applied = new ArrayList<>();
        for (Fact fact : facts.subList(0, Math.min(facts.size(), MOST_ALONE))) {
            JsonNode next = some.deepCopy();
            apply(next, fact);
            if (allowed.test(next)) {
                some = next;
                applied.add(fact);
            }
        }
        return new KnownAnswer(some, claims(applied));
    }

    private void apply(JsonNode body, Fact fact) {
        if (fact.value().isNull() && !representation.takesNull(fact.place())) {
            JsonPlaces.remove(body, fact.place());
        } else {
            JsonPlaces.put(body, fact.place(), fact.value());
        }
    }

    private static List<Claim> claims(List<Fact> facts) {
        return facts.stream()
                .filter(Fact::binding)
                .<Claim>map(fact -> new Claim.Member(fact.place(), fact))
                .toList();
    }

    /** What comes later counts more: what is known, what is asked for, what this very request sends. */
    private void members(List<String> item) {
        anotherId(item).ifPresent(this::claim);
        for (Fact fact : known.after(request, representation, item)) {
            match(awaited.isPresent() ? fact.opened() : fact, item);
        }
        asked.query().keySet().forEach(name -> match(asked.query(name, List.of(name)), item));
        boolean anotherId = known.hasAnotherId(request);
        Optional<String> last = asked.lastParameter().filter(name -> !anotherId);
        asked.pathNames().stream()
                .filter(name -> !name.equals("id")
                        && (!anotherId
                                || asked.lastParameter().filter(name::equals).isEmpty()))
                .forEach(name -> match(asked.path(name, List.of(name)), item));
        last.filter(asked::isIdOfItem)
                .filter(name -> name.equals("id") || !representation.declares(JsonPlaces.child(item, name)))
                .ifPresent(name -> match(asked.path(name, List.of("id")), item));
        if (Facts.isWrite(request)) {
            new SentBody(request).members().forEach(fact -> match(fact, item));
            new SentBody(request).unwrapped().forEach(fact -> match(fact, item));
        }
    }

    /** At the same place of the body, or of the resource in it. */
    private void match(Fact fact, List<String> item) {
        List<String> inItem = JsonPlaces.joined(item, fact.place());
        for (List<String> place : item.isEmpty() ? List.of(inItem) : List.of(fact.place(), inItem)) {
            boolean sent = fact.origin().kind() == Origin.Kind.SENT;
            Optional<JsonNode> typed = representation.typed(place, fact.value(), sent);
            if (typed.isPresent()) {
                boolean open = awaited.filter(places -> places.contains(place)).isPresent();
                claim(new Fact(place, typed.get(), fact.origin(), fact.binding() && !open));
                return;
            }
        }
    }

    private void claim(Fact fact) {
        members.keySet().removeIf(place -> JsonPlaces.overlap(place, fact.place()));
        members.put(fact.place(), fact);
    }

    /** An id that the description shows in an example is that of the first creation only. */
    private Optional<Fact> anotherId(List<String> item) {
        return Shape.idName(JsonPlaces.at(plain, item), asked.itemParameter())
                .filter(name -> request.operation().operation().method().equals("POST"))
                .map(name -> JsonPlaces.child(item, name))
                .filter(place ->
                        known.isTaken(request, JsonPlaces.at(plain, place).asText()))
                .map(place -> new Fact(
                        place,
                        Ids.counted(JsonPlaces.at(plain, place), known.seed(request) + 1),
                        new Origin(
                                Origin.Kind.SHOWN,
                                request.visit().step().stepId(),
                                request.visit().step().position()),
                        false));
    }

    private KnownAnswer list(List<String> list, int free) {
        ListOfResources resources = new ListOfResources(list);
        JsonNode body = plain.deepCopy();
        ArrayNode items = (ArrayNode) JsonPlaces.at(body, list);
        ArrayNode arranged = resources.arranged(items, free);
        if (list.isEmpty()) {
            body = arranged;
        } else {
            JsonPlaces.put(body, list, arranged);
        }
        return new KnownAnswer(body, resources.claims);
    }

    /** The list at a path: what is known to be in it, and the filters that all of it passes. */
    private final class ListOfResources {

        private final List<String> list;
        private final List<Fact> filters = new ArrayList<>();
        private final List<Claim> claims = new ArrayList<>();
        private boolean whole = true;

        ListOfResources(List<String> list) {
            this.list = list;
            asked.query().keySet().forEach(name -> {
                Optional<Fact> filter = typed(asked.query(name, List.of(name)));
                filter.ifPresentOrElse(
                        filters::add,
                        () -> whole &= asked.keepsAll(name, known.in(request).size()));
            });
            asked.pathNames().stream()
                    .filter(name -> !name.equals("id"))
                    .forEach(name -> typed(asked.path(name, List.of(name))).ifPresent(filters::add));
            filters.forEach(filter -> claims.add(new Claim.Each(list, filter)));
        }

        private Optional<Fact> typed(Fact fact) {
            boolean sent = fact.origin().kind() == Origin.Kind.SENT;
            return representation
                    .typed(JsonPlaces.joined(JsonPlaces.child(list, "0"), fact.place()), fact.value(), sent)
                    .map(fact::holding);
        }

        ArrayNode arranged(ArrayNode shown, int free) {
            JsonNode sample = shown.isEmpty() ? JsonNodeFactory.instance.objectNode() : shown.get(0);
            Optional<String> idName = Shape.idName(sample, asked.itemParameter());
            List<ObjectNode> listed = new ArrayList<>();
            List<String> ids = new ArrayList<>();
            for (Resource resource : known.in(request)) {
                if (idName.isEmpty()) {
                    break;
                }
                String id = resource.path().last();
                ids.add(id);
                if (resource.gone().isPresent()) {
                    resource.gone()
                            .filter(origin -> origin.kind() == Origin.Kind.DELETED)
                            .ifPresent(origin ->
                                    claims.add(new Claim.Unlisted(list, idName.get(), id, resource.path(), origin)));
                } else if (filters.stream().noneMatch(filter -> contradicts(resource, filter))) {
                    listed.add(item(sample, idName.get(), resource));
                } else {
                    facts(resource, idName.get());
                }
            }
            List<JsonNode> others = StreamSupport.stream(shown.spliterator(), false)
                    .filter(item -> idName.isEmpty()
                            || !ids.contains(item.path(idName.get()).asText()))
                    .toList();
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < free; i++) {
                all.add(other(others.isEmpty() ? sample : others.get(i % others.size()), idName, i + 1L));
            }
            listed.forEach(all::add);
            for (int i = free; i < others.size() && all.size() < Math.max(shown.size(), listed.size() + free); i++) {
                all.add(other(others.get(i), Optional.empty(), 1));
            }
            return all;
        }

        private boolean contradicts(Resource resource, Fact filter) {
            return resource.facts().stream()
                    .filter(fact -> fact.binding() && fact.place().equals(filter.place()))
                    .anyMatch(fact -> !JsonPlaces.same(fact.value(), filter.value()));
        }

        private JsonNode other(JsonNode item, Optional<String> idName, long count) {
            JsonNode other = item.deepCopy();
            idName.filter(name -> other instanceof ObjectNode)
                    .ifPresent(name -> ((ObjectNode) other).set(name, Ids.counted(item.get(name), count + 100)));
            filters.forEach(filter -> JsonPlaces.put(other, filter.place(), filter.value()));
            return other;
        }

        private ObjectNode item(JsonNode sample, String idName, Resource resource) {
            ObjectNode item = sample.deepCopy();
            typed(new Fact(
                            List.of(idName),
                            JsonNodeFactory.instance.textNode(resource.path().last()),
                            resource.there()
                                    .orElse(new Origin(
                                            Origin.Kind.SHOWN,
                                            request.visit().step().stepId(),
                                            request.visit().step().position())),
                            true))
                    .ifPresent(id -> item.set(idName, id.value()));
            facts(resource, idName).forEach(fact -> JsonPlaces.put(item, fact.place(), fact.value()));
            filters.forEach(filter -> JsonPlaces.put(item, filter.place(), filter.value()));
            boolean passes = whole
                    && filters.stream()
                            .allMatch(filter ->
                                    asked.pathNames().contains(filter.place().get(0))
                                            || resource.facts().stream()
                                                    .anyMatch(fact -> fact.binding()
                                                            && fact.place().equals(filter.place())));
            resource.there()
                    .filter(origin -> passes)
                    .ifPresent(origin -> claims.add(
                            new Claim.Listed(list, idName, resource.path().last(), resource.path(), origin)));
            return item;
        }

        private List<Fact> facts(Resource resource, String idName) {
            List<Fact> typed = resource.facts().stream()
                    .filter(fact -> !fact.place().equals(List.of(idName))
                            && !fact.value().isNull())
                    .flatMap(fact -> typed(fact).stream())
                    .toList();
            typed.stream()
                    .filter(Fact::binding)
                    .forEach(fact -> claims.add(
                            new Claim.Item(list, idName, resource.path().last(), fact)));
            return typed;
        }
    }
}
