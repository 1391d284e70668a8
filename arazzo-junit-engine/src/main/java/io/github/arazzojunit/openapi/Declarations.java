package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.LocatedNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which schemas declare the places inside of a value, whatever branch of a union it takes. Thread-safe. */
public final class Declarations {

    private static final List<String> BRANCHES = List.of("allOf", "anyOf", "oneOf");
    private static final List<String> CONDITIONAL = List.of("then", "else");
    private static final Set<String> SCALARS = Set.of("string", "number", "integer", "boolean");
    private static final List<String> CONTENT = List.of("properties", "patternProperties", "items", "prefixItems");

    /** Stands in a place for any item of an array or member of an object. */
    private static final String ANY = "*";

    private static final Pattern INDEX = Pattern.compile("0|[1-9]\\d{0,4}");

    private final ApiDescription description;

    /** For the schemas of this description. */
    public Declarations(ApiDescription description) {
        this.description = description;
    }

    /** What schemas say about a place. */
    public sealed interface Declaration {

        /** @param schemas each of which describes the value in some branch; references are followed */
        record Declared(List<LocatedNode> schemas) implements Declaration {}

        /** No schema on the way says what is inside. */
        record Free() implements Declaration {}

        /**
         * Others are declared.
         *
         * @param token the first name on the way that is not
         * @param names those that are
         * @param schema that could have declared it
         */
        record Undeclared(String token, Set<String> names, LocatedNode schema) implements Declaration {}
    }

    /** @param place names and indexes from the value; {@code *} for any */
    public Declaration at(LocatedNode schema, List<String> place) {
        List<LocatedNode> schemas = views(List.of(schema));
        for (String token : place) {
            List<LocatedNode> views = schemas;
            schemas = views(
                    views.stream().flatMap(view -> inside(view, token).stream()).toList());
            if (schemas.isEmpty()) {
                Set<String> names = new LinkedHashSet<>();
                views.forEach(view -> names.addAll(members(view, "properties").keySet()));
                return names.isEmpty() && views.stream().anyMatch(Declarations::isFree)
                        ? new Declaration.Free()
                        : new Declaration.Undeclared(token, names, views.get(0));
            }
        }
        return new Declaration.Declared(schemas);
    }

    /** The schemas that declare a place; none where it is not declared. */
    public List<LocatedNode> schemas(LocatedNode schema, List<String> place) {
        return at(schema, place) instanceof Declaration.Declared declared ? declared.schemas() : List.of();
    }

    /** The schemas themselves and everything that they are put together of. */
    private List<LocatedNode> views(List<LocatedNode> schemas) {
        Map<String, LocatedNode> views = new LinkedHashMap<>();
        schemas.forEach(schema -> collect(schema, views));
        return List.copyOf(views.values());
    }

    private void collect(LocatedNode schema, Map<String, LocatedNode> views) {
        List<LocatedNode> open = new ArrayList<>(List.of(schema));
        while (!open.isEmpty()) {
            LocatedNode next = open.remove(0);
            LocatedNode view = description.dereference(next).node().orElse(next);
            if (views.putIfAbsent(view.uri() + "#" + view.pointer(), view) != null) {
                continue;
            }
            if (next.isObject() && next.value().size() > 1 && view != next) {
                views.putIfAbsent(next.uri() + "#" + next.pointer(), next);
            }
            BRANCHES.forEach(keyword -> view.member(keyword).ifPresent(branches -> open.addAll(branches.items())));
            CONDITIONAL.forEach(keyword -> view.member(keyword).ifPresent(open::add));
        }
    }

    /** Whether the schema lets a value have members without saying anything about them. */
    private static boolean isFree(LocatedNode view) {
        boolean closed = view.member("additionalProperties")
                .filter(further -> !further.value().asBoolean() || further.isObject())
                .isPresent();
        return !closed
                && CONTENT.stream().noneMatch(view.value()::has)
                && !SCALARS.contains(view.value().path("type").asText());
    }

    private static List<LocatedNode> inside(LocatedNode view, String token) {
        List<LocatedNode> inside = new ArrayList<>();
        boolean any = token.equals(ANY);
        Map<String, LocatedNode> properties = members(view, "properties");
        if (any) {
            inside.addAll(properties.values());
        } else if (properties.containsKey(token)) {
            inside.add(properties.get(token));
        }
        members(view, "patternProperties").forEach((pattern, schema) -> {
            if (any || matches(pattern, token)) {
                inside.add(schema);
            }
        });
        if (inside.isEmpty()) {
            view.member("additionalProperties").filter(LocatedNode::isObject).ifPresent(inside::add);
        }
        if (any || INDEX.matcher(token).matches()) {
            List<LocatedNode> front =
                    view.member("prefixItems").map(LocatedNode::items).orElse(List.of());
            if (any) {
                inside.addAll(front);
            } else if (Integer.parseInt(token) < front.size()) {
                inside.add(front.get(Integer.parseInt(token)));
            }
            view.member("items").filter(LocatedNode::isObject).ifPresent(inside::add);
        }
        return inside;
    }

    private static boolean matches(String pattern, String name) {
        try {
            return Pattern.compile(pattern).matcher(name).find();
        } catch (PatternSyntaxException e) {
            return true;
        }
    }

    private static Map<String, LocatedNode> members(LocatedNode view, String keyword) {
        return view.member(keyword)
                .filter(LocatedNode::isObject)
                .map(LocatedNode::members)
                .orElse(Map.of());
    }
}
