package io.github.arazzojunit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HttpRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A demand that never fails would make every case that uses it worthless. */
class RequestCheckTest {

    private static final HttpRequest REQUEST = new HttpRequest(
            "POST",
            URI.create("https://api.example.com/v1/pets?tag=a&tag=b%20c&q=1"),
            List.of(
                    new Header("Content-Type", "application/json; charset=utf-8"),
                    new Header("X-One", "1"),
                    new Header("X-Two", "a"),
                    new Header("x-two", "b")),
            Optional.of(Bytes.utf8("{\"a\":1.0,\"b\":[2],\"c\":\"3\"}")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{query: {q: '1', tag: [a, b c]}}",
                "{query: {q: '1', tag: [a, b c]}, host: api.example.com, at: 2.5}",
                "{query: {q: '1', tag: [a, b c]}, headers: {content-type: application/json, x-one: '1', X-Three: null}}",
                "{query: {q: '1', tag: [a, b c]}, json: {b: [2], a: 1, c: '3'}}",
                "{query: {q: '1', tag: [a, b c]}, jsonIncludes: {a: 1}}",
                "{query: {q: '1', tag: [a, b c]}, textIncludes: ['\"a\":1.0', '\"c\"']}",
                "{query: {q: '1', tag: [a, b c]}, text: '{\"a\":1.0,\"b\":[2],\"c\":\"3\"}'}"
            })
    void a_request_fits_demands_that_it_meets(String demands) {
        assertThat(mismatches("POST /v1/pets", demands)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{query: {q: '1', tag: [b c, a]}}",
                "{query: {q: '1'}}",
                "{query: {q: '1', tag: [a, b c], more: ''}}",
                "{query: {q: '1', tag: [a, b c]}, host: example.com}",
                "{query: {q: '1', tag: [a, b c]}, at: 2}",
                "{query: {q: '1', tag: [a, b c]}, headers: {X-One: '2'}}",
                "{query: {q: '1', tag: [a, b c]}, headers: {X-One: null}}",
                "{query: {q: '1', tag: [a, b c]}, headers: {X-Two: b}}",
                "{query: {q: '1', tag: [a, b c]}, headers: {X-Three: ''}}",
                "{query: {q: '1', tag: [a, b c]}, headers: {Content-Type: 'application/json; charset=ascii'}}",
                "{query: {q: '1', tag: [a, b c]}, json: {a: 1, b: [2], c: 3}}",
                "{query: {q: '1', tag: [a, b c]}, json: {a: 1, b: [2]}}",
                "{query: {q: '1', tag: [a, b c]}, json: {a: 1, b: [], c: '3'}}",
                "{query: {q: '1', tag: [a, b c]}, jsonIncludes: {d: 1}}",
                "{query: {q: '1', tag: [a, b c]}, textIncludes: ['\"a\":1.0', '\"d\"']}",
                "{query: {q: '1', tag: [a, b c]}, text: '{}'}",
                "{query: {q: '1', tag: [a, b c]}, form: {a: '1'}}",
                "{query: {q: '1', tag: [a, b c]}, xml: <a/>}",
                "{query: {q: '1', tag: [a, b c]}, body: absent}"
            })
    void a_request_does_not_fit_a_demand_that_it_misses(String demands) {
        assertThat(mismatches("POST /v1/pets", demands)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v1/pets",
                "POST /v1/pets?",
                "POST /v1/pets?tag=a&tag=b+c&q=1",
                "POST /pets?tag=a&tag=b%20c&q=1",
                "PUT /v1/pets?tag=a&tag=b%20c&q=1"
            })
    void the_request_line_is_exact(String line) {
        assertThat(mismatches(line, "{}")).hasSize(1);
        assertThat(mismatches("POST /v1/pets?tag=a&tag=b%20c&q=1", "{}")).isEmpty();
    }

    @Test
    void xml_is_compared_without_layout_and_comments() {
        String actual = "<?xml version='1.0'?><a x='1' y='2'>\n  <b>t</b><!-- c --></a>";

        assertThat(XmlEquality.difference("<a y=\"2\" x=\"1\"><b>t</b></a>", actual))
                .isEmpty();
        assertThat(XmlEquality.difference("<a y=\"2\" x=\"1\"><b>t </b></a>", actual))
                .isPresent();
        assertThat(XmlEquality.difference("<a x=\"1\"><b>t</b></a>", actual)).isPresent();
    }

    private static List<String> mismatches(String line, String demands) {
        return RequestCheck.mismatches(
                CaseTexts.yaml("{request: '" + line + "', with: " + demands + "}"), REQUEST, Duration.ofMillis(2500));
    }
}
