package io.github.arazzojunit.contract;

import io.github.arazzojunit.config.ContractKind;

/**
 * A part of a message.
 *
 * @param kind of most of what can be wrong with it
 * @param text {@code the status}, {@code the body}, {@code the header X-Rate}, {@code the query parameter 'limit'}
 */
record MessagePart(ContractKind kind, String text) {

    static final MessagePart STATUS = new MessagePart(ContractKind.STATUS, "the status");
    static final MessagePart CONTENT_TYPE = new MessagePart(ContractKind.CONTENT_TYPE, "the header Content-Type");
    static final MessagePart BODY = new MessagePart(ContractKind.BODY, "the body");
    /** What the media type promises of the body. */
    static final MessagePart BODY_AS_DECLARED = new MessagePart(ContractKind.CONTENT_TYPE, "the body");

    static MessagePart header(String name) {
        return new MessagePart(ContractKind.HEADER, "the header " + name);
    }

    static MessagePart parameter(String location, String name) {
        return new MessagePart(ContractKind.HEADER, "the " + location + " parameter '" + name + "'");
    }

    static MessagePart line(int number) {
        return new MessagePart(ContractKind.BODY, "line " + number + " of the body");
    }

    @Override
    public String toString() {
        return text;
    }
}
