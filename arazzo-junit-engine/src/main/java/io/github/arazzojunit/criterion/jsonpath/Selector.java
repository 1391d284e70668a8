package io.github.arazzojunit.criterion.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Consumer;

/** Picks children of a node (RFC 9535, section 2.3). {@link #toString()} is its text within brackets. */
sealed interface Selector {

    void select(VisitedNode node, FilterContext context, Consumer<VisitedNode> sink);

    /** Whether it picks one child at most. */
    default boolean isSingular() {
        return false;
    }

    /** Its text behind a dot, where that is allowed. */
    default Optional<String> shorthand() {
        return Optional.empty();
    }

    /** {@code ['name']} */
    record Name(String name) implements Selector {

        @Override
        public void select(VisitedNode node, FilterContext context, Consumer<VisitedNode> sink) {
            if (node.value().isObject() && node.value().has(name)) {
                sink.accept(node.member(name, node.value().get(name)));
            }
        }

        @Override
        public boolean isSingular() {
            return true;
        }

        @Override
        public Optional<String> shorthand() {
            return MemberName.isShorthand(name) ? Optional.of(name) : Optional.empty();
        }

        @Override
        public String toString() {
            return Quoted.text(name);
        }
    }

    /** {@code [*]} */
    record Wildcard() implements Selector {

        @Override
        public void select(VisitedNode node, FilterContext context, Consumer<VisitedNode> sink) {
            node.children().forEach(sink);
        }

        @Override
        public String toString() {
            return "*";
        }
    }

    /** {@code [2]}; a negative index counts from the end. */
    record Index(long index) implements Selector {

        @Override
        public void select(VisitedNode node, FilterContext context, Consumer<VisitedNode> sink) {
            JsonNode array = node.value();
            long position = index < 0 ? array.size() + index : index;
            if (array.isArray() && position >= 0 && position < array.size()) {
                sink.accept(node.element((int) position));
            }
        }

        @Override
        public boolean isSingular() {
            return true;
        }

        @Override
        public String toString() {
            return Long.toString(index);
        }
    }

    /** {@code [start:end:step]} (RFC 9535, section 2.3.4.2). */
    record Slice(Optional<Long> start, Optional<Long> end, Optional<Long> step) implements Selector {

        @Override
        public void select(VisitedNode node, FilterContext context, Consumer<VisitedNode> sink) {
            if (!node.value().isArray()) {
                return;
            }
            int size = node.value().size();
            long stride = step.orElse(1L);
            if (stride > 0) {
                long upper = bound(end.orElse((long) size), size, 0, size);
                for (long i = bound(start.orElse(0L), size, 0, size); i < upper; i += stride) {
                    sink.accept(node.element((int) i));
                }
            } else if (stride < 0) {
                long lower = end.map(value -> bound(value, size, -1, size - 1)).orElse(-1L);
                for (long i = bound(start.orElse(size - 1L), size, -1, size - 1); i > lower; i += stride) {
                    sink.accept(node.element((int) i));
                }
            }
        }

        private static long bound(long position, int size, long least, long most) {
            return Math.min(Math.max(position < 0 ? position + size : position, least), most);
        }

        @Override
        public String toString() {
            return text(start)
                    + ':'
                    + text(end)
                    + step.map(value -> ":" + value).orElse("");
        }

        private static String text(Optional<Long> position) {
            return position.map(String::valueOf).orElse("");
        }
    }

    /** {@code [?...]} */
    record Filter(LogicalExpression expression) implements Selector {

        @Override
        public void select(VisitedNode node, FilterContext context, Consumer<VisitedNode> sink) {
            for (VisitedNode child : node.children()) {
                context.limits().visit();
                if (expression.test(context.at(child.value()))) {
                    sink.accept(child);
                }
            }
        }

        @Override
        public String toString() {
            return "?" + expression;
        }
    }
}
