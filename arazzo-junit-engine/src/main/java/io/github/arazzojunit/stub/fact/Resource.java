package io.github.arazzojunit.stub.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What is known about one resource. */
final class Resource {

    private final ResourcePath path;
    private final Map<List<String>, Fact> facts = new LinkedHashMap<>();
    private final Set<String> representations = new HashSet<>();
    private Optional<Origin> there = Optional.empty();
    private Optional<Origin> gone = Optional.empty();

    Resource(ResourcePath path) {
        this.path = path;
    }

    ResourcePath path() {
        return path;
    }

    /** Who made it, or found it; empty where nobody knows whether it exists. */
    Optional<Origin> there() {
        return there;
    }

    /** Who deleted it, or did not find it. */
    Optional<Origin> gone() {
        return gone;
    }

    void isThere(Origin origin) {
        if (there.isEmpty() || origin.kind() == Origin.Kind.CREATED) {
            there = Optional.of(origin);
        }
        gone = Optional.empty();
    }

    void isGone(Origin origin) {
        gone = Optional.of(origin);
        there = Optional.empty();
        facts.keySet().removeIf(place -> !Shape.isKey(place.get(0)));
    }

    /** Nobody knows any longer whether it exists. */
    void isUncertain() {
        gone = Optional.empty();
        there = Optional.empty();
    }

    void beginRun() {
        open();
        gone = Optional.empty();
        there = there.filter(origin -> origin.kind() == Origin.Kind.CREATED);
    }

    List<Fact> facts() {
        return List.copyOf(facts.values());
    }

    /** Replaces what is known at the place, inside of it and around it. */
    void learn(Fact fact) {
        facts.keySet().removeIf(place -> JsonPlaces.overlap(place, fact.place()));
        facts.put(fact.place(), fact);
    }

    /** What an answer has: the same as what was sent stays sent. */
    void learnShown(Fact fact) {
        Fact known = facts.get(fact.place());
        if (known == null
                || JsonPlaces.typings(known.value()).stream()
                        .noneMatch(typing -> JsonPlaces.same(typing, fact.value()))) {
            learn(fact);
        } else if (known.origin().kind() == Origin.Kind.SHOWN && (fact.binding() || !known.binding())) {
            facts.put(fact.place(), known.binding() ? known : fact);
        }
    }

    /** @param schema of an answer that shows it */
    void showsIn(String schema) {
        representations.add(schema);
    }

    boolean isRepresentedBy(String schema) {
        return representations.contains(schema);
    }

    void forget(Predicate<Fact> forgotten) {
        facts.values().removeIf(forgotten);
    }

    /** The provider may have changed what it made. */
    void open() {
        facts.replaceAll((place, fact) -> fact.opened());
    }

    /** Whether a member, other than the id that its path ends with, is this text. */
    boolean isKnownAs(String text) {
        return facts.values().stream()
                .filter(fact ->
                        fact.place().size() == 1 && Shape.isKey(fact.place().get(0)))
                .anyMatch(fact -> fact.value().asText().equals(text));
    }

    /** All of it as one object. */
    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        new ArrayList<>(facts.values()).forEach(fact -> JsonPlaces.put(document, fact.place(), fact.value()));
        return document;
    }

    Optional<JsonNode> value(List<String> place) {
        return Optional.ofNullable(facts.get(place)).map(Fact::value);
    }
}
