package io.github.arazzojunit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.arazzojunit.http.TransportException.Reason;
import java.net.InetAddress;
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
import org.junit.jupiter.params.provider.MethodSource;

/** A secure connection says goodbye before it ends: limits and interrupts do not wait for that. */
@ParameterizedClass
@MethodSource("transports")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileTlsServerTest {

    private static final Duration SHORT = Duration.ofMillis(800);
    private static final Duration LONG = Duration.ofSeconds(50);

    @Parameter
    TransportTest.Factory factory;

    private Transport transport;

    static Stream<Named<TransportTest.Factory>> transports() {
        return TransportTest.transports();
    }

    @BeforeEach
    void start() throws Exception {
        transport = factory.create(new TransportSettings(
                LONG, LONG, false, 100_000, Optional.of(MutualTlsTest.context("client.p12", "trust-server.p12"))));
    }

    @AfterEach
    void stop() {
        transport.close();
    }

    private static ScriptedServer serve(ScriptedServer.Script script) throws Exception {
        return new ScriptedServer(
                MutualTlsTest.context("server.p12", "trust-client.p12")
                        .getServerSocketFactory()
                        .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                script);
    }

    private static URI uri(ScriptedServer server) {
        return URI.create("https" + server.uri("/").toString().substring("http".length()));
    }

    private TransportException failure(URI uri, byte[] body, Duration timeout) {
        HttpRequest request = new HttpRequest("POST", uri, List.of(), Optional.of(Bytes.of(body)));
        return catchThrowableOfType(TransportException.class, () -> transport.send(request, timeout));
    }

    @Test
    void a_body_that_comes_byte_by_byte_ends_with_the_total_limit() throws Exception {
        try (ScriptedServer slow = serve(connection -> {
            connection.request();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n");
            connection.drip("1");
        })) {
            assertThat(failure(uri(slow), new byte[1], SHORT).reason()).isEqualTo(Reason.TIMEOUT);
            slow.awaitEnd();
        }
    }

    @Test
    void a_request_body_that_is_not_taken_ends_with_the_total_limit() throws Exception {
        try (ScriptedServer deaf = serve(connection -> {
            connection.request();
            connection.ignore();
        })) {
            assertThat(failure(uri(deaf), new byte[32 << 20], SHORT).reason()).isEqualTo(Reason.TIMEOUT);
            deaf.release();
            deaf.awaitEnd();
        }
    }

    @Test
    void an_interrupt_ends_a_waiting_exchange_and_stays_visible() throws Exception {
        try (ScriptedServer silent = serve(connection -> {
            connection.request();
            connection.hold();
        })) {
            FutureTask<String> asking = new FutureTask<>(() -> {
                TransportException failure = failure(uri(silent), new byte[1], LONG);
                return failure.reason() + " " + Thread.currentThread().isInterrupted();
            });
            Thread thread = new Thread(asking, "asking");
            thread.start();
            silent.awaitRequest();

            thread.interrupt();

            assertThat(asking.get()).isEqualTo("INTERRUPTED true");
            silent.awaitEnd();
        }
    }
}
