package io.github.arazzojunit.criterion.jsonpath;

import io.github.arazzojunit.expression.JsonPointers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;

/** How a node was reached. Written as text on demand, because most visited nodes are never reported. */
sealed interface Trail {

    Optional<Trail> parent();

    /** The last step, as a normalized path writes it. */
    String step();

    /** The last step, as a JSON Pointer writes it. */
    String token();

    /** The normalized path (RFC 9535, section 2.7). */
    default String normalizedPath() {
        return joined(Trail::step);
    }

    /** The JSON Pointer to the same place. */
    default String pointer() {
        return joined(Trail::token);
    }

    private String joined(Function<Trail, String> form) {
        Deque<String> steps = new ArrayDeque<>();
        for (Optional<Trail> trail = Optional.of(this);
                trail.isPresent();
                trail = trail.get().parent()) {
            steps.addFirst(form.apply(trail.get()));
        }
        return String.join("", steps);
    }

    record Root() implements Trail {

        @Override
        public Optional<Trail> parent() {
            return Optional.empty();
        }

        @Override
        public String step() {
            return "$";
        }

        @Override
        public String token() {
            return "";
        }
    }

    record Member(Trail owner, String name) implements Trail {

        @Override
        public Optional<Trail> parent() {
            return Optional.of(owner);
        }

        @Override
        public String step() {
            return '[' + Quoted.text(name) + ']';
        }

        @Override
        public String token() {
            return '/' + JsonPointers.escape(name);
        }
    }

    record Element(Trail owner, int index) implements Trail {

        @Override
        public Optional<Trail> parent() {
            return Optional.of(owner);
        }

        @Override
        public String step() {
            return "[" + index + ']';
        }

        @Override
        public String token() {
            return "/" + index;
        }
    }
}
