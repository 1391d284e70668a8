package io.github.arazzojunit.target;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * Where the requests of each source go.
 *
 * @param mode for the sources without a server of their own
 * @param servers base URL by source name ({@code arazzo.server.<source>}, {@code @ArazzoServer})
 * @param hosts the only hosts that requests may reach besides loopback; empty allows those that the configuration and
 *     the descriptions name (SEC-02)
 */
public record TargetSettings(Mode mode, Map<String, URI> servers, Set<String> hosts) {

    /** The values of {@code arazzo.target}. */
    public enum Mode {
        /** An embedded WireMock answers. */
        STUB,
        /** The servers of the description answer. */
        LIVE
    }

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public TargetSettings {
        servers = Map.copyOf(servers);
        hosts = Set.copyOf(hosts);
    }

    /** Whether a request may go to the host of this URL. */
    public boolean permits(URI url) {
        String host = String.valueOf(url.getHost());
        return hosts.isEmpty() || hosts.contains(host) || LOOPBACK.contains(host);
    }
}
