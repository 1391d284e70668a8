package io.github.arazzojunit.target.security;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A token endpoint at {@code /token} and a discovery document at {@code /discovery}; counts its tokens. */
final class TokenServer implements AutoCloseable {

    private final HttpServer server;
    private final List<String> requests = new ArrayList<>();
    private int status = 200;
    private String expiry = "";
    private int tokens;

    private TokenServer(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
        server.start();
    }

    static TokenServer start() {
        try {
            return new TokenServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    synchronized TokenServer expiresIn(int seconds) {
        expiry = ", \"expires_in\": " + seconds;
        return this;
    }

    synchronized TokenServer refuse(int refusal) {
        status = refusal;
        return this;
    }

    /** Path, Authorization and body of all requests so far. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add((path + " " + (authorization == null ? "" : authorization + " ") + form).strip());
            String answer = path.equals("/discovery")
                    ? "{\"token_endpoint\": \"" + url("/token") + "\"}"
                    : status == 200
                            ? "{\"access_token\": \"secret-token-" + ++tokens + "\"" + expiry + "}"
                            : "{\"error\": \"invalid_client\", \"error_description\": \"unknown client\"}";
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(path.equals("/discovery") ? 200 : status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
