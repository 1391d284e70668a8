package io.github.arazzojunit.http;

/** A request that cannot be built from what the step gives; the message says what is missing and what to do. */
public final class RequestException extends Exception {

    private static final long serialVersionUID = 1L;

    public RequestException(String message) {
        super(message, null, false, false);
    }
}
