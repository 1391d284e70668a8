package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.Position;

/** A document that cannot serve as an OpenAPI description (SRC-12); the message begins with its place. */
public final class UnsupportedDescriptionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Position position;

    UnsupportedDescriptionException(Position position, String message) {
        super(position + ": " + message, null, false, false);
        this.position = position;
    }

    /** Where the document says what it is. */
    public Position position() {
        return position;
    }
}
