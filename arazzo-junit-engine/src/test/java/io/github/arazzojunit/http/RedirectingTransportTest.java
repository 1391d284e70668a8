package io.github.arazzojunit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectingTransportTest {

    private final List<HttpRequest> sent = new ArrayList<>();

    /** Answers with a redirect where there is one for the URI, else with 200. */
    private HttpResponse send(HttpRequest request, Map<String, String> redirects) throws TransportException {
        Transport transport = new Transport() {
            @Override
            public HttpResponse send(HttpRequest current, Duration timeout) {
                sent.add(current);
                String redirect = redirects.get(current.uri().toString());
                if (redirect == null) {
                    return new HttpResponse(200, List.of(), Bytes.EMPTY);
                }
                String[] parts = redirect.split(" ");
                return new HttpResponse(
                        Integer.parseInt(parts[0]), List.of(new Header("Location", parts[1])), Bytes.EMPTY);
            }

            @Override
            public void close() {}
        };
        return new RedirectingTransport(transport, uri -> !uri.getHost().equals("forbidden.test"))
                .send(request, Duration.ofSeconds(1));
    }

    private static HttpRequest request(String method, String uri) {
        List<Header> headers = List.of(
                new Header("Authorization", "secret"),
                new Header("X-Api-Key", "secret"),
                new Header("X-Shop-Key", "secret"),
                new Header("Cookie", "sid=1"),
                new Header("Content-Type", "text/plain"),
                new Header("Accept", "*/*"));
        return new HttpRequest(method, URI.create(uri), headers, Optional.of(Bytes.utf8("body")));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, 301, GET",
        "POST, 302, GET",
        "POST, 303, GET",
        "PUT, 303, GET",
        "PUT, 302, PUT",
        "POST, 307, POST",
        "POST, 308, POST",
        "GET, 302, GET"
    })
    void AMB_74_a_redirect_is_followed_with_the_method_that_its_status_asks_for(String method, int status, String next)
            throws TransportException {
        HttpResponse response = send(request(method, "http://a.test/x"), Map.of("http://a.test/x", status + " /y"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(sent.get(1)).hasToString(next + " http://a.test/y");
        assertThat(sent.get(1).header("Authorization")).hasValue("secret");
        assertThat(sent.get(1).body().isPresent()).isEqualTo(method.equals(next));
    }

    @Test
    void SEC_12_credentials_do_not_go_to_another_host() throws TransportException {
        send(request("POST", "http://a.test/x"), Map.of("http://a.test/x", "307 http://b.test/y"));

        assertThat(sent.get(1).headers()).extracting(Header::name).containsExactly("Content-Type", "Accept");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.test/x, 302 http://a.test/y",
        "http://a.test/x, 302 http://forbidden.test/y",
        "http://a.test/x, 302 mailto:me",
        "http://a.test/x, 304 /y"
    })
    void AMB_74_a_redirect_that_must_not_be_followed_is_the_response(String uri, String redirect)
            throws TransportException {
        HttpResponse response = send(request("GET", uri), Map.of(uri, redirect));

        assertThat(response.status()).isEqualTo(Integer.parseInt(redirect.substring(0, 3)));
        assertThat(sent).hasSize(1);
    }

    @Test
    void AMB_74_redirects_in_a_circle_end() {
        assertThatThrownBy(
                        () -> send(request("GET", "http://a.test/x"), Map.of("http://a.test/x", "302 http://a.test/x")))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("more than 10 times");
    }
}
