package io.github.arazzojunit.junit.execution;

import static io.github.arazzojunit.junit.execution.Scenario.criteria;
import static io.github.arazzojunit.junit.execution.Scenario.read;
import static io.github.arazzojunit.junit.execution.Scenario.step;
import static io.github.arazzojunit.junit.execution.Scenario.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EventType;

/** What goes wrong around a run says what, where, what it means and what to do. */
class BadInputTest {

    @RegisterExtension
    final Scenario scenario = new Scenario()
            .workflows(workflow("ship", List.of(read("look", "o-1", criteria("$response.body#/state == 'sent'")))));

    @Test
    void a_port_in_use() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            scenario.without("arazzo.server.shop")
                    .configure("arazzo.target", "stub")
                    .configure("arazzo.stubs.port", "" + taken.getLocalPort());

            assertThat(scenario.run().failure("look"))
                    .hasMessage("look: Port " + taken.getLocalPort()
                            + " (arazzo.stubs.port) is in use, so the stub server cannot start and no workflow runs"
                            + " against stubs. Free the port, or leave arazzo.stubs.port out to take any free port."
                            + "\n  at shop.arazzo.yaml:7:9");
        }
    }

    @Test
    void a_server_that_is_not_reachable() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String server = "http://localhost:" + port;
        scenario.configure("arazzo.server.shop", server);

        assertThat(scenario.run().failure("look"))
                .hasMessage("look: GET " + server + "/orders/o-1: nothing accepts connections at localhost:" + port
                        + ". Start the server or correct the base URL of the source.\n  at shop.arazzo.yaml:7:9");
    }

    @Test
    void a_body_that_is_no_JSON_where_JSON_is_read() {
        scenario.provider().answer("GET /orders/o-1", 500, "<h1>Oops</h1>");

        assertThat(scenario.run().failure("look"))
                .hasMessageContaining("look: 1 of 1 success criterion not met")
                .hasMessageContaining("left   nothing (the value is a string and has no member 'state')")
                .hasMessageContaining(
                        "\n  <h1>Oops</h1>\n  note: The body is declared as application/json but is no JSON (")
                .hasMessageContaining(", line 1, column 1); it is read as text.\n");
    }

    @Test
    void a_body_of_another_type_where_JSON_is_read() {
        scenario.provider().answer("GET /orders/o-1", 500, "Oops", "Content-Type", "text/plain");

        assertThat(scenario.run().failure("look"))
                .hasMessageContaining("left   nothing (the value is a string and has no member 'state')")
                .hasMessageContaining("\n  Oops\n");
    }

    @Test
    void a_value_of_the_configuration_that_is_not_valid() {
        scenario.configure("arazzo.contract.response", "maybe");

        assertThat(scenario.run()
                        .events()
                        .filter(event -> event.getType() == EventType.FINISHED)
                        .flatMap(event -> event.getRequiredPayload(TestExecutionResult.class).getThrowable().stream())
                        .map(Throwable::getMessage))
                .singleElement()
                .asString()
                .contains("'maybe'", "arazzo.contract.response", "fail", "warn", "off");
    }

    @Test
    void a_host_that_is_not_allowed() {
        scenario.configure("arazzo.server.shop", "http://shop.invalid").configure("arazzo.hosts", "other.invalid");

        assertThat(scenario.run().failure("look"))
                .hasMessage("look: Host 'shop.invalid' is not allowed, so no request is sent to http://shop.invalid."
                        + " Add it to 'arazzo.hosts'.\n  at shop.arazzo.yaml:7:9");
    }

    @Test
    void a_value_that_a_request_needs_and_that_is_missing() {
        scenario.workflows(workflow(
                "ship",
                List.of(
                        read("first", "o-1", criteria("$statusCode == 404"), "outputs: {id: $response.body#/id}"),
                        step(
                                "look",
                                "operationId: read",
                                "parameters: [{name: id, in: path, value: $steps.first.outputs.id}]"))));

        assertThat(scenario.run().failure("look"))
                .hasMessageStartingWith("look: The path parameter 'id' (shop.arazzo.yaml:")
                .hasMessageContaining(" has no value: ");
    }
}
