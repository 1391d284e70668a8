package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.model.LocatedNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Fills absent members with the {@code default} of their schema, through {@code properties} of any depth (AMB-07). */
final class InputDefaults {

    private final SchemaDocuments documents;

    InputDefaults(SchemaDocuments documents) {
        this.documents = documents;
    }

    /** Changes the value. */
    void apply(LocatedNode schema, ObjectNode value) {
        apply(schema, value, new HashSet<>());
    }

    /** @param defaulted the schemas whose defaults the value is part of: a recursive one would never end */
    private void apply(LocatedNode schema, ObjectNode value, Set<String> defaulted) {
        Set<String> passed = new HashSet<>();
        applyOne(schema, value, defaulted, passed);
    }

    private void applyOne(LocatedNode schema, ObjectNode value, Set<String> defaulted, Set<String> passed) {
        if (!passed.add(key(schema))) {
            return;
        }
        schema.member("properties")
                .ifPresent(properties -> properties
                        .members()
                        .forEach((name, property) -> applyMember(name, property, value, defaulted)));
        if (schema.member("$ref").isPresent()) {
            documents.dereference(schema).ifPresent(target -> applyOne(target, value, defaulted, passed));
        }
        schema.member("allOf")
                .ifPresent(allOf -> allOf.items().forEach(branch -> applyOne(branch, value, defaulted, passed)));
    }

    private void applyMember(String name, LocatedNode property, ObjectNode value, Set<String> defaulted) {
        Set<String> origin = defaulted;
        if (!value.has(name)) {
            Optional<JsonNode> fallback = fallback(property);
            if (fallback.isEmpty() || defaulted.contains(key(property))) {
                return;
            }
            origin = new HashSet<>(defaulted);
            origin.add(key(property));
            value.set(name, fallback.get().deepCopy());
        }
        if (value.get(name) instanceof ObjectNode member) {
            apply(property, member, origin);
        }
    }

    private Optional<JsonNode> fallback(LocatedNode property) {
        return property.member("default")
                .or(() -> documents.dereference(property).flatMap(target -> target.member("default")))
                .map(LocatedNode::value);
    }

    private static String key(LocatedNode schema) {
        return schema.uri() + "#" + schema.pointer();
    }
}
