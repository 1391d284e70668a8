package io.github.arazzojunit.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.openapi.ParameterStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Makes text of values after the styles of OpenAPI (PRM-18). Nulls in lists and objects are left out, as RFC 6570 has
 * it for undefined values; what has no defined serialization (lists in lists and so on) becomes JSON text.
 */
record ParameterSerializer(ParameterStyle style, boolean explode, UnaryOperator<String> encoder) {

    /** A name and a value, both encoded. */
    record Pair(String name, String value) {

        @Override
        public String toString() {
            return name + "=" + value;
        }
    }

    /** What replaces the placeholder of a path or becomes the value of a header: matrix, label or simple. */
    String expand(String name, JsonNode value) {
        return switch (style) {
            case MATRIX -> matrix(encoder.apply(name), value);
            case LABEL -> "." + (explode ? join(".", items(value), "=") : join(",", items(value), ","));
            default -> join(",", items(value), explode ? "=" : ",");
        };
    }

    private String matrix(String name, JsonNode value) {
        if (explode && value.isObject()) {
            return items(value).stream()
                    .map(item -> ";" + item.name() + "=" + item.value())
                    .collect(Collectors.joining());
        }
        if (explode && value.isArray()) {
            return items(value).stream()
                    .map(item -> ";" + name + "=" + item.value())
                    .collect(Collectors.joining());
        }
        String joined = join(",", items(value), ",");
        return ";" + name + (joined.isEmpty() ? "" : "=" + joined);
    }

    /** The pairs of a query, a cookie or a form: form and the styles derived from it. */
    List<Pair> pairs(String name, JsonNode value) {
        String encodedName = encoder.apply(name);
        if (!value.isContainerNode()) {
            return List.of(new Pair(encodedName, text(value)));
        }
        List<Pair> items = items(value);
        if (items.isEmpty()) {
            return List.of();
        }
        if (style == ParameterStyle.DEEP_OBJECT) {
            List<Pair> pairs = new ArrayList<>();
            deep(name, value, pairs);
            return pairs;
        }
        if (explode) {
            return value.isObject()
                    ? items
                    : items.stream()
                            .map(item -> new Pair(encodedName, item.value()))
                            .toList();
        }
        String delimiter = switch (style) {
            case SPACE_DELIMITED -> "%20";
            case PIPE_DELIMITED -> "%7C";
            default -> ",";
        };
        return List.of(new Pair(encodedName, join(delimiter, items, delimiter)));
    }

    private void deep(String name, JsonNode value, List<Pair> pairs) {
        if (value.isObject()) {
            value.properties().forEach(member -> deep(name + "[" + member.getKey() + "]", member.getValue(), pairs));
        } else if (value.isArray()) {
            value.forEach(item -> deep(name, item, pairs));
        } else if (!value.isNull()) {
            pairs.add(new Pair(PercentEncoder.VALUE.apply(name), text(value)));
        }
    }

    /** Members with their names, items without; a single value is one item. */
    private List<Pair> items(JsonNode value) {
        List<Pair> items = new ArrayList<>();
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                if (!member.getValue().isNull()) {
                    items.add(new Pair(encoder.apply(member.getKey()), text(member.getValue())));
                }
            }
        } else if (value.isArray()) {
            for (JsonNode item : value) {
                if (!item.isNull()) {
                    items.add(new Pair("", text(item)));
                }
            }
        } else {
            items.add(new Pair("", text(value)));
        }
        return items;
    }

    private String text(JsonNode value) {
        return encoder.apply(plain(value));
    }

    private static String join(String delimiter, List<Pair> items, String nameDelimiter) {
        return items.stream()
                .map(item -> item.name().isEmpty() ? item.value() : item.name() + nameDelimiter + item.value())
                .collect(Collectors.joining(delimiter));
    }

    /** A string as it is, everything else as JSON: numbers keep their digits. */
    static String plain(JsonNode value) {
        return value.isTextual() ? value.textValue() : Json.write(value);
    }
}
