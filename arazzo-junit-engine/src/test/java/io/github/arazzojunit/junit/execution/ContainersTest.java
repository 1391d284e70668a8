package io.github.arazzojunit.junit.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.sun.net.httpserver.HttpServer;
import io.github.arazzojunit.ArazzoServer;
import io.github.arazzojunit.ArazzoTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

class ContainersTest {

    private static final String IMAGE = "wiremock/wiremock:3.13.2";

    @ArazzoTest("classpath:containers/health.yaml")
    static class Configured {}

    @ArazzoTest("classpath:containers/health.yaml")
    static class OwnContainer {

        @ArazzoServer("admin")
        static final GenericContainer<?> PROVIDER = wireMock();
    }

    @ArazzoTest("classpath:containers/health.yaml")
    static class StartedContainer {

        @ArazzoServer("admin")
        static final GenericContainer<?> PROVIDER = wireMock();
    }

    @ArazzoTest("classpath:containers/health.yaml")
    static class DyingContainer {

        @ArazzoServer("admin")
        static GenericContainer<?> provider() {
            return new GenericContainer<>(IMAGE)
                    .withExposedPorts(8080)
                    .withEnv("JAVA_TOOL_OPTIONS", "-XX:+NoSuchSwitch")
                    .waitingFor(Wait.forHttp("/__admin/health").withStartupTimeout(Duration.ofSeconds(1)));
        }
    }

    @ArazzoTest("classpath:containers/health.yaml")
    static class WithoutPort {

        @ArazzoServer("admin")
        static GenericContainer<?> provider() {
            return new GenericContainer<>(IMAGE);
        }
    }

    @ArazzoTest("classpath:containers/health.yaml")
    static class WrongType {

        @ArazzoServer("admin")
        static final Object PROVIDER = List.of(8080);
    }

    @ArazzoTest("classpath:containers/health.yaml")
    static class NotHere {

        @ArazzoServer("admin")
        static GenericContainer<?> provider() {
            throw new TestAbortedException("no provider on this machine");
        }
    }

    @ArazzoTest("classpath:containers/health.yaml")
    static class TwoForOneSource {

        @ArazzoServer("admin")
        static final String URL = "http://localhost:1";

        @ArazzoServer("admin")
        static GenericContainer<?> provider() {
            throw new AssertionError("asked for its value");
        }
    }

    private static GenericContainer<?> wireMock() {
        return new GenericContainer<>(IMAGE).withExposedPorts(8080).waitingFor(Wait.forHttp("/__admin/health"));
    }

    private static void assumeDockerAnswers() {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "No Docker engine answers, so no container can be started. Start Docker to run this test.");
    }

    private static EngineExecutionResults run(Class<?> testClass, Map<String, String> configuration) {
        return EngineTestKit.engine("arazzo")
                .selectors(selectClass(testClass))
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("arazzo.report", "off")
                .configurationParameters(configuration)
                .execute();
    }

    @Test
    void a_configured_container_starts_for_its_source_once_and_is_gone_after_the_run() {
        assumeDockerAnswers();
        EngineExecutionResults results = run(
                Configured.class,
                Map.of(
                        "arazzo.container.admin.image", IMAGE,
                        "arazzo.container.admin.wait", "/__admin/health",
                        "arazzo.container.nobody-asks.image", "Never Started!"));

        assertThat(result(results, "ask").getStatus()).isEqualTo(Status.SUCCESSFUL);
        List<URI> asked = results.testEvents().reportingEntryPublished().stream()
                .flatMap(event -> value(event, "arazzo.request").stream())
                .map(request -> URI.create(request.substring("GET ".length())))
                .toList();
        assertThat(asked).hasSize(3).containsOnly(asked.get(0));
        assertThatNobodyListens(asked.get(0));
    }

    @Test
    void the_first_red_step_of_a_source_has_the_log_of_its_container() {
        assumeDockerAnswers();
        EngineExecutionResults results = run(Configured.class, Map.of("arazzo.container.admin.image", IMAGE));

        assertThat(results.testEvents().reportingEntryPublished().stream()
                        .filter(event -> value(event, "arazzo.container.log").isPresent()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getTestDescriptor().getDisplayName()).endsWith("askWrongly");
                    assertThat(value(event, "arazzo.container.log").orElseThrow())
                            .contains("8080");
                });
    }

    @Test
    void a_container_that_cannot_be_had_fails_every_step_of_its_source_with_the_key() {
        assumeDockerAnswers();
        EngineExecutionResults results = run(Configured.class, Map.of("arazzo.container.admin.image", "No Image!"));

        assertThat(List.of("ask", "askWrongly", "askWronglyAgain"))
                .allSatisfy(step -> assertThat(message(result(results, step)))
                        .contains("The image 'No Image!' for source 'admin' cannot be had: ")
                        .contains("Correct 'arazzo.container.admin.image'"));
    }

    @Test
    void a_server_wins_over_a_container() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/__admin/health", exchange -> {
            byte[] body = "{\"status\":\"healthy\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            EngineExecutionResults results = run(
                    Configured.class,
                    Map.of(
                            "arazzo.container.admin.image",
                            "Never Started!",
                            "arazzo.server.admin",
                            "http://localhost:" + server.getAddress().getPort()));

            assertThat(result(results, "ask").getStatus()).isEqualTo(Status.SUCCESSFUL);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void the_container_of_a_class_is_started_and_stopped_with_it() {
        assumeDockerAnswers();
        EngineExecutionResults results = run(OwnContainer.class, Map.of());

        assertThat(result(results, "ask").getStatus()).isEqualTo(Status.SUCCESSFUL);
        assertThat(OwnContainer.PROVIDER.isRunning()).isFalse();
        assertThat(results.testEvents().reportingEntryPublished().stream()
                        .filter(event -> value(event, "arazzo.container.log").isPresent()))
                .hasSize(1);
    }

    @Test
    void a_container_that_the_class_started_is_left_running() {
        assumeDockerAnswers();
        try (GenericContainer<?> provider = StartedContainer.PROVIDER) {
            provider.start();
            EngineExecutionResults results = run(StartedContainer.class, Map.of());

            assertThat(result(results, "ask").getStatus()).isEqualTo(Status.SUCCESSFUL);
            assertThat(provider.isRunning()).isTrue();
        }
    }

    @Test
    void a_container_of_a_class_that_dies_fails_the_class_with_the_end_of_its_log() {
        assumeDockerAnswers();

        assertThat(message(classResult(run(DyingContainer.class, Map.of()))))
                .startsWith(DyingContainer.class.getName()
                        + ".provider gives a container for source 'admin' that did not start: ")
                .contains("The end of its log:\n")
                .contains("NoSuchSwitch");
    }

    @Test
    void a_container_of_a_class_needs_an_exposed_port() {
        assertThat(message(classResult(run(WithoutPort.class, Map.of()))))
                .isEqualTo(
                        WithoutPort.class.getName() + ".provider gives a container without an exposed port for source"
                                + " 'admin', so no request can be sent. Call withExposedPorts(...) with the port of its API.");
    }

    @Test
    void what_is_no_server_fails_the_class_and_the_message_lists_what_would_be() {
        assertThat(message(classResult(run(WrongType.class, Map.of()))))
                .startsWith(
                        WrongType.class.getName() + ".PROVIDER has @ArazzoServer and so has to give a String, a URI,"
                                + " an int with a port, or a GenericContainer of Testcontainers, not java.util.");
    }

    @Test
    void two_servers_for_one_source_are_refused_before_anything_starts() {
        String name = TwoForOneSource.class.getName();

        assertThat(message(classResult(run(TwoForOneSource.class, Map.of()))))
                .isEqualTo(name + ".URL and " + name + ".provider both have @ArazzoServer(\"admin\"), so nobody knows"
                        + " where requests to that source go. Remove one of them.");
    }

    @Test
    void a_class_without_its_provider_can_abort_with_a_reason() {
        TestExecutionResult result = classResult(run(NotHere.class, Map.of()));

        assertThat(result.getStatus()).isEqualTo(Status.ABORTED);
        assertThat(message(result)).isEqualTo("no provider on this machine");
    }

    private static TestExecutionResult classResult(EngineExecutionResults results) {
        assertThat(results.testEvents().started().count()).isZero();
        return results.containerEvents()
                .finished()
                .filter(event -> event.getTestDescriptor()
                        .getUniqueId()
                        .getLastSegment()
                        .getType()
                        .equals("class"))
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .findFirst()
                .orElseThrow();
    }

    private static TestExecutionResult result(EngineExecutionResults results, String step) {
        return results.testEvents()
                .finished()
                .filter(event -> event.getTestDescriptor()
                        .getUniqueId()
                        .getLastSegment()
                        .getValue()
                        .equals(step))
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "No step '" + step + "' in " + results.allEvents().list()));
    }

    private static String message(TestExecutionResult result) {
        return result.getThrowable().map(Throwable::getMessage).orElse("");
    }

    private static Optional<String> value(Event event, String key) {
        return Optional.ofNullable(
                event.getRequiredPayload(ReportEntry.class).getKeyValuePairs().get(key));
    }

    private static void assertThatNobodyListens(URI uri) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> new Socket(uri.getHost(), uri.getPort()).close());
    }
}
