package io.github.arazzojunit.stub.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values by their places: names and indexes from the root. */
final class JsonPlaces {

    private static final int MOST_LEAVES = 500;
    private static final int MOST_ITEMS = 1_000;

    private static final Comparator<JsonNode> BY_VALUE = (first, second) -> first.isNumber() && second.isNumber()
            ? first.decimalValue().compareTo(second.decimalValue())
            : first.equals(second) ? 0 : 1;

    private JsonPlaces() {}

    /** Numbers by their value: 1 is 1.0. */
    static boolean same(JsonNode first, JsonNode second) {
        return first.equals(BY_VALUE, second);
    }

    static JsonNode at(JsonNode root, List<String> place) {
        JsonNode node = root;
        for (String token : place) {
            node = node.isArray()
                    ? isIndex(token) ? node.path(Integer.parseInt(token)) : MissingNode.getInstance()
                    : node.path(token);
        }
        return node;
    }

    /** Puts a value at a place, making the objects and items on the way; nothing where a scalar is in the way. */
    static void put(JsonNode root, List<String> place, JsonNode value) {
        JsonNode node = root;
        for (int i = 0; i < place.size(); i++) {
            String token = place.get(i);
            boolean last = i == place.size() - 1;
            JsonNode next = last ? value.deepCopy() : at(node, List.of(token));
            if (!last && next.isContainerNode()) {
                node = next;
                continue;
            }
            if (!last) {
                next = isIndex(place.get(i + 1))
                        ? JsonNodeFactory.instance.arrayNode()
                        : JsonNodeFactory.instance.objectNode();
            }
            if (node instanceof ObjectNode object) {
                object.set(token, next);
            } else if (node instanceof ArrayNode array && isIndex(token) && Integer.parseInt(token) < MOST_ITEMS) {
                resize(array, Math.max(array.size(), Integer.parseInt(token) + 1));
                array.set(Integer.parseInt(token), next);
            } else {
                return;
            }
            node = next;
        }
    }

    /** New items are copies of the last one. */
    static void resize(ArrayNode array, int size) {
        while (array.size() > size) {
            array.remove(array.size() - 1);
        }
        while (array.size() < size) {
            array.add(
                    array.isEmpty()
                            ? JsonNodeFactory.instance.objectNode()
                            : array.get(array.size() - 1).deepCopy());
        }
    }

    static void remove(JsonNode root, List<String> place) {
        if (!place.isEmpty() && at(root, place.subList(0, place.size() - 1)) instanceof ObjectNode object) {
            object.remove(place.get(place.size() - 1));
        }
    }

    /** Everything that is no object and no list of objects, by its place; a bounded number. */
    static Map<List<String>, JsonNode> leaves(JsonNode root) {
        Map<List<String>, JsonNode> leaves = new LinkedHashMap<>();
        collect(root, List.of(), leaves);
        return leaves;
    }

    private static void collect(JsonNode node, List<String> place, Map<List<String>, JsonNode> leaves) {
        if (leaves.size() >= MOST_LEAVES) {
            return;
        }
        if (node.isObject()) {
            node.properties().forEach(member -> collect(member.getValue(), child(place, member.getKey()), leaves));
        } else if (isListOfObjects(node)) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), child(place, Integer.toString(i)), leaves);
            }
        } else {
            leaves.put(place, node);
        }
    }

    static boolean isListOfObjects(JsonNode node) {
        return node.isArray() && !node.isEmpty() && node.get(0).isObject();
    }

    static List<String> child(List<String> place, String token) {
        return joined(place, List.of(token));
    }

    static List<String> joined(List<String> place, List<String> rest) {
        List<String> joined = new ArrayList<>(place);
        joined.addAll(rest);
        return List.copyOf(joined);
    }

    /** The value itself, then what it is as a value of another type: a path and a query are texts. */
    static List<JsonNode> typings(JsonNode value) {
        List<JsonNode> typings = new ArrayList<>(List.of(value));
        if (value.isNumber() || value.isBoolean()) {
            typings.add(TextNode.valueOf(value.asText()));
        } else if (value.isTextual()) {
            String text = value.textValue();
            if (text.matches("-?(0|[1-9]\\d{0,17})")) {
                typings.add(JsonNodeFactory.instance.numberNode(Long.parseLong(text)));
            } else if (text.matches("-?\\d{1,17}\\.\\d{1,17}")) {
                typings.add(DecimalNode.valueOf(new BigDecimal(text)));
            } else if (text.equals("true") || text.equals("false")) {
                typings.add(BooleanNode.valueOf(text.equals("true")));
            }
        }
        return typings;
    }

    /** Whether one place is the other or inside of it. */
    static boolean overlap(List<String> first, List<String> second) {
        int common = Math.min(first.size(), second.size());
        return first.subList(0, common).equals(second.subList(0, common));
    }

    private static boolean isIndex(String token) {
        return token.matches("0|[1-9]\\d{0,4}");
    }
}
