package io.github.arazzojunit.contract;

/** Which way a body travels: a request carries no {@code readOnly} member, a response no {@code writeOnly} one. */
public enum Direction {
    REQUEST,
    RESPONSE;

    /** The keyword that forbids a member in this direction, and lifts the duty to send it. */
    public String hidingKeyword() {
        return this == REQUEST ? "readOnly" : "writeOnly";
    }
}
