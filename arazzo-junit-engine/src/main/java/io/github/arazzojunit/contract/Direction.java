package io.github.arazzojunit.contract;

import com.networknt.schema.ExecutionConfig;

/** Which way a body travels: a request carries no {@code readOnly} member, a response no {@code writeOnly} one. */
public enum Direction {
    REQUEST,
    RESPONSE;

    /** The direction of a validation, which the library keeps as a flag. */
    static Direction of(ExecutionConfig config) {
        return Boolean.TRUE.equals(config.getReadOnly()) ? REQUEST : RESPONSE;
    }

    /** The keyword that forbids a member in this direction, and lifts the duty to send it. */
    public String hidingKeyword() {
        return this == REQUEST ? "readOnly" : "writeOnly";
    }
}
