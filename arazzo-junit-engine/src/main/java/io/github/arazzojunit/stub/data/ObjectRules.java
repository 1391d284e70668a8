package io.github.arazzojunit.stub.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.model.LocatedNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is said about objects. */
final class ObjectRules {

    /** What one schema says; {@code additional} is for the members that it neither names nor has a pattern for. */
    private record Layout(
            Map<String, LocatedNode> properties, Map<Pattern, LocatedNode> patterns, Optional<LocatedNode> additional) {

        List<LocatedNode> schemasOf(String name) {
            List<LocatedNode> schemas = new ArrayList<>();
            Optional.ofNullable(properties.get(name)).ifPresent(schemas::add);
            patterns.forEach((pattern, schema) -> {
                if (pattern.matcher(name).find()) {
                    schemas.add(schema);
                }
            });
            return schemas.isEmpty() ? additional.stream().toList() : schemas;
        }
    }

    private final List<Layout> layouts = new ArrayList<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final Map<String, Set<String>> dependents = new LinkedHashMap<>();
    private final List<LocatedNode> names = new ArrayList<>();
    private int minProperties;
    private int maxProperties = Integer.MAX_VALUE;
    private boolean used;

    void add(LocatedNode schema) throws UnsatisfiableException {
        JsonNode keywords = schema.value();
        Map<Pattern, LocatedNode> patterns = new LinkedHashMap<>();
        for (Entry<String, LocatedNode> entry :
                members(schema, "patternProperties").entrySet()) {
            patterns.put(TextRules.compiled(entry.getValue(), entry.getKey()), entry.getValue());
        }
        layouts.add(new Layout(members(schema, "properties"), patterns, schema.member("additionalProperties")));
        keywords.path("required").forEach(name -> required.add(name.asText()));
        keywords.path("dependentRequired")
                .properties()
                .forEach(entry -> entry.getValue()
                        .forEach(name -> dependents
                                .computeIfAbsent(entry.getKey(), key -> new LinkedHashSet<>())
                                .add(name.asText())));
        schema.member("propertyNames").ifPresent(names::add);
        minProperties = Math.max(minProperties, keywords.path("minProperties").asInt(0));
        maxProperties = Math.min(maxProperties, keywords.path("maxProperties").asInt(Integer.MAX_VALUE));
        used |= keywords.has("properties")
                || keywords.has("patternProperties")
                || keywords.has("additionalProperties")
                || keywords.has("required")
                || keywords.has("minProperties")
                || keywords.has("propertyNames");
    }

    private static Map<String, LocatedNode> members(LocatedNode schema, String keyword) {
        return schema.member(keyword).map(LocatedNode::members).orElse(Map.of());
    }

    boolean isUsed() {
        return used;
    }

    int minProperties() {
        return minProperties;
    }

    int maxProperties() {
        return maxProperties;
    }

    /** In the order in which the schemas name them, those that are only required last. */
    Set<String> knownNames() {
        Set<String> known = new LinkedHashSet<>();
        layouts.forEach(layout -> known.addAll(layout.properties().keySet()));
        known.addAll(required);
        return known;
    }

    /** The required members, and those that they bring with them. */
    Set<String> requiredNames() {
        Set<String> all = new LinkedHashSet<>(required);
        boolean grown = true;
        while (grown) {
            grown = all.addAll(all.stream()
                    .flatMap(name -> dependents.getOrDefault(name, Set.of()).stream())
                    .toList());
        }
        return all;
    }

    /** What a member brings with it. */
    Set<String> dependentsOf(String name) {
        return dependents.getOrDefault(name, Set.of());
    }

    /** Everything that the member with this name has to satisfy. */
    List<LocatedNode> schemasOf(String name) {
        return layouts.stream()
                .flatMap(layout -> layout.schemasOf(name).stream())
                .toList();
    }

    /** Whether no member can have this name. */
    boolean isClosedTo(String name) {
        return schemasOf(name).stream()
                .anyMatch(
                        schema -> schema.value().isBoolean() && !schema.value().booleanValue());
    }

    /** Patterns of the members that may be added, each with a schema that allows them. */
    List<String> patterns() {
        return layouts.stream()
                .flatMap(layout -> layout.patterns().keySet().stream())
                .map(Pattern::pattern)
                .toList();
    }

    /** Whether a schema names the member, has a pattern for it or describes members of any name. */
    boolean declares(String name) {
        return layouts.stream()
                .anyMatch(layout -> layout.properties().containsKey(name)
                        || !layout.schemasOf(name).isEmpty()
                                && layout.schemasOf(name).stream().allMatch(LocatedNode::isObject));
    }

    /** Whether a map is meant: members of any name, whose values have a schema of their own. */
    boolean describesAdditional() {
        return layouts.stream()
                .anyMatch(layout -> !layout.patterns().isEmpty()
                        || layout.additional().filter(LocatedNode::isObject).isPresent());
    }

    /** What the names themselves have to satisfy. */
    List<LocatedNode> nameSchemas() {
        return names;
    }
}
