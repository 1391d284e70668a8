package io.github.arazzojunit.criterion;

import java.util.OptionalInt;

/** A condition or selector has no reading, or cannot be carried through; the criterion fails (CRT-74). */
final class UnusableConditionException extends Exception {

    private final transient OptionalInt index;

    UnusableConditionException(String message) {
        this(message, OptionalInt.empty());
    }

    UnusableConditionException(String message, OptionalInt index) {
        super(message);
        this.index = index;
    }

    OptionalInt index() {
        return index;
    }
}
