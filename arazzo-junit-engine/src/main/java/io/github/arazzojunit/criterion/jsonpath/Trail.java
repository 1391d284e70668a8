package io.github.arazzojunit.criterion.jsonpath;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How a node was reached. Written as text on demand, because most visited nodes are never reported. */
sealed interface Trail {

    Optional<Trail> parent();

    /** The last step, as a normalized path writes it. */
    String step();

    /** The normalized path (RFC 9535, section 2.7). */
    default String normalizedPath() {
        Deque<String> steps = new ArrayDeque<>();
        for (Optional<Trail> trail = Optional.of(this);
                trail.isPresent();
                trail = trail.get().parent()) {
            steps.addFirst(trail.get().step());
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
    }
}
