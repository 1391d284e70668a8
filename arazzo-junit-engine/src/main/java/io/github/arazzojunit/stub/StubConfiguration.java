package io.github.arazzojunit.stub;

import java.util.List;

/**
 * Where the user's stubs are and on which port they are served. Immutable.
 *
 * @param roots {@code classpath:<folder>} (class path folders and jars) or a folder of the file system, each with
 *     {@code mappings/}, {@code __files/} and recorded {@code inputs/}; where two mappings of equal priority serve one request, the one of the
 *     earlier root answers
 * @param port fixed port of the server; 0: every server takes a free one
 */
public record StubConfiguration(List<String> roots, int port) {

    /** The root that need not exist. */
    public static final String DEFAULT_ROOT = "classpath:stubs";

    public StubConfiguration {
        roots = List.copyOf(roots);
        if (port < 0 || port > 65535) {
            throw new StubException(
                    "arazzo.stubs.port is " + port
                            + ", which is no port, so the stub server cannot start. Give a number from 0 (any free port) to 65535.");
        }
    }

    /** Mappings under {@code classpath:stubs}, any free port. */
    public static StubConfiguration defaults() {
        return new StubConfiguration(List.of(DEFAULT_ROOT), 0);
    }

    boolean hasFixedPort() {
        return port != 0;
    }
}
