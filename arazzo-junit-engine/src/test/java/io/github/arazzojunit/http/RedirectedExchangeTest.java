package io.github.arazzojunit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.arazzojunit.http.TransportException.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where redirects are followed, both transports do the same, and the limits are those of all hops together. */
@ParameterizedClass
@MethodSource("transports")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RedirectedExchangeTest {

    private static final Duration SHORT = Duration.ofMillis(800);
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final List<Header> HEADERS = List.of(
            new Header("Content-Type", "application/json"),
            new Header("Authorization", "Bearer t0ken"),
            new Header("Cookie", "sid=1"));

    @Parameter
    TransportTest.Factory factory;

    private Transport transport;

    static Stream<Named<TransportTest.Factory>> transports() {
        return TransportTest.transports();
    }

    @BeforeEach
    void start() {
        transport =
                new RedirectingTransport(factory.create(new TransportSettings(LONG, LONG, true, 100_000)), uri -> true);
    }

    @AfterEach
    void stop() {
        transport.close();
    }

    private HttpResponse post(URI uri, Duration timeout) throws TransportException {
        return transport.send(new HttpRequest("POST", uri, HEADERS, Optional.of(Bytes.utf8("{}"))), timeout);
    }

    private TransportException failure(URI uri, Duration timeout) {
        return catchThrowableOfType(TransportException.class, () -> post(uri, timeout));
    }

    /** Redirects {@code /first} and leaves the rest to the script. */
    private static ScriptedServer redirecting(int status, String location, ScriptedServer.Script rest)
            throws Exception {
        return new ScriptedServer(connection -> {
            if (connection.request().contains("/first")) {
                connection.write("HTTP/1.1 " + status + " Moved\r\nLocation: " + location
                        + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
            } else {
                rest.play(connection);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"302, GET", "303, GET", "307, POST", "308, POST"})
    void AMB_74_a_redirect_leads_to_the_url_as_it_is(int status, String method) throws Exception {
        try (ScriptedServer server =
                redirecting(status, "/a//b?x=1&y=2&x=3", connection -> connection.answer("there"))) {
            assertThat(post(server.uri("/first"), LONG).bodyAsText()).isEqualTo("there");

            assertThat(server.heads())
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith(method + " /a//b?x=1&y=2&x=3 HTTP/1.1\r\n")
                    .contains("Authorization: Bearer t0ken\r\n");
        }
    }

    @Test
    void SEC_12_credentials_do_not_go_to_another_host() throws Exception {
        try (ScriptedServer other = new ScriptedServer(connection -> {
                    connection.request();
                    connection.answer("there");
                });
                ScriptedServer server = redirecting(307, other.uri("/there").toString(), connection -> {})) {
            assertThat(post(server.uri("/first"), LONG).bodyAsText()).isEqualTo("there");

            assertThat(server.heads()).singleElement().asString().contains("t0ken", "sid=1");
            assertThat(other.heads()).singleElement().asString().doesNotContain("t0ken", "sid=1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX-Slow: |a", "HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n|1"})
    void the_total_limit_ends_a_slow_answer_behind_a_redirect(String answer) throws Exception {
        try (ScriptedServer server = redirecting(302, "/slow", connection -> {
            connection.write(answer.substring(0, answer.indexOf('|')));
            connection.drip(answer.substring(answer.indexOf('|') + 1));
        })) {
            assertThat(failure(server.uri("/first"), SHORT).reason()).isEqualTo(Reason.TIMEOUT);

            assertThat(server.heads()).hasSize(2);
            server.awaitEnd();
            server.awaitEnd();
        }
    }

    @Test
    void the_total_limit_counts_all_hops_together() throws Exception {
        try (ScriptedServer server = new ScriptedServer(connection -> {
            connection.request();
            connection.write("HTTP/1.1 302 Moved\r\nLocation: /next\r\nConnection: close\r\nContent-Length: 3\r\n\r\n");
            connection.slowly("abc");
        })) {
            assertThat(failure(server.uri("/first"), SHORT).reason()).isEqualTo(Reason.TIMEOUT);

            assertThat(server.heads()).hasSizeBetween(2, 10);
        }
    }

    @Test
    void the_size_limit_ends_a_body_behind_a_redirect() throws Exception {
        try (ScriptedServer server = redirecting(302, "/large", connection -> {
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 3221225472\r\n\r\n");
            connection.forever("0123456789abcdef".repeat(100));
        })) {
            assertThat(failure(server.uri("/first"), LONG).reason()).isEqualTo(Reason.TOO_LARGE);

            server.awaitEnd();
            server.awaitEnd();
            assertThat(server.written()).isLessThan(HostileServerTest.BUFFERED);
        }
    }

    @Test
    void an_interrupt_behind_a_redirect_ends_the_exchange_and_stays_visible() throws Exception {
        try (ScriptedServer server = redirecting(302, "/silent", ScriptedServer.Connection::hold)) {
            FutureTask<String> asking = new FutureTask<>(() -> {
                TransportException failure = failure(server.uri("/first"), LONG);
                return failure.reason() + " " + Thread.currentThread().isInterrupted();
            });
            Thread thread = new Thread(asking, "asking");
            thread.start();
            server.awaitRequest();
            server.awaitRequest();

            thread.interrupt();

            assertThat(asking.get()).isEqualTo("INTERRUPTED true");
            assertThat(server.heads()).hasSize(2);
        }
    }
}
