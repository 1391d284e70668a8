package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.LocatedNode;
import java.io.IOException;
import java.net.URI;

/**
 * Fetches the further documents that a description refers to. Whoever supplies it decides what may be read: allow-list,
 * size limit, identity of documents. Called at most once per URI and description, possibly from several threads.
 */
@FunctionalInterface
public interface ReferenceLoader {

    /**
     * @param uri absolute, without a fragment
     * @return the root of the document
     * @throws IOException when it may not or cannot be read; the message becomes part of a finding
     */
    LocatedNode load(URI uri) throws IOException;

    /** For descriptions that stand alone: refuses every document. */
    static ReferenceLoader none() {
        return uri -> {
            throw new IOException("no further documents are available to this description");
        };
    }
}
