package io.github.arazzojunit.criterion.jsonpath;

/**
 * A well-formed query cannot be carried through on the given data, because it needs more time, nodes or depth than an
 * evaluation may take. No result can be concluded from it: a criterion that throws it has failed (CRT-74).
 */
public final class JsonPathEvaluationException extends RuntimeException {

    JsonPathEvaluationException(String message) {
        super(message);
    }
}
