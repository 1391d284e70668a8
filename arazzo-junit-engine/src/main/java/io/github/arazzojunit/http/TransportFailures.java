package io.github.arazzojunit.http;

import io.github.arazzojunit.http.TransportException.Reason;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.http.conn.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;

/** Says in the same words, whatever the client library, why there is no response. */
final class TransportFailures {

    private TransportFailures() {}

    static TransportException of(HttpRequest request, Throwable failure, Duration timeout) {
        String to = request.method() + " " + request.uri() + ": ";
        String server = server(request.uri());
        if (find(failure, InterruptedException.class) != null) {
            return new TransportException(Reason.INTERRUPTED, to + "the run was interrupted before the response came.");
        }
        if (find(failure, ResponseTooLargeException.class) instanceof ResponseTooLargeException tooLarge) {
            return new TransportException(
                    Reason.TOO_LARGE,
                    to
                            + "the response of %s is larger than %d bytes. Raise arazzo.limits.response-size or ask for less."
                                    .formatted(server, tooLarge.limit()));
        }
        if (find(failure, UnresolvedAddressException.class) != null
                || find(failure, UnknownHostException.class) != null) {
            return new TransportException(
                    Reason.UNKNOWN_HOST,
                    to
                            + "the host of %s is unknown. Check the server in the OpenAPI description or the configured base URL."
                                    .formatted(server));
        }
        if (find(failure, HttpConnectTimeoutException.class) != null
                || find(failure, ConnectTimeoutException.class) != null) {
            return new TransportException(
                    Reason.TIMEOUT,
                    to
                            + "no connection to %s in time. Check that the server is reachable or raise arazzo.http.connect-timeout."
                                    .formatted(server));
        }
        if (find(failure, HttpTimeoutException.class) != null
                || find(failure, TimeoutException.class) != null
                || find(failure, SocketTimeoutException.class) != null) {
            return new TransportException(
                    Reason.TIMEOUT,
                    to
                            + "no complete response from %s within %d ms. Raise the step's timeout or arazzo.http.response-timeout."
                                    .formatted(server, timeout.toMillis()));
        }
        if (find(failure, SSLException.class) instanceof SSLException tls) {
            return new TransportException(
                    Reason.TLS,
                    to
                            + "no secure connection to %s: %s. Check the scheme of the URL; set arazzo.tls.trust-store where this JVM does not trust the certificate, and arazzo.tls.key-store where the server asks for one."
                                    .formatted(server, tls.getMessage()));
        }
        if (find(failure, ConnectException.class) != null || find(failure, NoRouteToHostException.class) != null) {
            return new TransportException(
                    Reason.REFUSED,
                    to
                            + "nothing accepts connections at %s. Start the server or correct the base URL of the source."
                                    .formatted(server));
        }
        if (failure instanceof IllegalArgumentException) {
            return new TransportException(
                    Reason.INVALID_REQUEST,
                    to
                            + "the request cannot be sent: %s. Correct the step or the base URL."
                                    .formatted(failure.getMessage()));
        }
        return new TransportException(
                Reason.BROKEN,
                to
                        + "%s broke off or did not answer in HTTP: %s. Check what listens there and its log."
                                .formatted(server, description(failure)));
    }

    private static @Nullable Throwable find(Throwable failure, Class<? extends Throwable> type) {
        Throwable cause = failure;
        // Some libraries link causes in a ring; no honest chain is this long.
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (type.isInstance(cause)) {
                return cause;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static String server(URI uri) {
        if (uri.getHost() == null) {
            return String.valueOf(uri.getRawAuthority());
        }
        int standardPort = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return uri.getHost() + ":" + (uri.getPort() < 0 ? standardPort : uri.getPort());
    }

    private static String description(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
