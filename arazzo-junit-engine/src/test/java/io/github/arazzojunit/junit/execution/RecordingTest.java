package io.github.arazzojunit.junit.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventType;

/** Recording answers and replaying them, {@code arazzo.stubs.record}. */
class RecordingTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                servers: [{url: 'https://pets.example.com/v1'}]
                paths:
                  /pets:
                    post:
                      operationId: addPet
                      responses: {'201': {description: added, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
                  /pets/{id}:
                    get:
                      operationId: getPet
                      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                      responses:
                        '200': {description: the pet, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                        '404': {description: no pet}
                components:
                  schemas:
                    Pet:
                      type: object
                      required: [id, state]
                      properties: {id: {type: string}, state: {enum: [new, ready]}, token: {type: string}}
                """);
        Files.writeString(folder.resolve("a.arazzo.yaml"), """
                arazzo: 1.0.1
                info: {title: T, version: '1'}
                sourceDescriptions: [{name: api, url: api.yaml, type: openapi}]
                workflows:
                  - workflowId: poll
                    steps:
                      - {stepId: add, operationId: addPet, outputs: {id: $response.body#/id}}
                      - stepId: wait
                        operationId: getPet
                        parameters: [{name: id, in: path, value: $steps.add.outputs.id}]
                        successCriteria: [{condition: $response.body#/state == 'ready'}]
                        onFailure: [{name: again, type: retry, retryLimit: 3}]
                  - workflowId: there
                    steps:
                      - stepId: get
                        operationId: getPet
                        parameters: [{name: id, in: path, value: '7'}]
                        successCriteria: [{condition: $statusCode == 200}]
                  - workflowId: gone
                    steps:
                      - stepId: get
                        operationId: getPet
                        parameters: [{name: id, in: path, value: '7'}]
                        successCriteria: [{condition: $statusCode == 404}]
                """);
    }

    @Test
    void made_answers_replay_to_the_same_verdicts_without_being_made_again() throws IOException {
        Path recorded = folder.resolve("recorded");
        Map<String, String> made = run(Map.of("arazzo.stubs.record", recorded.toString()));
        Map<String, String> replayed =
                run(Map.of("arazzo.stubs", recorded.toString(), "arazzo.stubs.generate", "false"));

        assertThat(made).hasSize(7).containsEntry("poll/wait", "SUCCESSFUL").doesNotContainValue("FAILED");
        assertThat(replayed).isEqualTo(made);
        assertThat(recordings(recorded)).contains("\"newScenarioState\"").contains("/v1/pets/7");
    }

    @Test
    void SEC_11_answers_of_a_provider_are_recorded_without_secrets_and_replay_to_the_same_verdicts()
            throws IOException {
        Path recorded = folder.resolve("recorded");
        HttpServer provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        int[] reads = {0};
        provider.createContext("/other/pets", exchange -> {
            boolean created = exchange.getRequestMethod().equals("POST");
            String path = exchange.getRequestURI().getPath();
            String state = path.endsWith("/p1") && ++reads[0] > 2 ? "ready" : "new";
            byte[] body = ("{\"id\": \"p1\", \"state\": \"" + state + "\", \"token\": \"s3cret-value\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(created ? 201 : 200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        provider.start();
        Map<String, String> live;
        try {
            live = run(Map.of(
                    "arazzo.stubs.record",
                    recorded.toString(),
                    "arazzo.server.api",
                    "http://localhost:" + provider.getAddress().getPort() + "/other",
                    "arazzo.retry.max-delay",
                    "1 ms"));
        } finally {
            provider.stop(0);
        }
        Map<String, String> replayed =
                run(Map.of("arazzo.stubs", recorded.toString(), "arazzo.stubs.generate", "false"));

        assertThat(live)
                .containsEntry("poll/wait", "SUCCESSFUL")
                .containsEntry("there/get", "SUCCESSFUL")
                .containsEntry("gone/get", "FAILED");
        assertThat(replayed).isEqualTo(live);
        assertThat(recordings(recorded))
                .contains("/v1/pets/p1")
                .doesNotContain("/other")
                .doesNotContain("s3cret-value");
    }

    @Test
    void inputs_that_nobody_gave_are_recorded_and_replay_where_nothing_is_made() throws IOException {
        writeWithInputs();
        Path recorded = folder.resolve("recorded");
        Map<String, String> made = run(Map.of("arazzo.stubs.record", recorded.toString()));
        Map<String, String> replay = Map.of("arazzo.stubs", recorded.toString(), "arazzo.stubs.generate", "false");

        assertThat(made).containsEntry("second/get", "SUCCESSFUL").doesNotContainValue("FAILED");
        assertThat(run(replay)).isEqualTo(made);
        assertThat(recordedInputs(recorded, "first")).isEqualToIgnoringWhitespace("{\"first\": {\"id\": \"p1\"}}");
    }

    @Test
    void inputs_of_a_workflow_that_runs_before_the_recorded_one_belong_to_its_recording() throws IOException {
        writeWithInputs();
        Path recorded = folder.resolve("recorded");
        Map<String, String> made =
                run(Map.of("arazzo.stubs.record", recorded.toString(), "arazzo.filter.workflow", "second"));
        Map<String, String> replay = Map.of(
                "arazzo.stubs",
                recorded.toString(),
                "arazzo.stubs.generate",
                "false",
                "arazzo.filter.workflow",
                "second");

        assertThat(made).containsOnly(Map.entry("second", "SUCCESSFUL"), Map.entry("second/get", "SUCCESSFUL"));
        assertThat(run(replay)).isEqualTo(made);
        assertThat(recordedInputs(recorded, "second"))
                .isEqualToIgnoringWhitespace("{\"second\": {\"id\": \"p1\"}, \"first\": {\"id\": \"p1\"}}");
    }

    @Test
    void an_input_that_somebody_gives_wins_over_the_recorded_one() throws IOException {
        writeWithInputs();
        Path recorded = folder.resolve("recorded");
        run(Map.of("arazzo.stubs.record", recorded.toString()));

        Map<String, String> replayed = run(Map.of(
                "arazzo.stubs", recorded.toString(), "arazzo.stubs.generate", "false", "arazzo.inputs.first.id", "p2"));

        assertThat(replayed).containsEntry("first/get", "FAILED");
    }

    @Test
    void recorded_inputs_never_go_to_a_real_server() throws IOException {
        writeWithInputs();
        Path recorded = folder.resolve("recorded");
        run(Map.of("arazzo.stubs.record", recorded.toString()));

        Map<String, String> live =
                run(Map.of("arazzo.stubs", recorded.toString(), "arazzo.server.api", "http://localhost:1"));

        assertThat(live).containsEntry("first", "FAILED").doesNotContainKey("first/get");
    }

    @Test
    void recorded_inputs_that_are_broken_fail_the_workflow_with_the_name_of_the_file_and_skip_its_steps()
            throws IOException {
        writeWithInputs();
        Path recorded = folder.resolve("recorded");
        run(Map.of("arazzo.stubs.record", recorded.toString()));
        Path inputs = recordedFile(recorded, "first");
        Files.writeString(inputs, "[1]");

        Execution execution = new Execution(EngineTestKit.engine("arazzo")
                .selectors(selectFile(folder.resolve("a.arazzo.yaml").toFile()))
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("arazzo.report", "off")
                .configurationParameter("arazzo.stubs", recorded.toString())
                .execute());

        assertThat(execution.ends()).contains("get SKIPPED not reached: the workflow failed", "first FAILED");
        assertThat(execution.failure("first"))
                .hasMessageContaining("The stub file " + recorded + "/inputs/" + inputs.getFileName()
                        + " cannot be read: it holds no JSON object");
    }

    private String recordedInputs(Path recorded, String workflowId) throws IOException {
        return Files.readString(recordedFile(recorded, workflowId));
    }

    private Path recordedFile(Path recorded, String workflowId) {
        return recorded.resolve("inputs").resolve(folder.getFileName() + "-a.arazzo.yaml-" + workflowId + ".json");
    }

    private void writeWithInputs() throws IOException {
        Files.writeString(folder.resolve("a.arazzo.yaml"), """
                arazzo: 1.0.1
                info: {title: T, version: '1'}
                sourceDescriptions: [{name: api, url: api.yaml, type: openapi}]
                workflows:
                  - workflowId: first
                    inputs: &inputs {type: object, required: [id], properties: {id: {enum: [p1, p2]}}}
                    steps: &steps [{stepId: get, operationId: getPet, parameters: [{name: id, in: path, value: $inputs.id}]}]
                  - {workflowId: second, dependsOn: [first], inputs: *inputs, steps: *steps}
                """);
    }

    private static String recordings(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("mappings"))) {
            return files.map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .collect(Collectors.joining("\n"));
        }
    }

    /** The status of every node below the document, by {@code workflow/step}. */
    private Map<String, String> run(Map<String, String> configuration) {
        Map<String, String> results = new HashMap<>();
        EngineTestKit.engine("arazzo")
                .selectors(selectFile(folder.resolve("a.arazzo.yaml").toFile()))
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("arazzo.report", "off")
                .configurationParameters(configuration)
                .execute()
                .allEvents()
                .filter(event -> event.getType() == EventType.FINISHED)
                .forEach(event -> {
                    List<UniqueId.Segment> segments =
                            event.getTestDescriptor().getUniqueId().getSegments();
                    if (segments.size() > 2) {
                        String name = segments.subList(2, segments.size()).stream()
                                .map(segment -> segment.getValue())
                                .collect(Collectors.joining("/"));
                        results.put(
                                name,
                                event.getRequiredPayload(TestExecutionResult.class)
                                        .getStatus()
                                        .toString());
                    }
                });
        return results;
    }
}
