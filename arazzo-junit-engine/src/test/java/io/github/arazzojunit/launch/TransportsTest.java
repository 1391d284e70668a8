package io.github.arazzojunit.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.arazzojunit.config.ArazzoConfiguration.TransportChoice;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.RequestCustomizer;
import io.github.arazzojunit.http.Transport;
import io.github.arazzojunit.http.TransportSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransportsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final ConcurrentLinkedQueue<String> received = new ConcurrentLinkedQueue<>();
    private HttpServer home;
    private HttpServer other;

    @BeforeEach
    void start() throws IOException {
        home = server("home");
        other = server("other");
    }

    @AfterEach
    void stop() {
        home.stop(0);
        other.stop(0);
    }

    @Test
    void SEC_12_what_a_customizer_adds_stays_at_the_place_that_the_request_is_for() throws Exception {
        RequestCustomizer customizer = request ->
                request.header("X-Shop", "for you alone").auth().preemptive().basic("ines", "negative");
        TransportSettings settings = new TransportSettings(LONG, LONG, true, 100_000, Optional.empty());
        try (Transport transport =
                Transports.choose(TransportChoice.AUTO, List.of(customizer), settings, uri -> true)) {
            transport.send(new HttpRequest("GET", uri(home, "/start"), List.of(), Optional.empty()), LONG);
        }

        assertThat(received)
                .containsExactly(
                        "home /start: for you alone, authorized",
                        "home /next: for you alone, authorized",
                        "other /start: nothing");
    }

    private HttpServer server(String name) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(name, exchange));
        server.start();
        return server;
    }

    /** At home, two hops lead to the other server. */
    private void answer(String name, HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String shop = exchange.getRequestHeaders().getFirst("X-Shop");
        boolean authorized = exchange.getRequestHeaders().containsKey("Authorization");
        received.add(name + " " + path + ": " + (shop == null ? "nothing" : shop) + (authorized ? ", authorized" : ""));
        if (name.equals("home")) {
            URI next = path.equals("/start") ? uri(home, "/next") : uri(other, "/start");
            exchange.getResponseHeaders().set("Location", next.toString());
        }
        exchange.sendResponseHeaders(name.equals("home") ? 302 : 204, -1);
        exchange.close();
    }

    private static URI uri(HttpServer server, String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }
}
