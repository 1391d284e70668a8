package io.github.arazzojunit.stub.inputs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.model.LocatedNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One value for one input.
 *
 * @param schemas of the document of the workflow
 * @param schema of the input
 */
record InputValue(Schemas schemas, Optional<LocatedNode> schema, List<Flow> flows) {

    /** Where the first value does not suit all places, others are tried. */
    private static final int SEEDS = 4;

    /** Empty where the schema of the input allows nothing. */
    Optional<JsonNode> make(String name) {
        Map<String, List<Flow>> byPointer = flows.stream()
                .collect(Collectors.groupingBy(
                        Flow::pointer,
                        () -> new TreeMap<>(
                                Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())),
                        Collectors.toList()));
        List<Flow> ofAll = byPointer.getOrDefault("", List.of());
        boolean hasParts = byPointer.keySet().stream().anyMatch(pointer -> !pointer.isEmpty());
        Optional<JsonNode> root = hasParts && ofAll.isEmpty() && schema.isEmpty()
                ? Optional.of(JsonNodeFactory.instance.objectNode())
                : choose(name, schema, ofAll);
        root.ifPresent(value -> byPointer.forEach((pointer, uses) -> {
            if (!pointer.isEmpty()) {
                part(name, value, pointer, uses);
            }
        }));
        return root;
    }

    private void part(String name, JsonNode root, String pointer, List<Flow> uses) {
        JsonNode present = root.at(pointer);
        if (!present.isMissingNode() && uses.stream().allMatch(use -> use.accepts(present))) {
            return;
        }
        Optional<LocatedNode> ofPart = schema.stream()
                .flatMap(whole -> SchemaPaths.at(schemas, whole, pointer).stream())
                .flatMap(List::stream)
                .findFirst();
        choose(name, ofPart, uses).ifPresent(value -> set(root, pointer, value));
    }

    private Optional<JsonNode> choose(String name, Optional<LocatedNode> own, List<Flow> uses) {
        Set<JsonNode> candidates = new LinkedHashSet<>();
        own.ifPresent(node -> candidates.addAll(shown(node)));
        for (int seed = 0; seed < SEEDS; seed++) {
            for (Flow use : uses) {
                candidates.addAll(use.proposals(seed));
            }
            if (own.isPresent()) {
                schemas.make(own.get(), List.of(), seed).ifPresent(candidates::add);
            }
            Optional<JsonNode> suitable = suitable(own, uses, candidates, uses.size());
            if (suitable.isPresent()) {
                return suitable;
            }
        }
        candidates.add(TextNode.valueOf(name));
        for (int enough = uses.size(); enough >= 0; enough--) {
            Optional<JsonNode> suitable = suitable(own, uses, candidates, enough);
            if (suitable.isPresent()) {
                return suitable;
            }
        }
        return Optional.empty();
    }

    /** @param enough how many of the places have to accept the value */
    private Optional<JsonNode> suitable(
            Optional<LocatedNode> own, List<Flow> uses, Set<JsonNode> candidates, int enough) {
        return candidates.stream()
                .flatMap(candidate -> Scalars.readings(candidate).stream())
                .filter(candidate ->
                        own.map(node -> schemas.accept(node, candidate)).orElse(true))
                .filter(candidate ->
                        uses.stream().filter(use -> use.accepts(candidate)).count() >= enough)
                .<JsonNode>map(JsonNode::deepCopy)
                .findFirst();
    }

    /** What the schema itself shows; where it lists values, only they are allowed anyway. */
    private List<JsonNode> shown(LocatedNode node) {
        List<JsonNode> shown = new ArrayList<>();
        schemas.dereference(node).ifPresent(target -> {
            Stream.of("default", "example", "const")
                    .flatMap(keyword -> target.member(keyword).stream())
                    .map(LocatedNode::value)
                    .forEach(shown::add);
            Stream.of("examples", "enum")
                    .flatMap(keyword -> target.member(keyword).stream())
                    .flatMap(list -> list.items().stream())
                    .map(LocatedNode::value)
                    .forEach(shown::add);
        });
        return shown;
    }

    /** Puts a value in place, objects in between where they are missing. */
    private static void set(JsonNode root, String pointer, JsonNode value) {
        int slash = pointer.lastIndexOf('/');
        String token = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
        JsonNode parent = root.at(pointer.substring(0, slash));
        if (parent.isMissingNode()) {
            set(root, pointer.substring(0, slash), JsonNodeFactory.instance.objectNode());
            parent = root.at(pointer.substring(0, slash));
        }
        if (parent instanceof ObjectNode object) {
            object.set(token, value);
        } else if (parent instanceof ArrayNode array && token.matches("[0-9]{1,3}")) {
            int index = Integer.parseInt(token);
            while (array.size() <= index) {
                array.add(value.deepCopy());
            }
            array.set(index, value);
        }
    }
}
