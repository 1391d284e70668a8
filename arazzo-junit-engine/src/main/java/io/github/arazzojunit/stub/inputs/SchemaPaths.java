package io.github.arazzojunit.stub.inputs;

import io.github.arazzojunit.model.LocatedNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the schemas that hold for a place inside of a value. */
final class SchemaPaths {

    /** Schemas that contain themselves would be followed without end. */
    private static final int MAX_DEPTH = 50;

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
        return at(schemas, schema, tokens, 0);
    }

    private static List<List<LocatedNode>> at(Schemas schemas, LocatedNode schema, List<String> tokens, int depth) {
        if (tokens.isEmpty()) {
            return List.of(List.of(schema));
        }
        Optional<LocatedNode> found = schemas.dereference(schema);
        if (found.isEmpty() || depth > MAX_DEPTH) {
            return List.of();
        }
        LocatedNode node = found.get();
        List<List<LocatedNode>> all = new ArrayList<>();
        child(node, tokens.get(0))
                .ifPresent(child -> all.addAll(at(schemas, child, tokens.subList(1, tokens.size()), depth + 1)));
        items(node, "allOf").forEach(branch -> all.addAll(at(schemas, branch, tokens, depth + 1)));
        for (String union : List.of("oneOf", "anyOf")) {
            List<LocatedNode> alternatives = items(node, union)
                    .flatMap(branch -> at(schemas, branch, tokens, depth + 1).stream())
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
