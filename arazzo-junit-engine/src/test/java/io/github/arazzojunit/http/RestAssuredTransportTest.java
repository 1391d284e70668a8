package io.github.arazzojunit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only users of REST Assured get. */
class RestAssuredTransportTest {

    private WireServer server;

    @BeforeEach
    void start() throws IOException {
        server = WireServer.start().answer("/", "HTTP/1.1 200 OK\nContent-Type: application/json", "{\"a\": 1}");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private HttpResponse send(List<UnaryOperator<RequestSpecification>> customizers) throws TransportException {
        try (Transport transport = new RestAssuredTransport(TransportSettings.defaults(), customizers)) {
            HttpRequest request = new HttpRequest(
                    "POST",
                    server.uri("/a%20b"),
                    List.of(new Header("Content-Type", "application/json"), new Header("X-Ours", "1")),
                    Optional.of(Bytes.utf8("{}")));
            return transport.send(request, Duration.ofSeconds(5));
        }
    }

    @Test
    void customizers_add_credentials_and_headers_in_their_order() throws TransportException {
        send(List.of(
                specification -> specification.header("X-User", "first"),
                specification -> specification
                        .header("X-User", "second")
                        .auth()
                        .preemptive()
                        .basic("u", "p")));

        assertThat(server.received()).singleElement().satisfies(received -> {
            assertThat(received.values("X-Ours")).containsExactly("1");
            assertThat(received.values("X-User")).containsExactly("first", "second");
            assertThat(received.values("Authorization")).containsExactly("Basic dTpw");
        });
    }

    @Test
    void filters_see_the_request_and_may_read_the_response() throws TransportException {
        List<String> seen = new ArrayList<>();

        HttpResponse response = send(List.of(specification -> specification.filter((request, answer, context) -> {
            var next = context.next(request, answer);
            seen.add(request.getMethod() + " " + request.getHeaders().getValue("X-Ours") + " " + next.asString());
            return next;
        })));

        assertThat(seen).containsExactly("POST 1 {\"a\": 1}");
        assertThat(response.bodyAsText()).isEqualTo("{\"a\": 1}");
    }

    @Test
    void a_configuration_of_the_user_does_not_change_the_bytes_or_follow_redirects() throws TransportException {
        server.answer("/", "HTTP/1.1 302 Found\nLocation: /b", "");
        RestAssuredConfig configuration = RestAssuredConfig.config()
                .redirect(RedirectConfig.redirectConfig().followRedirects(true))
                .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(true));

        HttpResponse response = send(List.of(specification -> specification.config(configuration)));

        assertThat(response.status()).isEqualTo(302);
        assertThat(server.received()).singleElement().satisfies(received -> {
            assertThat(received.requestLine()).isEqualTo("POST /a%20b HTTP/1.1");
            assertThat(received.values("Content-Type")).containsExactly("application/json");
            assertThat(received.values("Accept-Encoding")).isEmpty();
            assertThat(received.body()).isEqualTo("{}");
        });
    }
}
