package io.github.arazzojunit.target;

import java.net.URI;
import java.util.List;
import org.testcontainers.containers.GenericContainer;

/** A container that was started here and is stopped here. */
record StartedContainer(GenericContainer<?> container, URI baseUrl) implements RunningContainer {

    private static final int LAST_LINES = 40;

    @Override
    public String log() {
        return tail(container);
    }

    @Override
    public void close() {
        container.stop();
    }

    /** The last lines of standard output and standard error. */
    static String tail(GenericContainer<?> container) {
        List<String> lines = container.getLogs().stripTrailing().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
