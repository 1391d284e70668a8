package io.github.arazzojunit.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.http.client.HttpClient;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.impl.conn.SchemeRegistryFactory;

/**
 * Connections that clients of one request each share: with this API of Apache, on which REST Assured is built, one
 * client for several threads mixes up responses. Thread-safe.
 */
@SuppressWarnings("deprecation")
final class ConnectionPool implements AutoCloseable {

    private static final int HTTPS_PORT = 443;
    private static final int MAX_CONNECTIONS = 256;
    /** Shorter than the keep-alive time of common servers, so that a pooled connection is hardly ever a stale one. */
    private static final Duration LIFETIME = Duration.ofSeconds(4);

    private final PoolingClientConnectionManager connections;

    /** @param tls keys and trusted certificates; empty for those of the JVM */
    ConnectionPool(Optional<SSLContext> tls) {
        SchemeRegistry schemes = SchemeRegistryFactory.createDefault();
        tls.ifPresent(context -> schemes.register(new Scheme("https", HTTPS_PORT, new SSLSocketFactory(context))));
        connections = new PoolingClientConnectionManager(schemes, LIFETIME.toMillis(), TimeUnit.MILLISECONDS);
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
