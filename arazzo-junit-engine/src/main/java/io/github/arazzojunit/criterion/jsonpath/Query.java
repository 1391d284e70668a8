package io.github.arazzojunit.criterion.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.arazzojunit.criterion.jsonpath.JsonPathCondition.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The syntax tree of a query; {@link #toString()} is its canonical text. */
record Query(Origin origin, List<Segment> segments) {

    /** Where a query starts. */
    enum Origin {
        ROOT("$"),
        CURRENT("@");

        private final String symbol;

        Origin(String symbol) {
            this.symbol = symbol;
        }
    }

    Query {
        segments = List.copyOf(segments);
    }

    /** Whether the form of the query allows one node at most. */
    boolean isSingular() {
        return segments.stream().allMatch(Segment::isSingular);
    }

    List<VisitedNode> select(FilterContext context) {
        JsonNode start = origin == Origin.ROOT ? context.root() : context.current();
        List<VisitedNode> nodes = List.of(VisitedNode.root(start));
        for (Segment segment : segments) {
            List<VisitedNode> selected = new ArrayList<>();
            for (VisitedNode node : nodes) {
                segment.select(node, context, found -> {
                    context.limits().visit();
                    selected.add(found);
                });
            }
            nodes = selected;
        }
        return nodes;
    }

    /** The value of the only node selected; a missing node if there is none, or more than one. */
    JsonNode onlyValue(FilterContext context) {
        List<VisitedNode> nodes = select(context);
        return nodes.size() == 1 ? nodes.get(0).value() : MissingNode.getInstance();
    }

    /** What the query selects: the value if it is singular, otherwise an array of all values. */
    Operand observe(FilterContext context) {
        List<JsonNode> values = select(context).stream().map(VisitedNode::value).toList();
        if (values.isEmpty()) {
            return new Operand(toString(), Optional.empty());
        }
        JsonNode observed = isSingular()
                ? values.get(0)
                : JsonNodeFactory.instance.arrayNode().addAll(values);
        return new Operand(toString(), Optional.of(observed));
    }

    @Override
    public String toString() {
        return segments.stream().map(Segment::toString).collect(Collectors.joining("", origin.symbol, ""));
    }
}
