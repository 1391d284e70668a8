package io.github.arazzojunit.http;

/** A request without a response. The message names the server, the reason and the remedy; it needs no stack trace. */
public final class TransportException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Reason {
        REFUSED,
        UNKNOWN_HOST,
        TLS,
        TIMEOUT,
        TOO_LARGE,
        /** What arrived is no HTTP response, or the connection broke. */
        BROKEN,
        /** The request cannot be sent as it is. */
        INVALID_REQUEST,
        INTERRUPTED
    }

    private final Reason reason;

    public TransportException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
