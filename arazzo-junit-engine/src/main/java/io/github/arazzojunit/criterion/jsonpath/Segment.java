package io.github.arazzojunit.criterion.jsonpath;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One step of a query: selectors applied to a node, or to the node and all its descendants. */
record Segment(Reach reach, List<Selector> selectors) {

    /** How deep a segment looks. */
    enum Reach {
        CHILD,
        DESCENDANT
    }

    Segment {
        selectors = List.copyOf(selectors);
    }

    static Segment child(Selector selector) {
        return new Segment(Reach.CHILD, List.of(selector));
    }

    boolean isSingular() {
        return reach == Reach.CHILD && selectors.size() == 1 && selectors.get(0).isSingular();
    }

    void select(VisitedNode node, FilterContext context, Consumer<VisitedNode> sink) {
        if (reach == Reach.CHILD) {
            selectFrom(node, context, sink);
            return;
        }
        // Pre-order with a stack of its own: documents may be nested deeper than the Java stack.
        Deque<VisitedNode> pending = new ArrayDeque<>();
        pending.push(node);
        while (!pending.isEmpty()) {
            VisitedNode next = pending.pop();
            context.limits().visit();
            selectFrom(next, context, sink);
            List<VisitedNode> children = next.children();
            for (int i = children.size() - 1; i >= 0; i--) {
                pending.push(children.get(i));
            }
        }
    }

    private void selectFrom(VisitedNode node, FilterContext context, Consumer<VisitedNode> sink) {
        for (Selector selector : selectors) {
            selector.select(node, context, sink);
        }
    }

    @Override
    public String toString() {
        Optional<String> shorthand = selectors.size() == 1 ? selectors.get(0).shorthand() : Optional.empty();
        String dots = reach == Reach.CHILD ? "." : "..";
        return shorthand
                .map(dots::concat)
                .orElseGet(() -> selectors.stream()
                        .map(Selector::toString)
                        .collect(Collectors.joining(", ", reach == Reach.CHILD ? "[" : "..[", "]")));
    }
}
