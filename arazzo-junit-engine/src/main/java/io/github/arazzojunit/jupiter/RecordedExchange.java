package io.github.arazzojunit.jupiter;

import io.github.arazzojunit.http.Exchange;
import io.github.arazzojunit.runner.ExchangeText;
import io.github.arazzojunit.runner.Masker;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** An exchange as tests of users see it. */
record RecordedExchange(Exchange exchange, Masker masker) implements Arazzo.Exchange {

    @Override
    public String method() {
        return exchange.request().method();
    }

    @Override
    public URI url() {
        return exchange.request().uri();
    }

    @Override
    public Optional<String> requestHeader(String name) {
        return exchange.request().header(name);
    }

    @Override
    public String requestBody() {
        return exchange.request()
                .body()
                .map(body -> body.text(StandardCharsets.UTF_8))
                .orElse("");
    }

    @Override
    public int status() {
        return exchange.response().status();
    }

    @Override
    public Optional<String> responseHeader(String name) {
        return exchange.response().header(name);
    }

    @Override
    public String responseBody() {
        return exchange.response().bodyAsText();
    }

    @Override
    public Duration duration() {
        return exchange.duration();
    }

    /** For messages of assertions, so without secrets. */
    @Override
    public String toString() {
        return new ExchangeText(exchange, masker).summary();
    }
}
