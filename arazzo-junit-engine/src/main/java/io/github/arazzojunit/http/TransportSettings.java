package io.github.arazzojunit.http;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How requests are sent.
 *
 * @param connectTimeout for one connection, greater than zero
 * @param responseTimeout what {@link Transport#send} is given unless a step has a time-out of its own
 * @param followRedirects whether the transport is to be put behind a {@link RedirectingTransport}
 * @param maxResponseBytes of a body, before and after a content coding is removed
 * @param tls keys and trusted certificates of secure connections; empty for those of the JVM
 */
public record TransportSettings(
        Duration connectTimeout,
        Duration responseTimeout,
        boolean followRedirects,
        int maxResponseBytes,
        Optional<SSLContext> tls) {

    /** With what the JVM trusts. */
    public TransportSettings(
            Duration connectTimeout, Duration responseTimeout, boolean followRedirects, int maxResponseBytes) {
        this(connectTimeout, responseTimeout, followRedirects, maxResponseBytes, Optional.empty());
    }

    /** 10 s, 30 s, no redirects, 10 MiB. */
    public static TransportSettings defaults() {
        return new TransportSettings(Duration.ofSeconds(10), Duration.ofSeconds(30), false, 10 << 20);
    }
}
