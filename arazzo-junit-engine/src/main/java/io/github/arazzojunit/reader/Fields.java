package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.LocatedNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Typed access to the fields of one object; whatever is not as it has to be becomes a finding. */
final class Fields {

    private final LocatedNode node;
    private final ObjectKind kind;
    private final Reading reading;

    private Fields(LocatedNode node, ObjectKind kind, Reading reading) {
        this.node = node;
        this.kind = kind;
        this.reading = reading;
    }

    /** The fields of an object of that kind, unknown ones reported; empty, with a finding, when it is no object. */
    static Optional<Fields> of(LocatedNode node, ObjectKind kind, Reading reading) {
        if (!node.isObject()) {
            reading.report(
                    ReaderRule.WRONG_TYPE,
                    node,
                    "A " + kind.label() + " has to be an object, but here is " + JsonType.describe(node) + ".",
                    "Write an object with the fields " + String.join(", ", kind.allFields()) + ".");
            return Optional.empty();
        }
        Fields fields = new Fields(node, kind, reading);
        FieldNames.check(fields, kind, reading);
        return Optional.of(fields);
    }

    LocatedNode node() {
        return node;
    }

    /** Where a field stands; the object itself when the field is absent. */
    LocatedNode at(String field) {
        return node.member(field).orElse(node);
    }

    /** How messages name the object: {@code step 'login'}. */
    String owner() {
        return node.member(kind.identifier())
                .filter(LocatedNode::isText)
                .map(id -> kind.label() + " '" + JsonType.abridged(id.text()) + "'")
                .orElse(kind.label());
    }

    /** The value of a field, null included. */
    Optional<LocatedNode> any(String field) {
        return node.member(field);
    }

    /** The value of a field; null counts as absent. */
    Optional<LocatedNode> given(String field) {
        return node.member(field).filter(value -> !isNull(value));
    }

    boolean has(String field) {
        return given(field).isPresent();
    }

    /** The value of a field; null is reported and counts as absent. */
    Optional<LocatedNode> present(String field) {
        Optional<LocatedNode> value = node.member(field);
        value.filter(Fields::isNull)
                .ifPresent(empty -> reading.report(
                        ReaderRule.NULL_FIELD,
                        empty,
                        "The field '" + field + "' of the " + owner()
                                + " has no value; it is read as if it were absent.",
                        "Remove the field or give it a value."));
        return given(field);
    }

    /** The value of a field that has to be there, null included. */
    Optional<LocatedNode> required(String field) {
        Optional<LocatedNode> value = node.member(field);
        if (value.isEmpty()) {
            reading.report(
                    ReaderRule.MISSING_FIELD,
                    node,
                    "The " + owner() + " has no field '" + field + "', which it needs.",
                    node.member("$ref").isPresent()
                            ? "'$ref' has no meaning here: write the object itself."
                            : "Add '" + field + "'.");
        }
        return value;
    }

    Optional<LocatedNode> typed(String field, JsonType type) {
        return present(field).filter(value -> hasType(field, value, type));
    }

    Optional<LocatedNode> requiredTyped(String field, JsonType type) {
        return required(field).filter(value -> hasType(field, value, type));
    }

    Optional<String> text(String field) {
        return typed(field, JsonType.TEXT).map(LocatedNode::text);
    }

    /** A text that has to be there and may be empty. */
    Optional<String> requiredText(String field) {
        return requiredTyped(field, JsonType.TEXT).map(LocatedNode::text);
    }

    /** A text of at least one visible character that has to be there. */
    Optional<String> requiredName(String field) {
        return requiredTyped(field, JsonType.TEXT)
                .filter(value -> isFilled(field, value))
                .map(LocatedNode::text);
    }

    /** A text of at least one visible character, if the field is there. */
    Optional<String> name(String field) {
        return typed(field, JsonType.TEXT)
                .filter(value -> isFilled(field, value))
                .map(LocatedNode::text);
    }

    /** One of several texts. */
    Optional<String> choice(String field, Optional<String> value, Collection<String> allowed) {
        if (value.isPresent() && !allowed.contains(value.get())) {
            reading.report(
                    ReaderRule.INVALID_VALUE,
                    at(field),
                    "The field '" + field + "' of the " + owner() + " is '" + JsonType.abridged(value.get())
                            + "', which is none of " + String.join(", ", allowed) + ".",
                    Nearest.hint(value.get(), allowed));
            return Optional.empty();
        }
        return value;
    }

    /** The entries of a list, possibly none. */
    List<LocatedNode> items(String field) {
        return typed(field, JsonType.LIST).map(LocatedNode::items).orElse(List.of());
    }

    /** The entries of a list; equal ones are reported (DOC-27). */
    List<LocatedNode> distinctItems(String field) {
        List<LocatedNode> items = items(field);
        Map<Object, Integer> seen = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Integer first = seen.putIfAbsent(items.get(i).value(), i);
            if (first != null) {
                reading.report(
                        ReaderRule.DUPLICATE_ENTRY,
                        items.get(i),
                        "Entry " + (i + 1) + " of '" + field + "' of the " + owner() + " equals entry " + (first + 1)
                                + "; every entry should stand there once.",
                        "Remove one of them.");
            }
        }
        return items;
    }

    /** As {@link #distinctItems}; an empty list is reported and counts as absent. */
    List<LocatedNode> itemsUnlessEmpty(String field) {
        List<LocatedNode> items = distinctItems(field);
        node.member(field)
                .filter(list -> list.isArray() && items.isEmpty())
                .ifPresent(list -> reading.report(
                        ReaderRule.EMPTY_LIST_IGNORED,
                        list,
                        "The list '" + field + "' of the " + owner() + " is empty; it is read as if it were absent.",
                        "Remove the field or fill the list."));
        return items;
    }

    /** The entries of a list that needs at least one. */
    List<LocatedNode> requiredItems(String field) {
        Optional<LocatedNode> list = requiredTyped(field, JsonType.LIST);
        List<LocatedNode> items = list.map(LocatedNode::items).orElse(List.of());
        list.filter(empty -> items.isEmpty())
                .ifPresent(empty -> reading.report(
                        ReaderRule.EMPTY_LIST,
                        empty,
                        "The list '" + field + "' of the " + owner() + " is empty, but needs at least one entry.",
                        "Add an entry."));
        return items;
    }

    /** The entries of a list of texts; every text once. */
    List<String> texts(List<LocatedNode> items, String field) {
        return items.stream()
                .filter(item -> hasType(field, item, JsonType.TEXT))
                .filter(item -> isFilled(field, item))
                .map(LocatedNode::text)
                .distinct()
                .toList();
    }

    /** The members of an object whose names are chosen by the author. */
    Map<String, LocatedNode> entries(String field) {
        return typed(field, JsonType.OBJECT).map(LocatedNode::members).orElse(Map.of());
    }

    /** Reports fields that are known, but mean nothing here. */
    void ignore(String reason, String... fields) {
        for (String field : fields) {
            node.member(field)
                    .ifPresent(value -> reading.report(
                            ReaderRule.IGNORED_FIELD,
                            value,
                            "The field '" + field + "' of the " + owner() + " is ignored: " + reason + ".",
                            "Remove the field."));
        }
    }

    private boolean hasType(String field, LocatedNode value, JsonType type) {
        if (!type.matches(value)) {
            reading.report(
                    ReaderRule.WRONG_TYPE,
                    value,
                    "'" + field + "' of the " + owner() + " has to be " + type.label() + ", but is "
                            + JsonType.describe(value) + ".",
                    type == JsonType.TEXT && value.value().isValueNode() && !isNull(value)
                            ? "Put the value in quotes."
                            : "Write " + type.label() + ".");
        }
        return type.matches(value);
    }

    private boolean isFilled(String field, LocatedNode value) {
        boolean filled = !value.text().isBlank();
        if (!filled) {
            reading.report(
                    ReaderRule.EMPTY_TEXT,
                    value,
                    "'" + field + "' of the " + owner() + " is an empty text.",
                    "Fill it.");
        }
        return filled;
    }

    private static boolean isNull(LocatedNode node) {
        return node.value().isNull();
    }
}
