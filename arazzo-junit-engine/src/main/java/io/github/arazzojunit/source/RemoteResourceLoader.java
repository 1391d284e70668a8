package io.github.arazzojunit.source;

import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.Transport;
import io.github.arazzojunit.http.TransportException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Fetches texts over HTTP (MED-01, MED-02); whoever uses it decides from which hosts. */
public final class RemoteResourceLoader implements ResourceLoader {

    private static final Header ACCEPT = new Header(
            "Accept",
            "application/vnd.oai.workflows+yaml, application/vnd.oai.workflows+json, application/yaml, "
                    + "application/json, text/yaml, */*;q=0.1");

    private final Transport transport;
    private final Duration timeout;

    public RemoteResourceLoader(Transport transport, Duration timeout) {
        this.transport = transport;
        this.timeout = timeout;
    }

    @Override
    public byte[] load(URI uri) throws IOException {
        try {
            HttpResponse response =
                    transport.send(new HttpRequest("GET", uri, List.of(ACCEPT), Optional.empty()), timeout);
            if (response.status() != 200) {
                throw new IOException("the server answered with status " + response.status() + ".");
            }
            return response.body().toArray();
        } catch (TransportException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
