package io.github.arazzojunit.expression;

import com.fasterxml.jackson.databind.JsonNode;

/** What an expression yields: a value (null included), nothing, or an error (EXP-60). */
public sealed interface Evaluation {

    /** A value with its type; JSON null is a value. */
    record Value(JsonNode json) implements Evaluation {}

    /**
     * Nothing is there.
     *
     * @param reason what was looked for, and where
     */
    record Missing(String reason) implements Evaluation {}

    /**
     * The expression cannot be evaluated.
     *
     * @param reason what is wrong with it
     */
    record Error(String reason) implements Evaluation {}
}
