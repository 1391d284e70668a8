package io.github.arazzojunit.stub.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.arazzojunit.model.LocatedNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes arrays. */
final class ArrayMaker {

    private static final int MAX_ITEMS = 10_000;
    private static final int TRIES = 30;
    private static final Comparator<JsonNode> BY_VALUE = (first, second) -> first.isNumber() && second.isNumber()
            ? first.decimalValue().compareTo(second.decimalValue())
            : first.equals(second) ? 0 : 1;

    private final ValueMaker values;

    ArrayMaker(ValueMaker values) {
        this.values = values;
    }

    ArrayNode make(Constraints constraints, LocatedNode schema, Place place) throws UnsatisfiableException {
        ArrayRules rules = constraints.arrays();
        if (rules.wantedItems() < rules.minItems() || rules.minItems() > MAX_ITEMS) {
            throw new UnsatisfiableException(schema, "no array has the number of items that it asks for");
        }
        if (place.wishes().isEmpty() && values.isHidden(rules.schemasOf(0)) && rules.minItems() == 0) {
            return JsonNodeFactory.instance.arrayNode();
        }
        int size = size(rules, schema, place);
        Place here = place.wishing(place.wishes().choosing("0"));
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        List<JsonNode> used = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            try {
                array.add(item(rules, schema, i, here, used));
            } catch (UnsatisfiableException e) {
                if (array.size() >= rules.minItems() && place.wishes().isEmpty()) {
                    return array;
                }
                throw e;
            }
        }
        return array;
    }

    private static int size(ArrayRules rules, LocatedNode schema, Place place) throws UnsatisfiableException {
        if (place.wishes().size().isPresent()) {
            return Math.min(Math.max(place.wishes().size().getAsInt(), rules.minItems()), rules.maxItems());
        }
        int size = place.base().map(JsonNode::size).orElse(rules.wantedItems());
        for (String token : place.wishes().choosing("0").tokens()) {
            if (!Wishes.isIndex(token)) {
                throw new UnsatisfiableException(schema, "it is an array, which has no member '" + token + "'");
            }
            size = Math.max(size, Integer.parseInt(token) + 1);
        }
        if (size > rules.maxItems()) {
            throw new UnsatisfiableException(schema, "it has at most " + rules.maxItems() + " items");
        }
        return size;
    }

    private JsonNode item(ArrayRules rules, LocatedNode schema, int index, Place place, List<JsonNode> used)
            throws UnsatisfiableException {
        Place here = place.child(Integer.toString(index));
        for (int attempt = 0; attempt < (rules.isUnique() ? Math.max(TRIES, index + TRIES) : 1); attempt++) {
            JsonNode item = values.make(rules.schemasOf(index), attempt == 0 ? here : here.retry(attempt));
            if (!rules.isUnique()) {
                return item;
            }
            // 1 and 1.0 are the same.
            if (used.stream().noneMatch(other -> other.equals(BY_VALUE, item))) {
                used.add(item);
                return item;
            }
        }
        throw new UnsatisfiableException(schema, "not enough different items were found");
    }
}
