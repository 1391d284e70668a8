package io.github.arazzojunit.junit.execution;

import static io.github.arazzojunit.junit.execution.Scenario.criteria;
import static io.github.arazzojunit.junit.execution.Scenario.read;
import static io.github.arazzojunit.junit.execution.Scenario.step;
import static io.github.arazzojunit.junit.execution.Scenario.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.testkit.engine.EventType;

/** What steps and workflows publish besides their results. */
class ReportEntriesTest {

    @RegisterExtension
    final Scenario scenario = new Scenario().answer("POST /orders", 201, "{\"id\": \"o-1\", \"weight\": 1.50}");

    @Test
    void every_attempt_has_its_verdict_request_response_and_outputs_one_line_each() {
        Map<String, String> entry =
                scenario.workflows(create()).run().entries("make").get(0);

        assertThat(entry)
                .containsOnlyKeys("arazzo.attempt", "arazzo.request", "arazzo.response", "arazzo.step.outputs");
        assertThat(entry)
                .containsEntry("arazzo.attempt", "1: passed")
                .containsEntry("arazzo.request", "POST " + scenario.provider().url() + "/orders {\"name\":\"pen\"}")
                .containsEntry("arazzo.step.outputs", "{\"id\":\"o-1\",\"weight\":1.50}");
        assertThat(entry.get("arazzo.response")).matches("201 in \\d+ ms \\{\"id\":\"o-1\",\"weight\":1\\.50}");
    }

    @Test
    void a_workflow_publishes_its_outputs_as_a_JSON_object() {
        assertThat(scenario.workflows(create()).run().entries("ship"))
                .containsExactly(Map.of("arazzo.workflow.outputs", "{\"order\":\"o-1\"}"));
    }

    @Test
    void the_body_of_an_entry_is_cut() {
        scenario.provider().answer("GET /orders/long", 200, "\"" + "x".repeat(5_000) + "\"");
        Map<String, String> entry = scenario.workflows(workflow("ship", List.of(read("look", "long"))))
                .run()
                .entries("look")
                .get(0);

        assertThat(entry.get("arazzo.response"))
                .endsWith("xxx... (5002 characters)")
                .hasSizeLessThan(1_100);
    }

    @Test
    void entries_come_between_start_and_end_of_their_step() {
        Execution execution = scenario.workflows(create()).run();

        assertThat(execution
                        .events()
                        .filter(event ->
                                event.getTestDescriptor().getDisplayName().equals("make"))
                        .map(event -> event.getType()))
                .containsExactly(
                        EventType.STARTED,
                        EventType.REPORTING_ENTRY_PUBLISHED,
                        EventType.FILE_ENTRY_PUBLISHED,
                        EventType.FINISHED);
    }

    @Test
    void the_whole_exchange_of_every_attempt_is_attached_as_HTTP_text() {
        scenario.provider().answer("GET /orders/slow", 503, "").answer("GET /orders/slow", 200, "{\"id\":\"slow\"}");
        Execution execution = scenario.workflows(workflow("ship", List.of(read("look", "slow", """
                onFailure:
                  - {name: later, type: retry, retryAfter: 0, retryLimit: 2}"""))))
                .run();

        assertThat(execution.files("look"))
                .extracting(
                        file -> scenario.outputs().relativize(file.getPath()).toString())
                .containsExactly("look/attempt-1.http.txt", "look/attempt-2.http.txt");
        FileEntry second = execution.files("look").get(1);
        assertThat(second.getMediaType()).contains("text/plain;charset=UTF-8");
        assertThat(contentOf(second.getPath().toFile()).replace("\r\n", "\n"))
                .startsWith(
                        "GET " + scenario.provider().url()
                                + "/orders/slow HTTP/1.1\nAccept: application/json, text/plain;q=0.5, image/png;q=0.5\n\nHTTP/1.1 200\n")
                .containsIgnoringCase("content-type: application/json\n")
                .endsWith("\n\n{\"id\":\"slow\"}\n");
    }

    @Test
    void a_long_request_body_is_attached_for_the_command_that_sends_it_again() {
        String text = "x".repeat(2000);
        Execution execution = scenario.workflows(workflow(
                        "ship",
                        List.of(step(
                                "make",
                                "operationId: create",
                                "requestBody: {contentType: text/plain, payload: " + text + "}",
                                "successCriteria: [{condition: $statusCode == 1}]"))))
                .run();

        FileEntry body = execution.files("make").get(1);
        assertThat(body.getPath()).hasFileName("attempt-1.request-body").hasContent(text);
        assertThat(execution.failure("make"))
                .hasMessageContaining("--data-binary @attempt-1.request-body\n")
                .hasMessageContaining("its body: 2000 bytes, attached as attempt-1.request-body");
    }

    @Test
    void nothing_is_attached_where_the_platform_has_no_folder_but_the_working_directory() {
        scenario.outputs(Path.of("")).workflows(create());

        assertThat(scenario.run().files("make")).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_written_is_told_once_and_fails_nothing() {
        scenario.file("taken", "").outputs(scenario.module().resolve("target/test-classes/taken"));
        Execution execution = scenario.workflows(workflow(
                        "ship",
                        List.of(
                                read("look", "none", criteria("$statusCode == 404")),
                                read("again", "none", criteria("$statusCode == 404")))))
                .run();

        assertThat(execution.endsBelowDocuments())
                .containsExactly("look SUCCESSFUL", "again SUCCESSFUL", "ship SUCCESSFUL");
        assertThat(execution.entries("look").get(1).get("arazzo.notes")).startsWith("exchanges are not attached: ");
        assertThat(execution.entries("again")).hasSize(1);
    }

    @Test
    void a_step_that_sends_no_request_has_no_attachment() {
        Execution execution = scenario.workflows(workflow("ship", List.of(step("make", "operationId: unknown"))))
                .run();

        assertThat(execution.files("make")).isEmpty();
    }

    private static String create() {
        return workflow(
                "ship",
                List.of(step(
                        "make",
                        "operationId: create",
                        "requestBody: {payload: {name: pen}}",
                        criteria("$statusCode == 201"),
                        "outputs: {id: $response.body#/id, weight: $response.body#/weight}")),
                "outputs: {order: $steps.make.outputs.id}");
    }
}
