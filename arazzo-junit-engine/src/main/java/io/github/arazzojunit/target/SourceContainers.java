package io.github.arazzojunit.target;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The configured containers of one run: there is one for each source with the same settings. Thread-safe. */
public final class SourceContainers implements AutoCloseable {

    private final Map<Served, SourceContainer> containers = new ConcurrentHashMap<>();

    private record Served(String source, ContainerSettings settings) {}

    /** The containers for these settings by name of the source; none is started by that. */
    public Map<String, SourceContainer> of(Map<String, ContainerSettings> settings) {
        Map<String, SourceContainer> serving = new HashMap<>();
        settings.forEach((source, container) -> serving.put(
                source,
                containers.computeIfAbsent(
                        new Served(source, container), served -> SourceContainer.configured(source, container))));
        return serving;
    }

    /** Stops those that were started. */
    @Override
    public void close() {
        containers.values().forEach(SourceContainer::close);
    }
}
