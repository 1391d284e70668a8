package io.github.arazzojunit.junit.execution;

import static io.github.arazzojunit.junit.execution.Scenario.criteria;
import static io.github.arazzojunit.junit.execution.Scenario.read;
import static io.github.arazzojunit.junit.execution.Scenario.step;
import static io.github.arazzojunit.junit.execution.Scenario.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.junit.discovery.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Section 5 of the design: which outcome has which status. */
class StatusTest {

    private static final String OK = criteria("$statusCode == 200");

    @RegisterExtension
    final Scenario scenario = new Scenario().answer("GET /orders/o-1", 200, "{\"id\":\"o-1\"}");

    @Test
    void criteria_that_are_met_are_successful() {
        scenario.workflows(workflow("ship", List.of(read("look", "o-1", OK), read("again", "o-1"))));

        assertThat(scenario.run().ends())
                .containsExactly(
                        "look SUCCESSFUL", "again SUCCESSFUL", "ship SUCCESSFUL", "shop.arazzo.yaml SUCCESSFUL");
    }

    @Test
    void a_retry_that_recovers_is_successful_and_shows_its_attempts() {
        scenario.provider().answer("GET /orders/slow", 503, "").answer("GET /orders/slow", 200, "{}");
        scenario.workflows(workflow("ship", List.of(read("wait", "slow", OK, """
                onFailure:
                  - {name: later, type: retry, retryAfter: 0, retryLimit: 3}"""))));

        Execution execution = scenario.run();

        assertThat(execution.endsBelowDocuments()).containsExactly("wait SUCCESSFUL", "ship SUCCESSFUL");
        assertThat(execution.entries("wait"))
                .flatExtracting(entry -> entry.entrySet().stream()
                        .filter(one -> one.getKey().matches("arazzo\\.(attempt|retry)"))
                        .map(one -> one.getKey() + " " + one.getValue())
                        .toList())
                .containsExactly(
                        "arazzo.attempt 1: 1 of 1 success criterion not met",
                        "arazzo.retry retry 'later' 1 of 3, retryAfter 0 s",
                        "arazzo.attempt 2: passed");
    }

    @Test
    void criteria_that_are_not_met_fail_and_the_steps_behind_are_skipped() {
        scenario.workflows(workflow("ship", List.of(read("look", "none", OK), read("next", "o-1"))));

        assertThat(scenario.run().endsBelowDocuments())
                .containsExactly("look FAILED", "next SKIPPED not reached: 'look' failed", "ship SUCCESSFUL");
        assertThat(scenario.provider().requests()).containsExactly("GET /orders/none");
    }

    @Test
    void end_on_failure_fails() {
        scenario.workflows(endOnFailure());
        Execution execution = scenario.run();

        assertThat(execution.endsBelowDocuments())
                .containsExactly("look FAILED", "next SKIPPED not reached: 'look' failed", "ship SUCCESSFUL");
        assertThat(execution.failure("look")).hasMessageContaining("action 'stop' ended the workflow");
    }

    @Test
    void end_on_failure_is_aborted_where_the_configuration_lets_it_pass() {
        scenario.configure("arazzo.failure.end", "pass").workflows(endOnFailure());
        Execution execution = scenario.run();

        assertThat(execution.endsBelowDocuments())
                .containsExactly(
                        "look ABORTED", "next SKIPPED not reached: 'look' ended the workflow", "ship SUCCESSFUL");
        assertThat(execution.failure("look"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("action 'stop' ended the workflow")
                .hasMessageContaining("✗ $statusCode == 200");
    }

    private static String endOnFailure() {
        return workflow("ship", List.of(read("look", "none", OK, """
                onFailure:
                  - {name: stop, type: end}"""), read("next", "o-1")));
    }

    @Test
    void a_goto_that_takes_over_a_failure_is_aborted_with_criterion_and_action_and_the_workflow_goes_on() {
        scenario.workflows(workflow(
                "ship", List.of(read("look", "none", OK, """
                onFailure:
                  - {name: makeIt, type: goto, stepId: last}"""), read("between", "o-1"), read("last", "o-1", OK))));
        Execution execution = scenario.run();

        assertThat(execution.endsBelowDocuments())
                .containsExactly(
                        "look ABORTED",
                        "last SUCCESSFUL",
                        "between SKIPPED not reached: 'look' jumped over it",
                        "ship SUCCESSFUL");
        assertThat(execution.failure("look"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageStartingWith("goto 'makeIt' continues at step 'last', because:\nlook: 1 of 1")
                .hasMessageContaining("✗ $statusCode == 200");
    }

    @Test
    void a_response_that_violates_the_description_fails_although_the_criteria_are_met_and_the_workflow_goes_on() {
        scenario.provider().answer("GET /orders/odd", 200, "{\"amount\":\"many\"}");
        scenario.workflows(workflow("ship", List.of(read("look", "odd", OK), read("next", "o-1", OK))));
        Execution execution = scenario.run();

        assertThat(execution.endsBelowDocuments()).containsExactly("look FAILED", "next SUCCESSFUL", "ship SUCCESSFUL");
        assertThat(execution.failure("look"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("look: the response violates the description: the body at /amount: ")
                .hasMessageContaining("(shop.yaml:")
                .hasMessageContaining("✓ $statusCode == 200");
    }

    @Test
    void a_violation_is_a_note_where_the_configuration_only_warns() {
        scenario.provider().answer("GET /orders/odd", 200, "{\"amount\":\"many\"}");
        scenario.configure("arazzo.contract.response", "warn")
                .workflows(workflow("ship", List.of(read("look", "odd", OK))));
        Execution execution = scenario.run();

        assertThat(execution.endsBelowDocuments()).containsExactly("look SUCCESSFUL", "ship SUCCESSFUL");
        assertThat(execution.entries("look").get(0).get("arazzo.notes"))
                .contains("the response violates the description: the body at /amount: ");
    }

    @Test
    void steps_behind_an_end_on_success_are_skipped() {
        scenario.workflows(workflow("ship", List.of(read("look", "o-1", OK, """
                onSuccess:
                  - {name: done, type: end}"""), read("next", "o-1"))));

        assertThat(scenario.run().endsBelowDocuments())
                .containsExactly(
                        "look SUCCESSFUL", "next SKIPPED not reached: 'look' ended the workflow", "ship SUCCESSFUL");
    }

    @Test
    void inputs_that_are_not_valid_fail_the_workflow_before_any_request() {
        scenario.workflows(workflow(
                "ship",
                List.of(read("look", "o-1")),
                "inputs: {type: object, required: [amount], properties: {amount: {type: integer}}}"));
        Execution execution = scenario.run();

        assertThat(execution.endsBelowDocuments())
                .containsExactly("look SKIPPED not reached: the workflow failed", "ship FAILED");
        assertThat(execution.failure("ship"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("The inputs of workflow 'ship' are not valid; no request was sent:")
                .hasMessageContaining("required property 'amount' not found (shop.arazzo.yaml:6:");
        assertThat(scenario.provider().requests()).isEmpty();
    }

    @Test
    void an_output_that_is_broken_fails_the_workflow_after_its_steps() {
        String workflow = workflow(
                "ship",
                List.of(read("look", "o-1", "outputs: {id: $response.body#/id}")),
                "outputs: {label: {context: $steps.look.outputs.id, selector: '$[0]', type: jsonpath}}");
        scenario.file("shop.arazzo.yaml", Workspace.document(workflow).replace("arazzo: 1.0.1", "arazzo: 1.1.0"));
        Execution execution = scenario.run();

        assertThat(execution.endsBelowDocuments()).containsExactly("look SUCCESSFUL", "ship FAILED");
        assertThat(execution.failure("ship"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("The output 'label' of workflow 'ship' (shop.arazzo.yaml:6:15) has no value: ");
    }

    @Test
    void an_output_without_a_value_is_only_a_note_of_the_workflow() {
        scenario.workflows(workflow(
                "ship",
                List.of(read("look", "o-1", "outputs: {weight: $response.body#/weight}")),
                "outputs: {weight: $steps.look.outputs.weight}"));
        Execution execution = scenario.run();

        assertThat(execution.endsBelowDocuments()).containsExactly("look SUCCESSFUL", "ship SUCCESSFUL");
        assertThat(execution.entries("ship").get(0).get("arazzo.notes"))
                .startsWith("output 'weight' of workflow 'ship' (shop.arazzo.yaml:6:15) has no value: ");
    }

    @Test
    void a_step_that_nobody_can_answer_is_red_although_the_step_that_called_its_workflow_handles_the_failure() {
        scenario.without("arazzo.server.shop")
                .configure("arazzo.hosts", "elsewhere.invalid")
                .configure("arazzo.failure.end", "pass")
                .configure("arazzo.filter.workflow", "ship")
                .workflows(
                        workflow(
                                "ship",
                                List.of(step("call", "workflowId: pack", "onFailure: [{name: stop, type: end}]"))),
                        workflow("pack", List.of(read("find", "o-1"))));
        Execution execution = scenario.run();

        assertThat(execution.endsBelowDocuments()).containsExactly("find FAILED", "call ABORTED", "ship SUCCESSFUL");
        assertThat(execution.failure("find")).hasMessageContaining("Host 'shop.invalid' is not allowed");
    }

    @Test
    void a_limit_that_is_exceeded_fails_the_step_and_the_workflow() {
        scenario.configure("arazzo.limits.steps", "3")
                .workflows(workflow("ship", List.of(read("look", "o-1", """
                onSuccess:
                  - {name: again, type: goto, stepId: look}"""), read("next", "o-1"))));
        Execution execution = scenario.run();

        assertThat(execution.endsBelowDocuments())
                .containsExactly(
                        "look SUCCESSFUL",
                        "look (2) SUCCESSFUL",
                        "look (3) SUCCESSFUL",
                        "look (4) FAILED",
                        "next SKIPPED not reached: the workflow failed",
                        "ship FAILED");
        assertThat(execution.failure("ship"))
                .hasMessage("The workflow was stopped after 3 step visits; it probably loops."
                        + " Raise 'arazzo.limits.steps' if it does not.");
    }

    @Test
    void a_prerequisite_that_is_red_in_this_run_aborts_the_workflows_that_depend_on_it() {
        scenario.workflows(
                workflow("ship", List.of(read("look", "o-1")), "dependsOn: [pack]"),
                workflow("pack", List.of(read("find", "none", OK))));
        Execution execution = scenario.run();

        assertThat(execution.endsBelowDocuments())
                .containsExactly(
                        "find FAILED",
                        "pack SUCCESSFUL",
                        "look SKIPPED not reached: the workflow failed",
                        "ship ABORTED");
        assertThat(execution.failure("ship"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining(
                        "Not executed, because workflow 'pack', which it depends on, failed: step 'find'");
    }

    @Test
    void a_prerequisite_that_failed_without_a_node_of_its_own_fails_the_workflow() {
        scenario.configure("arazzo.filter.workflow", "ship")
                .workflows(
                        workflow("ship", List.of(read("look", "o-1")), "dependsOn: [pack]"),
                        workflow("pack", List.of(read("find", "none", OK))));
        Execution execution = scenario.run();

        assertThat(execution.endsBelowDocuments())
                .containsExactly("look SKIPPED not reached: the workflow failed", "ship FAILED");
        assertThat(execution.failure("ship"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("workflow 'pack', which it depends on, failed: step 'find'");
    }

    @ParameterizedTest(name = "in parallel: {0}")
    @ValueSource(booleans = {false, true})
    void AMB_09_a_prerequisite_in_another_document_runs_once_for_all_workflows_of_a_document(boolean parallel) {
        String caller = step("call", "workflowId: $sourceDescriptions.library.inner");
        scenario.answer("GET /orders/login", 200, "{}")
                .answer("GET /orders/o-1", 200, "{}")
                .file(
                        "library/library.yaml",
                        Workspace.document(workflow("inner", List.of(read("look", "o-1")), "dependsOn: [login]")
                                        + workflow("login", List.of(read("enter", "login"))))
                                .replace("./shop.yaml", "../shop.yaml"))
                .file(
                        "shop.arazzo.yaml",
                        Workspace.document(workflow("one", List.of(caller))
                                        + workflow("two", List.of(caller))
                                        + workflow("three", List.of(caller)))
                                .replace(
                                        "type: openapi}]",
                                        "type: openapi}, {name: library, url: library/library.yaml, type: arazzo}]"))
                .configure("arazzo.execution.parallel.enabled", Boolean.toString(parallel));
        Execution execution = scenario.run();

        assertThat(execution.ends()).contains("one SUCCESSFUL", "two SUCCESSFUL", "three SUCCESSFUL");
        assertThat(scenario.provider().requests())
                .containsExactly("GET /orders/login", "GET /orders/o-1", "GET /orders/o-1", "GET /orders/o-1");
    }

    @Test
    void a_called_workflow_whose_failure_the_caller_may_handle_is_aborted_inside() {
        scenario.workflows(
                workflow("ship", List.of(step("pack", "workflowId: pack", """
                onFailure:
                  - {name: makeIt, type: goto, stepId: last}"""), read("last", "o-1"))),
                workflow("pack", List.of(read("find", "none", OK))));
        Execution execution = scenario.run();

        assertThat(execution.endsBelowDocuments())
                .startsWith("find ABORTED", "pack ABORTED", "last SUCCESSFUL", "ship SUCCESSFUL");
        assertThat(execution.failure("pack"))
                .hasMessageStartingWith("goto 'makeIt' continues at step 'last', because:");
    }
}
