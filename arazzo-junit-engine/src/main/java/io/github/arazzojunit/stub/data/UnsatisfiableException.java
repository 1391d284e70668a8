package io.github.arazzojunit.stub.data;

import io.github.arazzojunit.model.LocatedNode;

/** No value was found for a schema; whoever tries has another branch, can leave the member out, or passes it on. */
final class UnsatisfiableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnsatisfiableException(LocatedNode schema, String reason) {
        super(schema.location() + ": " + reason, null, true, false);
    }
}
