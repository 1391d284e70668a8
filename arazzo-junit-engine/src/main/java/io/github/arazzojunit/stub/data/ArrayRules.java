package io.github.arazzojunit.stub.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.model.LocatedNode;
import java.util.ArrayList;
import java.util.List;

/** What is said about arrays. */
final class ArrayRules {

    /** What one schema says: the items at the front, then all others. */
    private record Layout(List<LocatedNode> front, List<LocatedNode> rest) {}

    private final List<Layout> layouts = new ArrayList<>();
    private final List<LocatedNode> contained = new ArrayList<>();
    private int minItems;
    private int maxItems = Integer.MAX_VALUE;
    private int minContained;
    private boolean unique;

    void add(LocatedNode schema) {
        JsonNode keywords = schema.value();
        minItems = Math.max(minItems, keywords.path("minItems").asInt(0));
        maxItems = Math.min(maxItems, keywords.path("maxItems").asInt(Integer.MAX_VALUE));
        unique |= keywords.path("uniqueItems").asBoolean();
        List<LocatedNode> front =
                schema.member("prefixItems").map(LocatedNode::items).orElse(List.of());
        List<LocatedNode> rest = schema.member("items").stream().toList();
        if (!front.isEmpty() || !rest.isEmpty()) {
            layouts.add(new Layout(front, rest));
        }
        schema.member("contains").ifPresent(contains -> {
            contained.add(contains);
            minContained = Math.max(minContained, keywords.path("minContains").asInt(1));
        });
    }

    boolean isUsed() {
        return minItems > 0 || maxItems < Integer.MAX_VALUE || unique || !layouts.isEmpty() || !contained.isEmpty();
    }

    int minItems() {
        return minItems;
    }

    int maxItems() {
        return maxItems;
    }

    boolean isUnique() {
        return unique;
    }

    /** As many as needed, and where nothing speaks against it at least one, so that there is something to look at. */
    int wantedItems() {
        int front =
                layouts.stream().mapToInt(layout -> layout.front().size()).max().orElse(0);
        boolean described = !layouts.isEmpty() || !contained.isEmpty();
        int wanted = Math.max(Math.max(minItems, minContained), Math.max(front, described ? 1 : 0));
        return Math.min(wanted, maxItems);
    }

    /** Everything that the item at this index has to satisfy. */
    List<LocatedNode> schemasOf(int index) {
        List<LocatedNode> schemas = new ArrayList<>();
        for (Layout layout : layouts) {
            if (index < layout.front().size()) {
                schemas.add(layout.front().get(index));
            } else {
                schemas.addAll(layout.rest());
            }
        }
        if (index < minContained) {
            schemas.addAll(contained);
        }
        return schemas;
    }
}
