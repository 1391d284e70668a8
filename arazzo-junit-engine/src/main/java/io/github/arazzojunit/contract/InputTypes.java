package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.model.LocatedNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** What schemas say about the types of members, as far as a look at them shows, without a value. */
final class InputTypes {

    private static final List<String> ALL_OF = List.of("allOf");
    private static final List<String> COMBINED = List.of("allOf", "anyOf", "oneOf");

    private final SchemaDocuments documents;

    InputTypes(SchemaDocuments documents) {
        this.documents = documents;
    }

    /** The types that a schema allows, in the order in which it names them; empty where it allows all. */
    List<String> of(LocatedNode schema) {
        Set<String> types = new LinkedHashSet<>();
        boolean nullable = false;
        for (LocatedNode part : parts(schema, ALL_OF)) {
            List<String> own = own(part);
            if (types.isEmpty()) {
                types.addAll(own);
            } else if (!own.isEmpty()) {
                types.removeIf(type -> !own.contains(type));
            }
            nullable |= part.member("nullable")
                    .filter(flag -> flag.value().asBoolean())
                    .isPresent();
        }
        if (nullable && !types.isEmpty()) {
            types.add("null");
        }
        return List.copyOf(types);
    }

    /** The schema of a member, or of what has no name of its own there. */
    Optional<LocatedNode> member(LocatedNode schema, String name) {
        List<LocatedNode> parts = parts(schema, COMBINED);
        return first(parts, part -> part.member("properties").flatMap(properties -> properties.member(name)))
                .or(() -> first(parts, part -> matching(part, name)))
                .or(() -> first(parts, part -> part.member("additionalProperties")))
                .filter(LocatedNode::isObject);
    }

    Optional<LocatedNode> item(LocatedNode schema) {
        return first(parts(schema, COMBINED), part -> part.member("items")).filter(LocatedNode::isObject);
    }

    private List<String> own(LocatedNode schema) {
        Optional<LocatedNode> type = schema.member("type");
        if (type.isPresent()) {
            return type.get().isText()
                    ? List.of(type.get().text())
                    : type.get().items().stream()
                            .filter(LocatedNode::isText)
                            .map(LocatedNode::text)
                            .toList();
        }
        Optional<LocatedNode> constant = schema.member("const");
        if (constant.isPresent()) {
            return List.of(type(constant.get().value()));
        }
        Optional<LocatedNode> choice = schema.member("enum");
        if (choice.isPresent()) {
            return choice.get().items().stream()
                    .map(item -> type(item.value()))
                    .distinct()
                    .toList();
        }
        return Stream.of("oneOf", "anyOf")
                .flatMap(union -> schema.member(union).stream())
                .findFirst()
                .map(union -> ofUnion(union.items()))
                .orElse(List.of());
    }

    /** A branch that allows all types allows all of them. */
    private List<String> ofUnion(List<LocatedNode> branches) {
        List<List<String>> types = branches.stream().map(this::of).toList();
        return types.stream().anyMatch(List::isEmpty)
                ? List.of()
                : types.stream().flatMap(List::stream).distinct().toList();
    }

    /** The schema and those that count as much as it does: behind its references and in its combinations. */
    private List<LocatedNode> parts(LocatedNode schema, List<String> combinations) {
        List<LocatedNode> parts = new ArrayList<>();
        collect(schema, combinations, parts, new HashSet<>());
        return parts;
    }

    private void collect(LocatedNode schema, List<String> combinations, List<LocatedNode> parts, Set<String> passed) {
        if (!passed.add(schema.uri() + "#" + schema.pointer())) {
            return;
        }
        parts.add(schema);
        if (schema.member("$ref").isPresent()) {
            documents.dereference(schema).ifPresent(target -> collect(target, combinations, parts, passed));
        }
        combinations.stream()
                .flatMap(keyword -> schema.member(keyword).stream())
                .flatMap(branches -> branches.items().stream())
                .forEach(branch -> collect(branch, combinations, parts, passed));
    }

    private static Optional<LocatedNode> matching(LocatedNode schema, String name) {
        return schema.member("patternProperties").stream()
                .flatMap(patterns -> patterns.members().entrySet().stream())
                .filter(pattern -> matches(pattern.getKey(), name))
                .map(Entry::getValue)
                .findFirst();
    }

    private static boolean matches(String pattern, String name) {
        try {
            return Pattern.compile(pattern).matcher(name).find();
        } catch (PatternSyntaxException notOfJava) {
            return false;
        }
    }

    private static Optional<LocatedNode> first(
            List<LocatedNode> parts, Function<LocatedNode, Optional<LocatedNode>> member) {
        return parts.stream().flatMap(part -> member.apply(part).stream()).findFirst();
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case OBJECT -> "object";
            case ARRAY -> "array";
            default -> "string";
        };
    }
}
