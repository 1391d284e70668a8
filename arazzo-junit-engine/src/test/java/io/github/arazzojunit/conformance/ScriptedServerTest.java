package io.github.arazzojunit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.TransportException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptedServerTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final VirtualTime time = new VirtualTime();

    @Test
    void answers_in_order_and_has_no_complaint_when_everything_fits() throws TransportException {
        ScriptedServer server = inOrder("""
                - {request: GET /a, response: {status: 200, json: {n: 1}}}
                - {request: GET /b, times: 2, response: {status: 204}}
                """);

        assertThat(server.send(get("/a"), SECOND).bodyAsText()).isEqualTo("{\"n\":1}");
        assertThat(server.send(get("/b"), SECOND).status()).isEqualTo(204);
        assertThat(server.send(get("/b"), SECOND).status()).isEqualTo(204);
        assertThat(server.problems()).isEmpty();
        assertThat(server.requests()).containsExactly("GET /a", "GET /b", "GET /b");
    }

    @Test
    void complains_about_a_request_out_of_order_and_refuses_it() {
        ScriptedServer server = inOrder("""
                - {request: GET /a, response: {status: 200}}
                - {request: GET /b, response: {status: 200}}
                """);

        assertThatExceptionOfType(TransportException.class).isThrownBy(() -> server.send(get("/b"), SECOND));
        assertThat(server.problems()).hasSize(3).first().asString().contains("GET /b", "exchange 1", "GET /a");
    }

    @Test
    void complains_about_a_surplus_request() throws TransportException {
        ScriptedServer server = inOrder("[{request: GET /a, response: {status: 200}}]");
        server.send(get("/a"), SECOND);

        assertThatExceptionOfType(TransportException.class).isThrownBy(() -> server.send(get("/a"), SECOND));
        assertThat(server.problems()).hasSize(1);
    }

    @Test
    void complains_about_requests_that_were_never_sent() throws TransportException {
        ScriptedServer server = inOrder("[{request: GET /a, times: 3, response: {status: 200}}]");
        server.send(get("/a"), SECOND);

        assertThat(server.problems()).containsExactly("exchange 1 (GET /a) was used 1 times instead of 3");
    }

    @Test
    void an_exchange_for_any_number_of_requests_ends_with_the_next_one() throws TransportException {
        ScriptedServer server = inOrder("""
                - {request: GET /a, times: any, response: {status: 200}}
                - {request: GET /b, response: {status: 200}}
                """);
        server.send(get("/a"), SECOND);
        server.send(get("/a"), SECOND);
        server.send(get("/b"), SECOND);

        assertThatExceptionOfType(TransportException.class).isThrownBy(() -> server.send(get("/a"), SECOND));
        assertThat(server.problems()).hasSize(1);
    }

    @Test
    void without_an_order_each_exchange_still_answers_only_as_often_as_it_says() throws TransportException {
        ScriptedServer server = new ScriptedServer(CaseTexts.list("""
                - {request: GET /a, response: {status: 200}}
                - {request: GET /b, response: {status: 200}}
                """), false, time);
        server.send(get("/b"), SECOND);
        server.send(get("/a"), SECOND);

        assertThat(server.problems()).isEmpty();
        assertThatExceptionOfType(TransportException.class).isThrownBy(() -> server.send(get("/b"), SECOND));
        assertThat(server.problems()).hasSize(1);
    }

    @Test
    void delays_take_virtual_time_and_end_at_the_limit_of_the_request() throws TransportException {
        ScriptedServer server = inOrder("[{request: GET /a, times: 2, delay: 0.7, response: {status: 200}}]");
        server.send(get("/a"), SECOND);

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> server.send(get("/a"), Duration.ofMillis(500)))
                .matches(e -> e.reason() == TransportException.Reason.TIMEOUT);
        assertThat(time.sinceStart()).hasMillis(1200);
        assertThat(server.problems()).isEmpty();
    }

    @Test
    void faults_are_no_responses() {
        ScriptedServer server = inOrder("""
                - {request: GET /a, fault: refused}
                - {request: GET /a, fault: timeout}
                """);

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> server.send(get("/a"), SECOND))
                .matches(e -> e.reason() == TransportException.Reason.REFUSED);
        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> server.send(get("/a"), SECOND))
                .matches(e -> e.reason() == TransportException.Reason.TIMEOUT);
        assertThat(server.problems()).isEmpty();
    }

    private ScriptedServer inOrder(String exchanges) {
        return new ScriptedServer(CaseTexts.list(exchanges), true, time);
    }

    private static HttpRequest get(String path) {
        return new HttpRequest("GET", URI.create("https://api.example.com" + path), List.of(), Optional.empty());
    }
}
