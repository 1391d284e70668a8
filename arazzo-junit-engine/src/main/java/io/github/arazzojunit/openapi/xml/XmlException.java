package io.github.arazzojunit.openapi.xml;

/** A text that is not the XML of its schema; the message says why. */
public final class XmlException extends Exception {

    private static final long serialVersionUID = 1L;

    XmlException(String message) {
        super(message, null, false, false);
    }
}
