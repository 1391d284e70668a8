package io.github.arazzojunit.launch;

import io.github.arazzojunit.http.RequestCustomizer;
import io.github.arazzojunit.target.SourceContainer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a test adds to the configuration; wins over it.
 *
 * @param servers base URLs by source name
 * @param descriptions where the descriptions of sources are, by source name: a URL, or what follows the base URL of the
 *     server of that source
 * @param containers by source name; they run already, and are stopped with the class
 * @param inputs gives the inputs of a workflow by its id; asked anew for each run
 * @param requests applied to each request, which REST Assured then sends
 */
public record Contributions(
        Map<String, URI> servers,
        Map<String, URI> descriptions,
        Map<String, SourceContainer> containers,
        Function<String, Optional<Map<?, ?>>> inputs,
        List<RequestCustomizer> requests) {

    /** Nothing is added. */
    public static final Contributions NONE =
            new Contributions(Map.of(), Map.of(), Map.of(), workflowId -> Optional.empty(), List.of());

    public Contributions {
        servers = Map.copyOf(servers);
        descriptions = Map.copyOf(descriptions);
        containers = Map.copyOf(containers);
        requests = List.copyOf(requests);
    }
}
