package io.github.arazzojunit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Parameter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads objects and fields while one operation is read, and gathers all that is left out because it is broken or unknown.
 * Confined to the reading thread.
 */
final class FindingCollector {

    private static final int QUOTED_CHARACTERS = 80;

    private final ApiDescription description;
    private final Set<Finding> findings = new LinkedHashSet<>();

    FindingCollector(ApiDescription description) {
        this.description = description;
    }

    /** The object that this node is or refers to; anything else becomes a finding. */
    Optional<LocatedNode> object(LocatedNode node, DescriptionObject kind) {
        Resolved resolved = description.dereference(node);
        resolved.finding().ifPresent(findings::add);
        resolved.references().forEach(this::checkReference);
        resolved.node().filter(found -> !found.isObject()).ifPresent(found -> wrong(found, kind.label(), "an object"));
        Optional<LocatedNode> object = resolved.node().filter(LocatedNode::isObject);
        object.ifPresent(found -> checkFields(found, kind));
        return object;
    }

    private void checkReference(LocatedNode reference) {
        reference.members().forEach((field, value) -> {
            if (!DescriptionObject.mayStandBesideReference(field)) {
                ignored(
                        value,
                        "The field '%s' stands beside '$ref'".formatted(field),
                        "Move it to where '$ref' leads.");
            }
        });
    }

    /** Reports fields that the object should not have. */
    void checkFields(LocatedNode object, DescriptionObject kind) {
        object.members().forEach((field, value) -> {
            if (!kind.knows(field)) {
                ignored(
                        value,
                        "%s has no field '%s'".formatted(kind.label(), field),
                        "Remove it, or write one of %s.".formatted(String.join(", ", kind.fields())));
            }
        });
    }

    Optional<String> text(LocatedNode owner, String field) {
        return typed(owner, field, JsonNode::isTextual, "a text").map(LocatedNode::text);
    }

    Optional<Boolean> flag(LocatedNode owner, String field) {
        return typed(owner, field, JsonNode::isBoolean, "true or false")
                .map(value -> value.value().booleanValue());
    }

    boolean isTrue(LocatedNode owner, String field) {
        return flag(owner, field).orElse(false);
    }

    /** A style that values at the location can have. */
    Optional<ParameterStyle> style(LocatedNode owner, Parameter.Location location) {
        Optional<String> text = text(owner, "style");
        Optional<ParameterStyle> style = text.flatMap(ParameterStyle::of).filter(known -> known.isPossibleAt(location));
        text.filter(other -> style.isEmpty())
                .ifPresent(other -> wrong(
                        owner.member("style").orElse(owner),
                        "\"style\" in %s".formatted(location.fieldValue()),
                        Arrays.stream(ParameterStyle.values())
                                .filter(known -> known.isPossibleAt(location))
                                .map(ParameterStyle::fieldValue)
                                .collect(Collectors.joining(", ", "one of ", ""))));
        return style;
    }

    /** A JSON Schema: an object or a boolean. */
    Optional<LocatedNode> schema(LocatedNode owner, String field) {
        return typed(owner, field, value -> value.isObject() || value.isBoolean(), "an object or a boolean");
    }

    /** The items of a list that may be absent. */
    List<LocatedNode> items(LocatedNode owner, String field) {
        return typed(owner, field, JsonNode::isArray, "a list")
                .map(LocatedNode::items)
                .orElse(List.of());
    }

    /** The texts of a list. */
    List<String> texts(LocatedNode list, String what) {
        if (!list.isArray()) {
            wrong(list, what, "a list of texts");
        }
        list.items().stream()
                .filter(item -> !item.isText())
                .forEach(item -> wrong(item, "An entry of " + what, "a text"));
        return list.items().stream()
                .filter(LocatedNode::isText)
                .map(LocatedNode::text)
                .toList();
    }

    /** The members of an object that may be absent, extensions aside. */
    Map<String, LocatedNode> members(LocatedNode owner, String field) {
        return typed(owner, field, JsonNode::isObject, "an object")
                .map(LocatedNode::members)
                .orElse(Map.of());
    }

    private Optional<LocatedNode> typed(LocatedNode owner, String field, Predicate<JsonNode> type, String expected) {
        Optional<LocatedNode> node = owner.member(field);
        node.filter(value -> !type.test(value.value())).ifPresent(value -> wrong(value, "\"" + field + "\"", expected));
        return node.filter(value -> type.test(value.value()));
    }

    void wrong(LocatedNode node, String what, String expected) {
        ignored(
                node,
                "%s must be %s, it is %s".formatted(what, expected, abridged(node)),
                "Mend the OpenAPI description.");
    }

    /** Reports something that plays no part in the run. */
    void ignored(LocatedNode node, String what, String remedy) {
        findings.add(Finding.warning("malformed-description", node, what + "; the run ignores it.", remedy));
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private static String abridged(LocatedNode node) {
        String text = node.value().toString();
        return text.length() > QUOTED_CHARACTERS ? text.substring(0, QUOTED_CHARACTERS) + "..." : text;
    }
}
