package io.github.arazzojunit.stub;

/**
 * The stub server cannot do what the configuration or the user's mappings ask for. The message names the location,
 * the consequence and the remedy; it is meant to be shown without a stack trace.
 */
public final class StubException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StubException(String message, Throwable cause) {
        super(message, cause);
    }

    StubException(String message) {
        super(message);
    }
}
