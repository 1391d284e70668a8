package io.github.arazzojunit.http;

import io.github.arazzojunit.http.LimitedClient.Limits;
import io.github.arazzojunit.http.TransportException.Reason;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * The transport for users of REST Assured: their filters, authentication, logging, TLS settings and the statics of
 * {@link RestAssured} apply to every request. They run on the thread that sends; the connection is on another, so that
 * the limits hold. Thread-safe as far as the customizers are.
 */
public final class RestAssuredTransport implements Transport {

    private final TransportSettings settings;
    private final List<? extends UnaryOperator<RequestSpecification>> customizers;
    private final ExecutorService threads = Executors.newCachedThreadPool(RestAssuredTransport::newThread);
    private final LimitedClients clients;

    /** @param customizers applied to every request in this order, when its headers and its body are set */
    public RestAssuredTransport(
            TransportSettings settings, List<? extends UnaryOperator<RequestSpecification>> customizers) {
        this.settings = settings;
        this.clients = new LimitedClients(settings.tls(), threads);
        this.customizers = List.copyOf(customizers);
    }

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "arazzo-exchange");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public HttpResponse send(HttpRequest request, Duration timeout) throws TransportException {
        RawTarget target = new RawTarget(request.uri());
        try {
            Response response = specification(request, target, timeout).request(request.method(), target.readable());
            List<Header> headers = response.getHeaders().asList().stream()
                    .map(header -> new Header(header.getName(), header.getValue()))
                    .toList();
            byte[] decoded = ContentCoding.decode(body(response), headers, settings.maxResponseBytes());
            return new HttpResponse(response.getStatusCode(), headers, Bytes.wrap(decoded));
        } catch (Exception e) {
            // Groovy throws checked exceptions that no signature names.
            TransportException failure = TransportFailures.of(request, e, timeout);
            if (failure.reason() == Reason.INTERRUPTED) {
                Thread.currentThread().interrupt();
            }
            throw failure;
        }
    }

    /** A filter of the user may have put another one in its place. */
    private byte[] body(Response response) throws IOException {
        InputStream body = response.getBody().asInputStream();
        return body == null ? new byte[0] : ContentCoding.read(body, settings.maxResponseBytes());
    }

    private RequestSpecification specification(HttpRequest request, RawTarget target, Duration timeout) {
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
        HttpClientConfig client = client(customized.getHttpClientConfig(), target, timeout);
        return specification
                .config(configuration(customized, request).httpClient(client))
                .urlEncodingEnabled(false);
    }

    /** What the user has configured stays; what would change the bytes on the wire is switched off. */
    private static RestAssuredConfig configuration(RestAssuredConfig customized, HttpRequest request) {
        EncoderConfig encoder =
                customized.getEncoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);
        Optional<MediaType> mediaType = request.header("Content-Type").flatMap(MediaType::parse);
        if (mediaType.isPresent()) {
            encoder = encoder.encodeContentTypeAs(mediaType.get().essence(), ContentType.BINARY);
        }
        DecoderConfig decoder = customized.getDecoderConfig().noContentDecoders();
        RedirectConfig redirects = customized.getRedirectConfig().followRedirects(false);
        return customized.encoderConfig(encoder).decoderConfig(decoder).redirect(redirects);
    }

    private HttpClientConfig client(HttpClientConfig customized, RawTarget target, Duration timeout) {
        Limits limits = new Limits(settings.connectTimeout(), timeout, settings.maxResponseBytes());
        return customized
                .httpClientFactory(() -> clients.create(customized, target, limits))
                .setParam("http.connection.timeout", millis(settings.connectTimeout()))
                .setParam("http.socket.timeout", millis(timeout));
    }

    private static int millis(Duration duration) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, duration.toMillis()));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
