package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.ApiDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Finds members that no schema of an object names although none forbids them: allowed, but nothing to rely on. An object
 * is left alone when a schema of it allows further members in so many words, forbids them, or says nothing about
 * members, and when a reference leads nowhere. Thread-safe.
 */
final class UndocumentedMembers {

    private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf");
    private static final List<String> SINGLE = List.of("if", "then", "else");
    private static final List<String> OTHERS = List.of("additionalProperties", "unevaluatedProperties");

    private final SchemaDocuments documents;
    private final Discriminators discriminators;

    UndocumentedMembers(ApiDescription description) {
        this.documents = SchemaDocuments.of(description);
        this.discriminators = new Discriminators(description.root(), documents, new SchemaPlaces());
    }

    /** RFC 6901 pointers, one for all items of a list. */
    List<String> in(LocatedNode schema, JsonNode value) {
        Map<String, String> found = new LinkedHashMap<>();
        visit(List.of(schema), value, "", "", found);
        return List.copyOf(found.values());
    }

    /** @param place the pointer with an asterisk for each index */
    private void visit(
            List<LocatedNode> schemas, JsonNode value, String pointer, String place, Map<String, String> found) {
        if (!value.isContainerNode()) {
            return;
        }
        Map<String, LocatedNode> all = new LinkedHashMap<>();
        schemas.forEach(schema -> collect(schema, value, all));
        List<LocatedNode> known = List.copyOf(all.values());
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                visit(items(known, i), value.get(i), pointer + "/" + i, place + "/*", found);
            }
            return;
        }
        boolean closed = isClosed(known);
        value.properties().forEach(member -> {
            String token = "/" + member.getKey().replace("~", "~0").replace("/", "~1");
            List<LocatedNode> declared = declared(known, member.getKey());
            if (declared.isEmpty() && closed) {
                found.putIfAbsent(place + token, pointer + token);
            }
            visit(declared, member.getValue(), pointer + token, place + token, found);
        });
    }

    /** A schema and all those that may be about the same value. */
    private void collect(LocatedNode schema, JsonNode value, Map<String, LocatedNode> all) {
        if (all.putIfAbsent(schema.uri() + "#" + schema.pointer(), schema) != null) {
            return;
        }
        if (schema.member("$ref").isPresent()) {
            documents.dereference(schema).ifPresent(target -> collect(target, value, all));
        }
        for (String list : LISTS) {
            schema.member(list).map(LocatedNode::items).orElse(List.of()).forEach(each -> collect(each, value, all));
        }
        for (String single : SINGLE) {
            schema.member(single).ifPresent(each -> collect(each, value, all));
        }
        schema.member("dependentSchemas")
                .map(LocatedNode::members)
                .orElse(Map.of())
                .values()
                .forEach(each -> collect(each, value, all));
        schema.member("discriminator")
                .flatMap(discriminator -> discriminator.member("propertyName"))
                .map(name -> value.path(name.text()))
                .filter(JsonNode::isTextual)
                .flatMap(name -> discriminators.target(schema, name.textValue()))
                .ifPresent(derived -> collect(derived, value, all));
    }

    private boolean isClosed(List<LocatedNode> schemas) {
        return schemas.stream().anyMatch(schema -> schema.member("properties").isPresent())
                && schemas.stream()
                        .noneMatch(schema -> OTHERS.stream()
                                .anyMatch(other -> schema.member(other).isPresent()))
                && schemas.stream()
                        .allMatch(schema -> documents.dereference(schema).isPresent());
    }

    private static List<LocatedNode> declared(List<LocatedNode> schemas, String name) {
        List<LocatedNode> declared = new ArrayList<>();
        for (LocatedNode schema : schemas) {
            schema.member("properties")
                    .flatMap(properties -> properties.member(name))
                    .ifPresent(declared::add);
            schema.member("patternProperties").map(LocatedNode::members).orElse(Map.of()).entrySet().stream()
                    .filter(entry -> matches(entry.getKey(), name))
                    .map(Map.Entry::getValue)
                    .forEach(declared::add);
        }
        if (declared.isEmpty()) {
            schemas.stream()
                    .flatMap(schema -> OTHERS.stream().flatMap(other -> schema.member(other).stream()))
                    .filter(LocatedNode::isObject)
                    .forEach(declared::add);
        }
        return declared;
    }

    private static boolean matches(String pattern, String name) {
        try {
            return Pattern.compile(pattern).matcher(name).find();
        } catch (PatternSyntaxException e) {
            return true;
        }
    }

    private static List<LocatedNode> items(List<LocatedNode> schemas, int index) {
        return schemas.stream()
                .flatMap(schema -> {
                    List<LocatedNode> first =
                            schema.member("prefixItems").map(LocatedNode::items).orElse(List.of());
                    Optional<LocatedNode> item =
                            index < first.size() ? Optional.of(first.get(index)) : schema.member("items");
                    return item.stream();
                })
                .toList();
    }
}
