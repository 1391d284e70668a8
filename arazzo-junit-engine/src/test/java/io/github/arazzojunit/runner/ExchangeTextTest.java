package io.github.arazzojunit.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.Exchange;
import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExchangeTextTest {

    private static final Header JSON = new Header("Content-Type", "application/json");

    @Test
    void an_exchange_is_told_in_one_line_as_a_command_and_in_full() {
        ExchangeText text = text(
                "POST",
                List.of(JSON, new Header("X-Token", "secret")),
                Optional.of("{\"a\": \"it's\", \"token\": \"x\"}"),
                List.of(JSON),
                "{\"b\": 1}");

        assertThat(text.request()).isEqualTo("POST http://h/a?token=***");
        assertThat(text.status()).isEqualTo("201 in 12 ms");
        assertThat(text.summary()).isEqualTo("POST http://h/a?token=*** -> 201 in 12 ms");
        assertThat(text.requestBody()).contains("{\"a\":\"it's\",\"token\":\"***\"}");
        assertThat(text.responseBody()).contains("{\"b\":1}");
        assertThat(text.misread()).isEmpty();
        assertThat(text.curl(1))
                .isEqualTo("curl -X POST 'http://h/a?token=***' -H 'Content-Type: application/json' -H 'X-Token: ***'"
                        + " --data-raw '{\"a\":\"it'\\''s\",\"token\":\"***\"}'");
        assertThat(text.full()).isEqualTo("""
                        POST http://h/a?token=*** HTTP/1.1
                        Content-Type: application/json
                        X-Token: ***

                        {"a":"it's","token":"***"}

                        HTTP/1.1 201
                        Content-Type: application/json

                        {"b":1}
                        """);
    }

    @Test
    void without_bodies_there_is_nothing_about_them() {
        ExchangeText text = text("HEAD", List.of(), Optional.empty(), List.of(), "");

        assertThat(text.requestBody()).isEmpty();
        assertThat(text.responseBody()).isEmpty();
        assertThat(text.curl(1)).isEqualTo("curl --head 'http://h/a?token=***'");
        assertThat(text.full()).isEqualTo("HEAD http://h/a?token=*** HTTP/1.1\n\nHTTP/1.1 201\n\n");
        assertThat(text("GET", List.of(), Optional.of(""), List.of(), "").requestBody())
                .isEmpty();
    }

    @Test
    void a_long_body_is_cut_in_a_line_and_whole_in_full() {
        ExchangeText thousand = text("GET", List.of(), Optional.of("x".repeat(1000)), List.of(), "");
        ExchangeText more = text("GET", List.of(), Optional.of("x".repeat(1001)), List.of(), "");

        assertThat(thousand.requestBody()).contains("x".repeat(1000));
        assertThat(more.requestBody()).contains("x".repeat(1000) + "... (1001 characters)");
        assertThat(more.full()).contains("x".repeat(1001) + "\n");
    }

    @Test
    void AMB_45_a_body_that_is_not_the_JSON_that_it_should_be_is_remarked() {
        assertThat(text("GET", List.of(), Optional.empty(), List.of(JSON), "{oops")
                        .misread())
                .hasValueSatisfying(note -> assertThat(note).contains("JSON"));
        assertThat(text("GET", List.of(), Optional.empty(), List.of(JSON), "").misread())
                .isEmpty();
        assertThat(text("GET", List.of(), Optional.empty(), List.of(new Header("Content-Type", "text/plain")), "{oops")
                        .misread())
                .isEmpty();
    }

    @Test
    void binary_data_is_measured() {
        Exchange exchange = new Exchange(
                new HttpRequest("GET", URI.create("http://h/a"), List.of(), Optional.empty()),
                new HttpResponse(200, List.of(new Header("Content-Type", "image/png")), Bytes.of(new byte[] {
                    (byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff
                })),
                Duration.ZERO);

        assertThat(new ExchangeText(exchange, Masker.of(List.of())).responseBody())
                .contains("(image/png, 6 bytes)");
    }

    private static ExchangeText text(
            String method, List<Header> sent, Optional<String> request, List<Header> received, String response) {
        return new ExchangeText(
                new Exchange(
                        new HttpRequest(method, URI.create("http://h/a?token=abc"), sent, request.map(Bytes::utf8)),
                        new HttpResponse(201, received, Bytes.utf8(response)),
                        Duration.ofMillis(12)),
                Masker.of(List.of("token")));
    }
}
