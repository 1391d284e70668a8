package io.github.arazzojunit.junit.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** What a run says about inputs that nobody gave. */
class MadeInputsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /pets/{id}:
                    get:
                      operationId: getPet
                      parameters: [{name: id, in: path, required: true, schema: {type: integer, const: 7}}]
                      responses: {'200': {description: the pet}}
                """);
        Files.writeString(folder.resolve("a.arazzo.yaml"), """
                arazzo: 1.0.1
                info: {title: T, version: '1'}
                sourceDescriptions: [{name: api, url: api.yaml, type: openapi}]
                workflows:
                  - workflowId: w
                    inputs:
                      type: object
                      required: [id, pin]
                      properties: {id: {type: integer}, pin: {const: hush, format: password}}
                    steps:
                      - {stepId: s, operationId: getPet, parameters: [{name: id, in: path, value: $inputs.id}]}
                """);
        Files.createDirectories(folder.resolve("stubs/mappings"));
        Files.writeString(
                folder.resolve("stubs/mappings/pet.json"),
                "{\"request\": {\"method\": \"GET\", \"url\": \"/pets/7\"}, \"response\": {\"status\": 200}}");
    }

    @Test
    void inputs_that_nobody_gave_are_made_and_named_in_the_report_of_the_workflow_without_secrets() {
        Events events = run(Map.of());

        events.assertStatistics(statistics -> statistics.failed(0).aborted(0));
        assertThat(madeInputs(events)).containsExactly("{\"id\":7,\"pin\":\"***\"}");
    }

    @Test
    void what_the_configuration_gives_is_not_made() {
        assertThat(madeInputs(run(Map.of("arazzo.inputs.w.id", "7", "arazzo.inputs.pin", "hush"))))
                .isEmpty();
    }

    @Test
    void a_missing_input_fails_the_workflow_where_nothing_is_to_be_made() {
        Events events = run(Map.of("arazzo.stubs.generate", "false"));

        assertThat(events.failed().list()).isNotEmpty();
        assertThat(madeInputs(events)).isEmpty();
    }

    @Test
    void a_missing_input_fails_the_workflow_where_a_server_would_get_it() {
        Events events = run(Map.of("arazzo.server.api", "http://localhost:1"));

        assertThat(events.failed().list()).isNotEmpty();
        assertThat(madeInputs(events)).isEmpty();
    }

    private Events run(Map<String, String> configuration) {
        return EngineTestKit.engine("arazzo")
                .selectors(selectFile(folder.resolve("a.arazzo.yaml").toFile()))
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("arazzo.stubs", folder.resolve("stubs").toString())
                .configurationParameters(configuration)
                .execute()
                .allEvents();
    }

    private static List<String> madeInputs(Events events) {
        return events.reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .filter(entry -> entry.containsKey("arazzo.inputs.made"))
                .map(entry -> entry.get("arazzo.inputs.made"))
                .toList();
    }
}
