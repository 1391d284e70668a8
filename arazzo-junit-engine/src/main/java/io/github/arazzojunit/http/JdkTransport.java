package io.github.arazzojunit.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The quick transport: the HTTP/1.1 client of the JDK, with its connection pool. Thread-safe. */
public final class JdkTransport implements Transport {

    private final TransportSettings settings;
    private final HttpClient client;

    public JdkTransport(TransportSettings settings) {
        this.settings = settings;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout());
        settings.tls().ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    @Override
    public HttpResponse send(HttpRequest request, Duration timeout) throws TransportException {
        try {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return exchange(translate(request), timeout);
        } catch (ExecutionException e) {
            throw TransportFailures.of(request, e.getCause(), timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TransportFailures.of(request, e, timeout);
        } catch (TimeoutException | IOException | IllegalArgumentException e) {
            throw TransportFailures.of(request, e, timeout);
        }
    }

    /** Waits itself, because the client's own time-out ends when the headers are there. */
    private HttpResponse exchange(java.net.http.HttpRequest request, Duration timeout)
            throws ExecutionException, InterruptedException, TimeoutException, IOException {
        CompletableFuture<java.net.http.HttpResponse<byte[]>> sending =
                client.sendAsync(request, head -> new LimitedBodySubscriber(settings.maxResponseBytes()));
        try {
            java.net.http.HttpResponse<byte[]> response = sending.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            List<Header> headers = headers(response);
            byte[] body = ContentCoding.decode(response.body(), headers, settings.maxResponseBytes());
            return new HttpResponse(response.statusCode(), headers, Bytes.wrap(body));
        } finally {
            // Without effect on an exchange that is complete; otherwise it frees the connection.
            sending.cancel(true);
        }
    }

    private static java.net.http.HttpRequest translate(HttpRequest request) {
        BodyPublisher body = request.body()
                .map(bytes -> BodyPublishers.ofByteArray(bytes.content()))
                .orElseGet(BodyPublishers::noBody);
        java.net.http.HttpRequest.Builder builder =
                java.net.http.HttpRequest.newBuilder(request.uri()).method(request.method(), body);
        request.headers().stream()
                .filter(header -> !HopHeaders.contains(header.name()))
                .forEach(header -> builder.header(header.name(), header.value()));
        return builder.build();
    }

    private static List<Header> headers(java.net.http.HttpResponse<?> response) {
        List<Header> headers = new ArrayList<>();
        response.headers()
                .map()
                .forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
        return headers;
    }

    /** Nothing to do: idle connections end with their keep-alive time, the client's thread with the client. */
    @Override
    public void close() {}
}
