package io.github.arazzojunit.stub.data;

import io.github.arazzojunit.model.LocatedNode;

/** No value was found for a schema; whoever tries has another branch, can leave the member out, or passes it on. */
final class UnsatisfiableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean ofGenerator;

    UnsatisfiableException(LocatedNode schema, String reason) {
        this(schema, reason, false);
    }

    /** @param ofGenerator whether there may be such a value, but none that can be found here */
    UnsatisfiableException(LocatedNode schema, String reason, boolean ofGenerator) {
        super(schema.location() + ": " + reason, null, true, false);
        this.ofGenerator = ofGenerator;
    }

    boolean isOfGenerator() {
        return ofGenerator;
    }
}
