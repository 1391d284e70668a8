package io.github.arazzojunit.openapi;

/** A server from which no URL can be made. */
public final class UnusableServerException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableServerException(String message) {
        super(message, null, false, false);
    }
}
