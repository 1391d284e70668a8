package io.github.arazzojunit.junit.validity;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Documents and descriptions in a folder, and a server that answers every request and keeps it. */
final class ShopModule implements AutoCloseable {

    private static final String DESCRIPTION = """
            openapi: 3.1.0
            info: {title: Shop, version: 1.0.0}
            paths:
              /orders:
                get: {operationId: listOrders, responses: {'200': {description: All orders.}}}
                post: {operationId: createOrder, responses: {'200': {description: The order.}}}
              /orders/{id}:
                get:
                  operationId: readOrder
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses: {'200': {description: The order.}}
            """;

    private final Path folder;
    private final HttpServer server;
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final Map<String, String> configuration = new LinkedHashMap<>();

    ShopModule(Path folder) {
        this.folder = folder;
        this.server = start();
        server.createContext("/", this::answer);
        server.start();
        configure(
                "arazzo.server.shop", "http://localhost:" + server.getAddress().getPort());
        file("shop.yaml", DESCRIPTION);
    }

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** A document with the source {@code shop}; the first workflow begins in line 5. */
    ShopModule document(String path, String workflows) {
        return document(path, "{name: shop, url: ./shop.yaml}", workflows);
    }

    ShopModule document(String path, String sources, String workflows) {
        return file(
                path,
                "arazzo: 1.0.1\ninfo: {title: Title, version: 1.0.0}\nsourceDescriptions: [" + sources
                        + "]\nworkflows:\n" + workflows.indent(2));
    }

    ShopModule file(String path, String content) {
        try {
            Files.writeString(folder.resolve(path), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ShopModule configure(String key, String value) {
        configuration.put(key, value);
        return this;
    }

    /** Runs these documents. */
    Outcome run(String... paths) {
        return new Outcome(EngineTestKit.engine("arazzo")
                .selectors(Stream.of(paths)
                        .map(path -> selectFile(folder.resolve(path).toString()))
                        .toArray(DiscoverySelector[]::new))
                .configurationParameters(configuration)
                .enableImplicitConfigurationParameters(false)
                .execute());
    }

    /** Method, path and query of all requests so far. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
