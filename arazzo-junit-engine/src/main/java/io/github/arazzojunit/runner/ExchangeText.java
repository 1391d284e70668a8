package io.github.arazzojunit.runner;

import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.Exchange;
import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An exchange for readers, secrets masked. */
public final class ExchangeText {

    static final int LONGEST_BODY = 1_000;

    private final Exchange exchange;
    private final Masker masker;

    public ExchangeText(Exchange exchange, Masker masker) {
        this.exchange = exchange;
        this.masker = masker;
    }

    /** {@code GET http://localhost/pets -> 200 in 12 ms}. */
    public String summary() {
        return request() + " -> " + status();
    }

    /** {@code GET http://localhost/pets}. */
    public String request() {
        HttpRequest request = exchange.request();
        return request.method() + " " + masker.url(request.uri().toString());
    }

    /** {@code 200 in 12 ms}. */
    public String status() {
        return exchange.response().status() + " in " + exchange.duration().toMillis() + " ms";
    }

    /** The beginning of what was sent, in one line; empty when nothing was. */
    public Optional<String> requestBody() {
        return sent().map(body -> shortened(masker.body(body)));
    }

    /** The beginning of what was received, in one line; empty when nothing was. */
    public Optional<String> responseBody() {
        return received().map(body -> shortened(masker.body(body)));
    }

    /** Why expressions see a text although the response promises JSON. */
    public Optional<String> misread() {
        HttpResponse response = exchange.response();
        return response.contentType().filter(MediaType::isJson).isPresent()
                        && !response.body().isEmpty()
                ? response.bodyValue().note().map(masker::text)
                : Optional.empty();
    }

    /** A command that sends the request again, as far as it has no secrets; see {@link CurlCommand}. */
    public String curl(int attempt) {
        return command(attempt).text();
    }

    /** What the command reads from a file instead of having it in itself. */
    public Optional<Bytes> curlFile(int attempt) {
        return command(attempt).file();
    }

    /** The name of the file that the command reads. */
    public static String curlFileName(int attempt) {
        return "attempt-" + attempt + ".request-body";
    }

    private CurlCommand command(int attempt) {
        return new CurlCommand(exchange.request(), masker, curlFileName(attempt));
    }

    /** Request and response as HTTP has them, with everything. */
    public String full() {
        HttpRequest request = exchange.request();
        HttpResponse response = exchange.response();
        return head(request() + " HTTP/1.1", request.headers())
                + sent().map(body -> masker.content(body) + "\n\n").orElse("")
                + head("HTTP/1.1 " + response.status(), response.headers())
                + received().map(body -> masker.content(body) + "\n").orElse("");
    }

    private String head(String firstLine, List<Header> headers) {
        return firstLine + "\n"
                + headers.stream().map(header -> line(header) + "\n").collect(Collectors.joining()) + "\n";
    }

    private String line(Header header) {
        return header.name() + ": " + masker.header(header.name(), header.value());
    }

    private Optional<String> sent() {
        return exchange.request().body().filter(body -> !body.isEmpty()).map(body -> body.text(StandardCharsets.UTF_8));
    }

    /** Binary data is only measured. */
    private Optional<String> received() {
        HttpResponse response = exchange.response();
        if (response.body().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                response.bodyValue().value().isPresent()
                        ? response.bodyAsText()
                        : "(" + response.header("Content-Type").orElse("binary") + ", "
                                + response.body().size() + " bytes)");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_BODY
                ? text
                : text.substring(0, LONGEST_BODY) + "... (" + text.length() + " characters)";
    }
}
