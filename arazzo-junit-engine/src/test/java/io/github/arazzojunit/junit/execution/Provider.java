package io.github.arazzojunit.junit.execution;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A provider that answers as it was told and keeps the requests; what it was not told is 404. */
final class Provider implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final Map<String, Runnable> actions = new ConcurrentHashMap<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final Queue<String> bodies = new ConcurrentLinkedQueue<>();

    /** @param headers names and values in turn */
    record Answer(int status, byte[] body, String... headers) {}

    private Provider(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
        server.start();
    }

    static Provider start() {
        try {
            return new Provider(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next answer to this request; the last one is given again and again. */
    Provider answer(String methodAndPath, int status, String body, String... headers) {
        return answer(methodAndPath, status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** As the others, with a body that need not be text. */
    Provider answer(String methodAndPath, int status, byte[] body, String... headers) {
        answers.computeIfAbsent(methodAndPath, key -> new ArrayDeque<>()).add(new Answer(status, body, headers));
        return this;
    }

    /** What to do when this request has come, before it is answered. */
    Provider on(String methodAndPath, Runnable action) {
        actions.put(methodAndPath, action);
        return this;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Method, path and query of all requests so far. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** The bodies of all requests so far. */
    List<String> bodies() {
        return List.copyOf(bodies);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            requests.add(method + " " + exchange.getRequestURI());
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String request = method + " " + exchange.getRequestURI().getPath();
            actions.getOrDefault(request, () -> {}).run();
            Answer answer = next(request);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            for (int i = 0; i < answer.headers().length; i += 2) {
                exchange.getResponseHeaders().set(answer.headers()[i], answer.headers()[i + 1]);
            }
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
        }
    }

    private synchronized Answer next(String request) {
        Deque<Answer> planned = answers.get(request);
        if (planned == null) {
            return new Answer(404, ("{\"missing\":\"" + request + "\"}").getBytes(StandardCharsets.UTF_8));
        }
        return planned.size() > 1 ? planned.poll() : planned.peek();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    @Override
    public String toString() {
        return url() + " " + Arrays.toString(requests.toArray());
    }
}
