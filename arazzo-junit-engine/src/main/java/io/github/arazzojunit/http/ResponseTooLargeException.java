package io.github.arazzojunit.http;

import java.io.IOException;

/** A body that went over the limit while it was read. */
final class ResponseTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int limit;

    ResponseTooLargeException(int limit) {
        super("more than " + limit + " bytes", null);
        this.limit = limit;
    }

    int limit() {
        return limit;
    }
}
