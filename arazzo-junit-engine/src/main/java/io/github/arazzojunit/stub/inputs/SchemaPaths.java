package io.github.arazzojunit.stub.inputs;

import io.github.arazzojunit.model.LocatedNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the schemas that hold for a place inside of a value. */
final class SchemaPaths {

    private SchemaPaths() {}

    /**
     * The schemas for a place; each list needs one of its schemas to hold. Empty where no schema says anything.
     *
     * @param pointer RFC 6901 pointer into a value of the schema
     */
    static List<List<LocatedNode>> at(Schemas schemas, LocatedNode schema, String pointer) {
        List<String> tokens = pointer.isEmpty()
                ? List.of()
                : Stream.of(pointer.substring(1).split("/", -1))
                        .map(token -> token.replace("~1", "/").replace("~0", "~"))
                        .toList();
        return at(schemas, schema, tokens, Set.of());
    }

    /** @param around the schemas of the same value around this one: those that contain themselves add nothing new */
    private static List<List<LocatedNode>> at(
            Schemas schemas, LocatedNode schema, List<String> tokens, Set<String> around) {
        if (tokens.isEmpty()) {
            return List.of(List.of(schema));
        }
        Optional<LocatedNode> found = schemas.dereference(schema);
        Set<String> inside = new HashSet<>(around);
        if (found.isEmpty() || !inside.add(found.get().uri() + "#" + found.get().pointer())) {
            return List.of();
        }
        LocatedNode node = found.get();
        List<List<LocatedNode>> all = new ArrayList<>();
        child(node, tokens.get(0))
                .ifPresent(child -> all.addAll(at(schemas, child, tokens.subList(1, tokens.size()), Set.of())));
        items(node, "allOf").forEach(branch -> all.addAll(at(schemas, branch, tokens, inside)));
        for (String union : List.of("oneOf", "anyOf")) {
            List<LocatedNode> alternatives = items(node, union)
                    .flatMap(branch -> at(schemas, branch, tokens, inside).stream())
                    .flatMap(List::stream)
                    .toList();
            if (!alternatives.isEmpty()) {
                all.add(alternatives);
            }
        }
        return all;
    }

    private static Optional<LocatedNode> child(LocatedNode schema, String token) {
        Optional<LocatedNode> property = schema.member("properties").flatMap(properties -> properties.member(token));
        if (property.isPresent()) {
            return property;
        }
        return token.matches("[0-9]+")
                ? schema.member("items").filter(LocatedNode::isObject)
                : schema.member("additionalProperties").filter(LocatedNode::isObject);
    }

    private static Stream<LocatedNode> items(LocatedNode schema, String keyword) {
        return schema.member(keyword).stream().flatMap(list -> list.items().stream());
    }
}
