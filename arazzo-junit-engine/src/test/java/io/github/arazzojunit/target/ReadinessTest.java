package io.github.arazzojunit.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private URI baseUrl;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        baseUrl = URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(String path, int... statuses) {
        server.createContext(path, exchange -> {
            int status = statuses[Math.min(asked.getAndIncrement(), statuses.length - 1)];
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    @Test
    void a_provider_is_ready_when_its_path_answers_with_2xx() {
        answer("/health", 503, 404, 204);

        assertThat(new Readiness(baseUrl, Optional.of("/health"), LONG).await(() -> true))
                .isEmpty();
        assertThat(asked).hasValue(3);
    }

    @Test
    void without_a_path_any_answer_will_do() {
        answer("/", 404);

        assertThat(new Readiness(baseUrl, Optional.empty(), LONG).await(() -> true))
                .isEmpty();
        assertThat(asked).hasValue(1);
    }

    @Test
    void nobody_waits_for_a_provider_that_is_gone() {
        answer("/health", 503);

        assertThat(new Readiness(baseUrl, Optional.of("/health"), LONG).await(() -> false))
                .contains("status 503");
        assertThat(asked).hasValue(1);
    }

    @Test
    void the_wait_ends_with_the_last_that_came_of_it() {
        answer("/health", 500);

        assertThat(new Readiness(baseUrl, Optional.of("/health"), Duration.ZERO).await(() -> true))
                .contains("status 500");
    }

    @Test
    void a_connection_that_fails_is_an_answer_to_report_as_well() {
        server.stop(0);

        assertThat(new Readiness(baseUrl, Optional.empty(), Duration.ZERO).await(() -> true))
                .isPresent();
    }
}
