package io.github.arazzojunit.target;

import java.net.URI;

/** A started container, without a type of Testcontainers in sight. */
interface RunningContainer extends AutoCloseable {

    URI baseUrl();

    /** The last lines that it wrote. */
    String log();

    @Override
    void close();
}
