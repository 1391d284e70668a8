package io.github.arazzojunit.criterion.xpath;

/** An XPath expression or its context cannot be used; the message says why, without the engine's codes of place. */
public final class XPathException extends Exception {

    XPathException(String message) {
        super(message);
    }
}
