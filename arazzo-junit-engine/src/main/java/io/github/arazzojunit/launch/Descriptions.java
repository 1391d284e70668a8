package io.github.arazzojunit.launch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

/** Where a server that a test starts gives its description. */
public final class Descriptions {

    private Descriptions() {}

    /**
     * The location of a description.
     *
     * @param location an absolute URL, or what follows the base URL of the server, for example {@code /v3/api-docs}
     * @param servers base URLs by source name
     * @throws IllegalArgumentException when it is not a URL, or when it follows a base URL that nobody gives
     */
    public static URI locate(String source, String location, Map<String, URI> servers) {
        URI uri;
        try {
            uri = new URI(location);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The description of source '" + source
                    + "' has to be a URL or a path such" + " as /v3/api-docs, not '" + location + "'.");
        }
        if (uri.isAbsolute()) {
            return uri;
        }
        URI server = servers.get(source);
        if (server == null) {
            throw new IllegalArgumentException("The description of source '" + source + "' is to be at '" + location
                    + "' of its server, but nobody says where that is. Name the server of the source as well, or write a"
                    + " whole URL.");
        }
        return URI.create(server.toString().replaceFirst("/+$", "") + "/" + location.replaceFirst("^/+", ""));
    }
}
