package io.github.arazzojunit.target;

import io.github.arazzojunit.http.HostList;
import java.net.URI;
import java.util.Map;

/**
 * Where the requests of each source go.
 *
 * @param mode for the sources without a server of their own
 * @param servers base URL by source name ({@code arazzo.server.<source>}, {@code @ArazzoServer})
 * @param hosts the only hosts that requests may reach besides loopback; empty allows those that the configuration and
 *     the descriptions name (SEC-02)
 * @param generateStubs whether the stub server also answers requests that no mapping of the user serves
 */
public record TargetSettings(Mode mode, Map<String, URI> servers, HostList hosts, boolean generateStubs) {

    /** The values of {@code arazzo.target}. */
    public enum Mode {
        /** An embedded WireMock answers. */
        STUB,
        /** The servers of the description answer. */
        LIVE
    }

    public TargetSettings {
        servers = Map.copyOf(servers);
    }

    /** Whether a request may go to the host of this URL. */
    public boolean permits(URI url) {
        return hosts.isEmpty() || hosts.names(url) || HostList.isLoopback(url);
    }
}
