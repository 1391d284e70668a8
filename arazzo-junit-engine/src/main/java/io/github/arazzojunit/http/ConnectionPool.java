package io.github.arazzojunit.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.HttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.impl.conn.SchemeRegistryFactory;

/**
 * Connections that clients of one request each share: with this API of Apache, on which REST Assured is built, one
 * client for several threads mixes up responses. Thread-safe.
 */
@SuppressWarnings("deprecation")
final class ConnectionPool implements AutoCloseable {

    private static final int MAX_CONNECTIONS = 256;
    /** Shorter than the keep-alive time of common servers, so that a pooled connection is hardly ever a stale one. */
    private static final Duration LIFETIME = Duration.ofSeconds(4);

    private final PoolingClientConnectionManager connections = new PoolingClientConnectionManager(
            SchemeRegistryFactory.createDefault(), LIFETIME.toMillis(), TimeUnit.MILLISECONDS);

    ConnectionPool() {
        connections.setMaxTotal(MAX_CONNECTIONS);
        connections.setDefaultMaxPerRoute(MAX_CONNECTIONS);
    }

    HttpClient newClient() {
        return new DefaultHttpClient(connections);
    }

    @Override
    public void close() {
        connections.shutdown();
    }
}
