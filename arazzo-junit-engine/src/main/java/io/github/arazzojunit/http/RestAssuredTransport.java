package io.github.arazzojunit.http;

import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The transport for users of REST Assured: their filters, authentication, logging, TLS settings and the statics of
 * {@link RestAssured} apply to every request. Thread-safe as far as the customizers are.
 */
public final class RestAssuredTransport implements Transport {

    private final TransportSettings settings;
    private final List<? extends UnaryOperator<RequestSpecification>> customizers;
    private final ConnectionPool connections;

    /** @param customizers applied to every request in this order, when its headers and its body are set */
    public RestAssuredTransport(
            TransportSettings settings, List<? extends UnaryOperator<RequestSpecification>> customizers) {
        this.settings = settings;
        this.connections = new ConnectionPool(settings.tls());
        this.customizers = List.copyOf(customizers);
    }

    @Override
    public HttpResponse send(HttpRequest request, Duration timeout) throws TransportException {
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            Response response = specification(request, timeout).request(request.method(), request.uri());
            List<Header> headers = response.getHeaders().asList().stream()
                    .map(header -> new Header(header.getName(), header.getValue()))
                    .toList();
            byte[] body = read(response, deadline);
            byte[] decoded = ContentCoding.decode(body, headers, settings.maxResponseBytes());
            return new HttpResponse(response.getStatusCode(), headers, Bytes.wrap(decoded));
        } catch (Exception e) {
            // Groovy throws checked exceptions that no signature names.
            throw TransportFailures.of(request, e, timeout);
        }
    }

    private byte[] read(Response response, long deadline) throws IOException {
        InputStream body = response.getBody().asInputStream();
        return body == null
                ? new byte[0]
                : ContentCoding.read(new DeadlineInputStream(body, deadline), settings.maxResponseBytes());
    }

    private RequestSpecification specification(HttpRequest request, Duration timeout) {
        RequestSpecification specification = RestAssured.given();
        for (Header header : request.headers()) {
            if (!HopHeaders.contains(header.name())) {
                specification.header(header.name(), header.value());
            }
        }
        if (request.header("Content-Type").isEmpty()) {
            // REST Assured would invent one.
            specification.noContentType();
        }
        if (request.body().isPresent()) {
            specification.body(request.body().get().toArray());
        }
        for (UnaryOperator<RequestSpecification> customizer : customizers) {
            specification = customizer.apply(specification);
        }
        RestAssuredConfig customized = ((FilterableRequestSpecification) specification).getConfig();
        return specification.config(configuration(customized, request, timeout)).urlEncodingEnabled(false);
    }

    /** What the user has configured stays; what would change the bytes on the wire is switched off. */
    private RestAssuredConfig configuration(RestAssuredConfig customized, HttpRequest request, Duration timeout) {
        EncoderConfig encoder =
                customized.getEncoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);
        Optional<MediaType> mediaType = request.header("Content-Type").flatMap(MediaType::parse);
        if (mediaType.isPresent()) {
            encoder = encoder.encodeContentTypeAs(mediaType.get().essence(), ContentType.BINARY);
        }
        DecoderConfig decoder = customized.getDecoderConfig().noContentDecoders();
        RedirectConfig redirects = customized.getRedirectConfig().followRedirects(false);
        return customized
                .httpClient(client(customized.getHttpClientConfig(), timeout))
                .encoderConfig(encoder)
                .decoderConfig(decoder)
                .redirect(redirects);
    }

    private HttpClientConfig client(HttpClientConfig customized, Duration timeout) {
        HttpClientConfig client =
                customized.isUserConfigured() ? customized : customized.httpClientFactory(connections::newClient);
        return client.setParam("http.connection.stalecheck", false)
                .setParam("http.connection.timeout", millis(settings.connectTimeout()))
                .setParam("http.socket.timeout", millis(timeout));
    }

    private static int millis(Duration duration) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, duration.toMillis()));
    }

    @Override
    public void close() {
        connections.close();
    }
}
