package io.github.arazzojunit.junit.execution;

import static io.github.arazzojunit.junit.execution.Scenario.step;
import static io.github.arazzojunit.junit.execution.Scenario.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.arazzojunit.ArazzoRequest;
import io.github.arazzojunit.ArazzoTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code @ArazzoRequest} methods do with the request of each step. */
class CustomizedRequestsTest {

    private static final String PORT = "customized.requests.port";

    @ArazzoTest("classpath:shop.arazzo.yaml")
    static class Authorized {

        @ArazzoRequest
        static void authorize(RequestSpecification request) {
            request.auth().preemptive().basic("ann", "hidden-word");
            request.filter((specification, response, context) -> {
                specification.header("X-Filtered", specification.getMethod());
                return context.next(specification, response);
            });
        }
    }

    @ArazzoTest("classpath:shop.arazzo.yaml")
    static class BehindProxy {

        @ArazzoRequest
        static void leadThroughProxy(RequestSpecification request) {
            request.proxy("localhost", Integer.getInteger(PORT));
        }
    }

    @RegisterExtension
    final Scenario scenario = new Scenario();

    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    @BeforeEach
    void setUp() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        System.setProperty(PORT, Integer.toString(server.getAddress().getPort()));
        scenario.workflows(
                workflow("look", List.of(step("one", "operationId: find"), step("two", "operationId: find"))));
    }

    @AfterEach
    void tearDown() {
        System.clearProperty(PORT);
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(exchange.getRequestURI()
                    + " " + exchange.getRequestHeaders().getFirst("Authorization")
                    + " " + exchange.getRequestHeaders().getFirst("X-Filtered"));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @Test
    void authentication_and_filters_apply_to_every_step() {
        Execution execution = scenario.configure(
                        "arazzo.server.shop",
                        "http://localhost:" + server.getAddress().getPort())
                .run(selectClass(Authorized.class));

        assertThat(execution.ends()).contains("look › one SUCCESSFUL", "look › two SUCCESSFUL");
        assertThat(received).hasSize(2).allMatch(line -> line.equals("/orders Basic YW5uOmhpZGRlbi13b3Jk GET"));
    }

    @Test
    void a_proxy_gets_the_requests() {
        Execution execution =
                scenario.configure("arazzo.server.shop", "http://shop.invalid").run(selectClass(BehindProxy.class));

        assertThat(execution.ends()).contains("look › one SUCCESSFUL", "look › two SUCCESSFUL");
        assertThat(received).hasSize(2).allMatch(line -> line.startsWith("http://shop.invalid/orders "));
    }
}
