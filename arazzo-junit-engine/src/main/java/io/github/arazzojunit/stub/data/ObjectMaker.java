package io.github.arazzojunit.stub.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.model.LocatedNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes objects: what is required, what is described and not recursive, and further members where some are needed. */
final class ObjectMaker {

    private static final int MAX_PROPERTIES = 10_000;
    private static final int TRIES = 20;

    private final ValueMaker values;

    ObjectMaker(ValueMaker values) {
        this.values = values;
    }

    /** @param sparse without members that need not be there */
    ObjectNode make(Constraints constraints, LocatedNode schema, Place place, boolean sparse)
            throws UnsatisfiableException {
        return place.wishes().tokens().contains(Wishes.ANY)
                ? choose(constraints, schema, place, sparse)
                : makeWished(constraints, schema, place, sparse);
    }

    /** Any member will do, so each that the schemas know is tried, then one that they only allow. */
    private ObjectNode choose(Constraints constraints, LocatedNode schema, Place place, boolean sparse)
            throws UnsatisfiableException {
        ObjectRules rules = constraints.objects();
        List<String> names = new ArrayList<>(rules.knownNames());
        String further = furtherName(rules, schema, place.child(Wishes.ANY));
        boolean closed = rules.isClosedTo(further);
        if (!closed && !names.contains(further)) {
            names.add(further);
        }
        UnsatisfiableException failure = new UnsatisfiableException(
                schema,
                "no member of it can have " + place.wishes().child(Wishes.ANY).inside()
                        + (closed ? ", and further members are forbidden" : ""));
        for (String name : names) {
            try {
                return makeWished(
                        constraints, schema, place.wishing(place.wishes().choosing(name)), sparse);
            } catch (UnsatisfiableException e) {
                failure.addSuppressed(e);
            }
        }
        throw failure;
    }

    private ObjectNode makeWished(Constraints constraints, LocatedNode schema, Place place, boolean sparse)
            throws UnsatisfiableException {
        ObjectRules rules = constraints.objects();
        Map<String, JsonNode> members = new LinkedHashMap<>();
        Set<String> required = rules.requiredNames();
        for (String name : required) {
            if (!values.isHidden(rules.schemasOf(name))) {
                members.put(name, member(constraints, name, place));
            }
        }
        Set<String> unwanted = addWished(constraints, schema, place, members);
        if (place.base().isPresent() && !sparse) {
            place.base().get().fieldNames().forEachRemaining(name -> addOptional(constraints, name, place, members));
        } else if (!sparse) {
            for (String name : rules.knownNames()) {
                addOptional(constraints, name, place, members);
            }
        }
        members.keySet().removeAll(unwanted);
        addFurther(constraints, schema, place, members, sparse);
        if (members.size() > rules.maxProperties()) {
            throw new UnsatisfiableException(schema, "it requires more members than it allows");
        }
        return inOrder(rules, members);
    }

    /** @return those that are better left out */
    private Set<String> addWished(
            Constraints constraints, LocatedNode schema, Place place, Map<String, JsonNode> members)
            throws UnsatisfiableException {
        ObjectRules rules = constraints.objects();
        Set<String> unwanted = new HashSet<>();
        for (String name : place.wishes().tokens()) {
            if (members.containsKey(name)) {
                continue;
            }
            if (place.wishes().child(name).allowAbsence()) {
                unwanted.add(name);
                continue;
            }
            if (values.isHidden(rules.schemasOf(name))) {
                throw new UnsatisfiableException(
                        rules.schemasOf(name).get(0), "the member '" + name + "' is not part of a response");
            }
            if (!isName(rules, name)) {
                throw new UnsatisfiableException(schema, "'" + name + "' is no name that its members can have");
            }
            if (!rules.declares(name)) {
                refuseClosed(rules, name);
                values.supply(place.pointer() + "/" + name, schema);
            }
            members.put(name, member(constraints, name, place));
        }
        return unwanted;
    }

    private static void refuseClosed(ObjectRules rules, String name) throws UnsatisfiableException {
        for (LocatedNode further : rules.schemasOf(name)) {
            if (further.value().isBoolean() && !further.value().booleanValue()) {
                throw new UnsatisfiableException(
                        further, "there is no member '" + name + "', and further members are forbidden");
            }
        }
    }

    private JsonNode member(Constraints constraints, String name, Place place) throws UnsatisfiableException {
        List<LocatedNode> schemas = constraints.objects().schemasOf(name);
        Optional<TextNode> fixed = constraints.fixed(name).filter(value -> values.isValid(schemas, value));
        return fixed.isPresent() ? fixed.get() : values.make(schemas, place.child(name));
    }

    private void addOptional(Constraints constraints, String name, Place place, Map<String, JsonNode> members) {
        ObjectRules rules = constraints.objects();
        boolean fits = members.size() + rules.dependentsOf(name).size() < rules.maxProperties();
        if (members.containsKey(name)
                || !fits
                || values.isHidden(rules.schemasOf(name))
                || !members.keySet().containsAll(rules.dependentsOf(name))
                || !isName(rules, name)) {
            return;
        }
        try {
            members.put(name, member(constraints, name, place));
        } catch (UnsatisfiableException e) {
            // Recursive or impossible: the object is complete without it.
        }
    }

    private boolean isName(ObjectRules rules, String name) {
        return values.isValid(rules.nameSchemas(), TextNode.valueOf(name));
    }

    /** Members that the schemas do not name: as many as are needed, and one to show what a map holds. */
    private void addFurther(
            Constraints constraints, LocatedNode schema, Place place, Map<String, JsonNode> members, boolean sparse)
            throws UnsatisfiableException {
        ObjectRules rules = constraints.objects();
        boolean sample = members.isEmpty() && rules.describesAdditional() && !sparse;
        int wanted = Math.min(Math.max(rules.minProperties(), sample ? 1 : 0), rules.maxProperties());
        if (wanted > MAX_PROPERTIES) {
            throw new UnsatisfiableException(schema, "it asks for more than " + MAX_PROPERTIES + " members");
        }
        Optional<UnsatisfiableException> failure = Optional.empty();
        for (int attempt = 0; members.size() < wanted && attempt < wanted + TRIES; attempt++) {
            Place here = place.child("*").retry(attempt);
            try {
                String name = furtherName(rules, schema, here);
                if (!members.containsKey(name)) {
                    members.put(name, member(constraints, name, place));
                }
            } catch (UnsatisfiableException e) {
                failure = Optional.of(e);
            }
        }
        if (members.size() < rules.minProperties()) {
            throw failure.orElseGet(() -> new UnsatisfiableException(schema, "not enough members were found"));
        }
    }

    private String furtherName(ObjectRules rules, LocatedNode schema, Place place) throws UnsatisfiableException {
        if (!rules.nameSchemas().isEmpty()) {
            return values.make(rules.nameSchemas(), place).asText();
        }
        List<String> patterns = rules.patterns();
        if (!patterns.isEmpty() && place.attempt() % 2 == 0) {
            return TextRules.matching(patterns.get(place.attempt() / 2 % patterns.size()), schema, place.random());
        }
        String word = FormatSamples.word(place.random());
        return place.attempt() < TRIES ? word : word + place.attempt();
    }

    private static ObjectNode inOrder(ObjectRules rules, Map<String, JsonNode> members) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        rules.knownNames().stream().filter(members::containsKey).forEach(name -> object.set(name, members.get(name)));
        members.forEach((name, value) -> {
            if (!object.has(name)) {
                object.set(name, value);
            }
        });
        return object;
    }
}
