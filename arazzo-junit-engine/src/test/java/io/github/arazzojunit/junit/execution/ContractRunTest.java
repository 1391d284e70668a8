package io.github.arazzojunit.junit.execution;

import static io.github.arazzojunit.junit.execution.Scenario.criteria;
import static io.github.arazzojunit.junit.execution.Scenario.read;
import static io.github.arazzojunit.junit.execution.Scenario.step;
import static io.github.arazzojunit.junit.execution.Scenario.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A violated description is red, whatever takes over and whoever looks. */
class ContractRunTest {

    private static final String WRONG = "{\"id\": \"o-1\", \"amount\": \"much\"}";
    private static final String MESSAGE = "the body at /amount: string found, integer expected, actual: \"much\"";

    @RegisterExtension
    final Scenario scenario =
            new Scenario().answer("GET /orders/o-1", 200, WRONG).answer("GET /orders/o-2", 200, "{\"id\": \"o-2\"}");

    @Test
    void a_goto_that_takes_over_does_not_make_a_violated_description_good() {
        Execution execution = scenario.workflows(workflow(
                        "ship",
                        List.of(
                                read(
                                        "look",
                                        "o-1",
                                        criteria("$response.body#/state == 'paid'"),
                                        "onFailure: [{name: on, type: goto, stepId: other}]"),
                                read("other", "o-2"))))
                .run();

        assertThat(execution.endsBelowDocuments())
                .containsExactly("look FAILED", "other SUCCESSFUL", "ship SUCCESSFUL");
        assertThat(execution.failure("look"))
                .hasMessageContaining("1 of 1 success criterion not met")
                .hasMessageContaining(MESSAGE)
                .hasMessageContaining("goto 'on' continues at step 'other'");
    }

    @Test
    void a_violation_in_a_workflow_that_only_prepares_another_one_fails_that_one() {
        Execution execution = scenario.configure("arazzo.filter.workflow", "^ship$")
                .workflows(
                        workflow("prepare", List.of(read("look", "o-1"))),
                        workflow("ship", List.of(read("other", "o-2")), "dependsOn: [prepare]"))
                .run();

        assertThat(execution.endsBelowDocuments()).contains("ship FAILED").doesNotContain("other SUCCESSFUL");
        assertThat(execution.failure("ship")).hasMessageContaining(MESSAGE);
    }

    @Test
    void a_violation_in_a_workflow_that_a_step_before_a_repetition_calls_fails_the_workflow() {
        scenario.provider().answer("GET /orders/o-3", 404, "{}").answer("GET /orders/o-3", 200, "{}");
        Execution execution = scenario.configure("arazzo.filter.workflow", "^ship$")
                .workflows(
                        workflow(
                                "ship",
                                List.of(
                                        read("look", "o-3", criteria("$statusCode == 200"), """
                                        onSuccess: [{name: over, type: end}]
                                        onFailure: [{name: again, type: retry, retryLimit: 1, stepId: call}]"""),
                                        step("call", "workflowId: prepare"))),
                        workflow("prepare", List.of(read("first", "o-1"))))
                .run();

        assertThat(execution.endsBelowDocuments())
                .containsExactly(
                        "look SUCCESSFUL", "call SKIPPED not reached: 'look' ended the workflow", "ship FAILED");
        assertThat(execution.failure("ship")).hasMessageStartingWith("first: ").hasMessageContaining(MESSAGE);
    }

    @ParameterizedTest
    @CsvSource({"read", "call"})
    void a_violation_in_a_silent_step_before_the_selected_one_fails_the_workflow(String before) {
        scenario.workflows(
                workflow(
                        "ship",
                        List.of(
                                before.equals("read") ? read("one", "o-1") : step("one", "workflowId: prepare"),
                                read("two", "o-2"))),
                workflow("prepare", List.of(read("first", "o-1"))));
        Execution execution = scenario.run(
                selectUniqueId(StepNodesTest.DOCUMENT.append("workflow", "ship").append("step", "two")));

        assertThat(execution.endsBelowDocuments()).containsExactly("two SUCCESSFUL", "ship FAILED");
        assertThat(execution.failure("ship")).hasMessageContaining(MESSAGE);
    }

    @Test
    void as_warnings_violations_are_notes_of_a_green_step() {
        Execution execution = scenario.configure("arazzo.contract.response", "warn")
                .workflows(workflow("ship", List.of(read("look", "o-1"))))
                .run();

        assertThat(execution.endsBelowDocuments()).containsExactly("look SUCCESSFUL", "ship SUCCESSFUL");
        assertThat(execution.entries("look").toString()).contains(MESSAGE);
    }

    @Test
    void a_member_that_nobody_documented_is_a_note_of_a_green_step() {
        scenario.provider().answer("GET /orders/o-3", 200, "{\"id\": \"o-3\", \"colour\": \"red\"}");
        Execution execution = scenario.workflows(workflow("ship", List.of(read("look", "o-3"))))
                .run();

        assertThat(execution.endsBelowDocuments()).containsExactly("look SUCCESSFUL", "ship SUCCESSFUL");
        assertThat(execution.entries("look").toString())
                .contains("the response: the body at /colour: the description names no such member");
    }

    @ParameterizedTest
    @CsvSource({
        "arazzo.contract.response.body, warn, true",
        "arazzo.contract.response.body, off, false",
        "arazzo.contract.ignore, read#/amount, false",
        "arazzo.contract.ignore, 'GET /orders/*', false"
    })
    void a_kind_or_a_place_of_violations_can_be_let_off(String key, String value, boolean noted) {
        Execution execution = scenario.configure(key, value)
                .workflows(workflow("ship", List.of(read("look", "o-1"))))
                .run();

        assertThat(execution.endsBelowDocuments()).containsExactly("look SUCCESSFUL", "ship SUCCESSFUL");
        assertThat(execution.entries("look").toString().contains(MESSAGE)).isEqualTo(noted);
    }

    @ParameterizedTest
    @CsvSource({
        "arazzo.contract.response.format, off",
        "arazzo.contract.response.status, off",
        "arazzo.contract.ignore, read#/id"
    })
    void another_kind_or_place_stays_red(String key, String value) {
        Execution execution = scenario.configure(key, value)
                .workflows(workflow("ship", List.of(read("look", "o-1"))))
                .run();

        assertThat(execution.failure("look")).hasMessageContaining(MESSAGE);
    }

    @Test
    void switched_off_nothing_is_checked() {
        Execution execution = scenario.configure("arazzo.contract.response", "off")
                .workflows(workflow("ship", List.of(read("look", "o-1"))))
                .run();

        assertThat(execution.endsBelowDocuments()).containsExactly("look SUCCESSFUL", "ship SUCCESSFUL");
        assertThat(execution.entries("look").toString()).doesNotContain("/amount");
    }
}
