package io.github.arazzojunit.target;

import java.net.URI;
import java.util.List;
import org.testcontainers.containers.GenericContainer;

/** A container that was started here and is stopped here. */
record StartedContainer(GenericContainer<?> container, URI baseUrl) implements RunningContainer {

    @Override
    public String log() {
        List<String> lines = container.getLogs().stripTrailing().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LogTail.LAST_LINES), lines.size()));
    }

    @Override
    public void close() {
        container.stop();
    }
}
