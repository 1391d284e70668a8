package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.Position;

/** A document that cannot serve as an OpenAPI description (SRC-12); the message begins with its place. */
public final class UnsupportedDescriptionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Position position;

    private final String remedy;

    UnsupportedDescriptionException(Position position, String message, String remedy) {
        super(position + ": " + message, null, false, false);
        this.position = position;
        this.remedy = remedy;
    }

    /** What to do about the document, without a full stop: something may follow. */
    public String remedy() {
        return remedy;
    }

    /** Where the document says what it is. */
    public Position position() {
        return position;
    }
}
