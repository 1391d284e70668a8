package io.github.arazzojunit.stub.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.stub.data.Choice.Union;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that a set of schemas says about one value, references followed and {@code allOf} merged. */
final class Constraints {

    private static final int SHOWN_VALUES = 8;

    private final Set<String> entries = new LinkedHashSet<>();
    private final Set<ValueType> types = EnumSet.allOf(ValueType.class);
    private final List<ValueType> declared = new ArrayList<>();
    private final List<LocatedNode> typed = new ArrayList<>();
    private final List<JsonNode> examples = new ArrayList<>();
    private final List<JsonNode> values = new ArrayList<>();
    private final List<Union> unions = new ArrayList<>();
    private final Map<String, TextNode> fixed = new HashMap<>();
    private final NumberRules numbers = new NumberRules();
    private final TextRules texts = new TextRules();
    private final ArrayRules arrays = new ArrayRules();
    private final ObjectRules objects = new ObjectRules();
    private boolean enumerated;
    private boolean conditional;

    /** @param schema no reference, and not yet added */
    void add(LocatedNode schema) throws UnsatisfiableException {
        addType(schema);
        addValues(schema);
        numbers.add(schema);
        texts.add(schema);
        arrays.add(schema);
        objects.add(schema);
        conditional |= schema.value().has("not")
                || schema.value().has("dependentSchemas")
                || schema.value().has("dependencies")
                || schema.value().has("maxContains");
    }

    private void addType(LocatedNode schema) {
        JsonNode keywords = schema.value();
        JsonNode type = keywords.path("type");
        if (type.isMissingNode()) {
            return;
        }
        typed.add(schema);
        Set<ValueType> allowed = ValueType.allowedBy(type);
        if (keywords.path("nullable").asBoolean()) {
            allowed.add(ValueType.NULL);
        }
        types.retainAll(allowed);
        declared.addAll(allowed);
    }

    private void addValues(LocatedNode schema) {
        schema.member("example").map(LocatedNode::value).ifPresent(examples::add);
        schema.member("examples").ifPresent(all -> all.items().forEach(item -> examples.add(item.value())));
        schema.member("const").map(LocatedNode::value).ifPresent(this::addValue);
        schema.member("default").map(LocatedNode::value).ifPresent(examples::add);
        schema.member("enum").ifPresent(all -> {
            enumerated = true;
            all.items().forEach(item -> values.add(item.value()));
        });
    }

    private void addValue(JsonNode value) {
        enumerated = true;
        values.add(value);
    }

    void addEntry(String key) {
        entries.add(key);
    }

    void addUnion(Union union) {
        unions.add(union);
    }

    void fix(String member, TextNode value) {
        fixed.putIfAbsent(member, value);
    }

    /** The schemas that the value was asked for, behind their references. */
    Set<String> entries() {
        return entries;
    }

    /** What the schemas show or allow; none of them is checked. */
    List<JsonNode> proposals() {
        List<JsonNode> proposals = new ArrayList<>(examples);
        proposals.addAll(values);
        return proposals;
    }

    /** Whether the value has to be one of the proposals. */
    boolean isEnumerated() {
        return enumerated;
    }

    List<Union> unions() {
        return unions;
    }

    /** Whether keywords are there that a value is only held against after it was made. */
    boolean isConditional() {
        return conditional;
    }

    /** The type to make: a declared one, null last, otherwise the one that the keywords are about. */
    Optional<ValueType> type() {
        if (!declared.isEmpty()) {
            return declared.stream().filter(types::contains).min(ValueType::compareTo);
        }
        if (objects.isUsed() || !fixed.isEmpty()) {
            return Optional.of(ValueType.OBJECT);
        }
        if (arrays.isUsed()) {
            return Optional.of(ValueType.ARRAY);
        }
        return Optional.of(numbers.isUsed() && !texts.isUsed() ? ValueType.NUMBER : ValueType.STRING);
    }

    boolean allows(ValueType type) {
        return types.contains(type);
    }

    /** For messages. */
    String typeNames() {
        return types.stream()
                .filter(type -> type != ValueType.INTEGER || !types.contains(ValueType.NUMBER))
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
    }

    /** For messages: what each schema says about the type. */
    String declaredTypes() {
        return typed.stream()
                .map(schema -> schema.value().get("type") + " (" + schema.location() + ")")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Whether the types of the schemas exclude all the values that they list. */
    boolean enumeratesOtherTypes() {
        return !values.isEmpty() && values.stream().map(ValueType::of).noneMatch(types::contains);
    }

    /** For messages: a few of the values that are allowed. */
    String enumeratedValues() {
        String shown =
                values.stream().limit(SHOWN_VALUES).map(JsonNode::toString).collect(Collectors.joining(", "));
        return values.size() > SHOWN_VALUES ? shown + ", ..." : shown;
    }

    Optional<TextNode> fixed(String member) {
        return Optional.ofNullable(fixed.get(member));
    }

    NumberRules numbers() {
        return numbers;
    }

    TextRules texts() {
        return texts;
    }

    ArrayRules arrays() {
        return arrays;
    }

    ObjectRules objects() {
        return objects;
    }
}
