package io.github.arazzojunit.source;

import java.io.IOException;
import java.net.URI;

/** Fetches the bytes behind a URI. Implementations are thread-safe. */
@FunctionalInterface
public interface ResourceLoader {

    /**
     * Fetches a text.
     *
     * @throws IOException when it cannot be had; the message says why and what to do, without the URI
     */
    byte[] load(URI uri) throws IOException;
}
