package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.ApiDescription;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What a value may be that travels as text, in a header, a parameter or a form, where there are no types. */
final class WireValues {

    /** No longer exponents: their digits would not fit into memory, and a hexadecimal id may look like one. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,3})?");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ApiDescription description;

    WireValues(ApiDescription description) {
        this.description = description;
    }

    /**
     * All readings of a value, first the one that its schema suggests; a text that does not look like the type of its
     * schema stays a text there, so that validation reports it.
     */
    List<JsonNode> readings(JsonNode value, LocatedNode schema, String delimiter) {
        Set<JsonNode> readings = new LinkedHashSet<>();
        readings.add(typed(value, resolved(schema), delimiter));
        readings.add(value);
        readings.add(scalars(value, scalar -> TextNode.valueOf(scalar.asText())));
        readings.add(scalars(value, scalar -> scalar.isTextual() ? untyped(scalar.textValue()) : scalar));
        return List.copyOf(readings);
    }

    private JsonNode typed(JsonNode value, LocatedNode schema, String delimiter) {
        if (value.isObject()) {
            ObjectNode members = JSON.objectNode();
            value.properties()
                    .forEach(member -> members.set(
                            member.getKey(), typed(member.getValue(), property(schema, member.getKey()), delimiter)));
            return members;
        }
        if (value.isArray()) {
            ArrayNode items = JSON.arrayNode();
            value.forEach(item -> items.add(typed(item, item(schema), delimiter)));
            return items;
        }
        return value.isNull() ? value : typed(value.asText(), schema, delimiter);
    }

    private JsonNode typed(String text, LocatedNode schema, String delimiter) {
        if (is(schema, "integer") || is(schema, "number") || is(schema, "boolean") || is(schema, "null")) {
            JsonNode value = untyped(text);
            boolean fits = value.isNumber() && (is(schema, "integer") || is(schema, "number"))
                    || value.isBoolean() && is(schema, "boolean")
                    || value.isNull() && is(schema, "null");
            if (fits) {
                return value;
            }
        }
        if (is(schema, "array")) {
            ArrayNode items = JSON.arrayNode();
            for (String item : text.split(Pattern.quote(delimiter), -1)) {
                items.add(typed(item.strip(), item(schema), delimiter));
            }
            return items;
        }
        return is(schema, "object") ? object(text, schema) : TextNode.valueOf(text);
    }

    /** {@code a=1,b=2} or {@code a,1,b,2}; anything else stays a text. */
    private JsonNode object(String text, LocatedNode schema) {
        String[] parts = text.split(",", -1);
        ObjectNode members = JSON.objectNode();
        if (text.indexOf('=') > 0) {
            for (String part : parts) {
                String[] pair = part.strip().split("=", 2);
                members.set(pair[0], typed(pair.length > 1 ? pair[1] : "", property(schema, pair[0]), ","));
            }
            return members;
        }
        if (parts.length % 2 != 0) {
            return TextNode.valueOf(text);
        }
        for (int i = 0; i < parts.length; i += 2) {
            String name = parts[i].strip();
            members.set(name, typed(parts[i + 1].strip(), property(schema, name), ","));
        }
        return members;
    }

    private LocatedNode property(LocatedNode schema, String name) {
        return child(schema.member("properties").flatMap(properties -> properties.member(name)), schema);
    }

    private LocatedNode item(LocatedNode schema) {
        return child(schema.member("items"), schema);
    }

    /** Nothing is known about the type of what has no schema of its own; so its text is taken for nothing else. */
    private LocatedNode child(Optional<LocatedNode> child, LocatedNode parent) {
        return child.map(this::resolved)
                .orElseGet(() -> LocatedNode.root(
                        parent.uri(), JSON.objectNode(), new LocatedNode.Places(1, 1, Map.of(), List.of())));
    }

    private LocatedNode resolved(LocatedNode schema) {
        return description.dereference(schema).node().orElse(schema);
    }

    private static JsonNode scalars(JsonNode value, UnaryOperator<JsonNode> change) {
        if (value.isObject()) {
            ObjectNode members = JSON.objectNode();
            value.properties().forEach(member -> members.set(member.getKey(), scalars(member.getValue(), change)));
            return members;
        }
        if (value.isArray()) {
            ArrayNode items = JSON.arrayNode();
            value.forEach(item -> items.add(scalars(item, change)));
            return items;
        }
        return change.apply(value);
    }

    private static JsonNode untyped(String text) {
        if (NUMBER.matcher(text).matches()) {
            BigDecimal value = new BigDecimal(text);
            return value.scale() <= 0 ? JSON.numberNode(value.toBigInteger()) : DecimalNode.valueOf(value);
        }
        return switch (text) {
            case "true", "false" -> BooleanNode.valueOf(text.equals("true"));
            case "null" -> NullNode.instance;
            default -> TextNode.valueOf(text);
        };
    }

    private static boolean is(LocatedNode schema, String name) {
        return schema.member("type")
                .filter(type -> type.isText()
                        ? type.text().equals(name)
                        : type.items().stream().anyMatch(item -> item.text().equals(name)))
                .isPresent();
    }
}
