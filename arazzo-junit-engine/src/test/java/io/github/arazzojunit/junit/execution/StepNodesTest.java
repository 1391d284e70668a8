package io.github.arazzojunit.junit.execution;

import static io.github.arazzojunit.junit.execution.Scenario.criteria;
import static io.github.arazzojunit.junit.execution.Scenario.read;
import static io.github.arazzojunit.junit.execution.Scenario.step;
import static io.github.arazzojunit.junit.execution.Scenario.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import io.github.arazzojunit.runner.RunEvent;
import io.github.arazzojunit.runner.RunListener;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestDescriptor.Type;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.EventType;

/** Which nodes a run reports, in which order and with which place, name and id. */
class StepNodesTest {

    private static final String OK = criteria("$statusCode == 200");
    static final UniqueId DOCUMENT = UniqueId.forEngine("arazzo").append("document", "shop.arazzo.yaml");

    @RegisterExtension
    final Scenario scenario = new Scenario().answer("GET /orders/o-1", 200, "{\"id\":\"o-1\"}");

    @Test
    void a_loop_reports_further_visits_as_siblings_with_a_number() {
        scenario.provider()
                .answer("GET /orders/slow", 200, "{\"state\":\"open\"}")
                .answer("GET /orders/slow", 200, "{\"state\":\"sent\"}");
        String poll = read("poll", "slow", OK, "outputs: {state: $response.body#/state}");
        scenario.workflows(workflow("ship", List.of(poll, read("decide", "o-1", """
                onSuccess:
                  - name: again
                    type: goto
                    stepId: poll
                    criteria: [{condition: $steps.poll.outputs.state == 'open'}]"""))));
        Execution execution = scenario.run();

        assertThat(execution.endsBelowDocuments())
                .containsExactly(
                        "poll SUCCESSFUL",
                        "decide SUCCESSFUL",
                        "poll (2) SUCCESSFUL",
                        "decide (2) SUCCESSFUL",
                        "ship SUCCESSFUL");
        assertThat(execution.events(EventType.DYNAMIC_TEST_REGISTERED)).containsExactly("poll (2)", "decide (2)");
        TestDescriptor second = execution.node("poll (2)");
        assertThat(second.getUniqueId())
                .isEqualTo(DOCUMENT.append("workflow", "ship").append("step", "poll (2)"));
        assertThat(second.getParent()).contains(execution.node("ship"));
        assertThat(second.getType()).isEqualTo(Type.TEST);
        assertThat(second.getSource()).isEqualTo(execution.node("poll").getSource());
    }

    @Test
    void a_called_workflow_has_its_steps_below_the_step_that_calls_it() {
        scenario.workflows(
                workflow("ship", List.of(step("pack", "workflowId: pack"), read("send", "o-1"))),
                workflow("pack", List.of(read("find", "o-1"))));
        Execution execution = scenario.run(selectUniqueId(DOCUMENT.append("workflow", "ship")));

        assertThat(execution.endsBelowDocuments())
                .containsExactly("find SUCCESSFUL", "pack SUCCESSFUL", "send SUCCESSFUL", "ship SUCCESSFUL");
        TestDescriptor called = execution.node("find");
        assertThat(called.getParent()).contains(execution.node("pack"));
        assertThat(execution.node("pack").getType()).isEqualTo(Type.CONTAINER_AND_TEST);
        assertThat(called.getUniqueId())
                .isEqualTo(DOCUMENT.append("workflow", "ship")
                        .append("step", "pack")
                        .append("step", "find"));
        assertThat(called.getSource())
                .contains(FileSource.from(
                        scenario.module()
                                .resolve("target/test-classes/shop.arazzo.yaml")
                                .toFile(),
                        FilePosition.from(14, 9)));
        assertThat(execution.events(EventType.STARTED)).containsSubsequence("ship", "pack", "find", "send");
    }

    @Test
    void a_goto_to_a_workflow_adds_a_container_with_its_steps() {
        scenario.workflows(
                workflow("ship", List.of(read("look", "o-1", """
                onSuccess:
                  - {name: over, type: goto, workflowId: pack}"""), read("send", "o-1"))),
                workflow("pack", List.of(read("find", "o-1"))));
        Execution execution = scenario.run(selectUniqueId(DOCUMENT.append("workflow", "ship")));

        assertThat(execution.endsBelowDocuments())
                .containsExactly(
                        "look SUCCESSFUL",
                        "send SKIPPED not reached: 'look' handed over to workflow 'pack'",
                        "find SUCCESSFUL",
                        "goto pack SUCCESSFUL",
                        "ship SUCCESSFUL");
        assertThat(execution.node("find").getParent()).contains(execution.node("goto pack"));
        assertThat(execution.node("goto pack").getParent()).contains(execution.node("ship"));
        assertThat(execution.node("goto pack").getType()).isEqualTo(Type.CONTAINER);
    }

    @Test
    void a_chain_of_gotos_between_workflows_stays_flat() {
        String over = """
                onSuccess:
                  - {name: over, type: goto, workflowId: %s}""";
        scenario.workflows(
                workflow("ship", List.of(read("look", "o-1", over.formatted("pack")))),
                workflow("pack", List.of(read("find", "o-1", over.formatted("wrap")))),
                workflow("wrap", List.of(read("tie", "o-1"))));
        Execution execution = scenario.run(selectUniqueId(DOCUMENT.append("workflow", "ship")));

        assertThat(execution.node("goto pack").getParent()).contains(execution.node("ship"));
        assertThat(execution.node("goto wrap").getParent()).contains(execution.node("ship"));
        assertThat(execution.node("tie").getParent()).contains(execution.node("goto wrap"));
    }

    @Test
    void a_step_starts_before_its_request_is_sent_and_steps_are_reported_in_the_order_in_which_they_run() {
        scenario.workflows(workflow("ship", List.of(read("look", "o-1"), read("send", "o-1"))));

        assertThat(scenario.run().events(EventType.STARTED, EventType.FINISHED))
                .containsSubsequence("ship", "look", "look", "send", "send", "ship");
    }

    @Test
    void a_step_selected_alone_runs_the_steps_before_it_silently() {
        scenario.workflows(
                workflow("ship", List.of(read("first", "o-1"), read("second", "o-1"), read("third", "o-1"))));
        Execution execution =
                scenario.run(selectUniqueId(DOCUMENT.append("workflow", "ship").append("step", "second")));

        assertThat(execution.endsBelowDocuments()).containsExactly("second SUCCESSFUL", "ship SUCCESSFUL");
        assertThat(scenario.provider().requests()).hasSize(2);
    }

    /** A skipped step would be a green build. */
    @Test
    void a_step_selected_alone_is_not_reached_behind_a_red_step_and_fails_with_its_reason() {
        scenario.workflows(workflow("ship", List.of(read("first", "none", OK), read("second", "o-1"))));
        Execution execution =
                scenario.run(selectUniqueId(DOCUMENT.append("workflow", "ship").append("step", "second")));

        assertThat(execution.endsBelowDocuments()).containsExactly("second FAILED", "ship SUCCESSFUL");
        assertThat(execution.failure("second").getMessage())
                .startsWith("not reached: 'first' failed")
                .contains("first: 1 of 1 success criterion not met");
    }

    @Test
    void a_step_selected_alone_is_skipped_where_a_silent_step_jumped_over_it() {
        scenario.workflows(
                workflow("ship", List.of(read("first", "o-1", """
                onSuccess:
                  - {name: over, type: goto, stepId: third}"""), read("second", "o-1"), read("third", "o-1"))));
        Execution execution =
                scenario.run(selectUniqueId(DOCUMENT.append("workflow", "ship").append("step", "second")));

        assertThat(execution.endsBelowDocuments())
                .containsExactly("second SKIPPED not reached: 'first' jumped over it", "ship SUCCESSFUL");
    }

    @Test
    void every_row_of_the_file_of_inputs_is_a_run_with_a_node_of_its_own() {
        scenario.file("shop.arazzo.inputs.yaml", """
                ship:
                  - {name: known, inputs: {id: o-1}}
                  - {name: unknown, inputs: {id: none}}
                """);
        scenario.workflows(workflow(
                "ship",
                List.of(read("look", "$inputs.id", OK)),
                "inputs: {type: object, properties: {id: {type: string}}}"));
        Execution execution = scenario.run();

        assertThat(execution.endsBelowDocuments())
                .containsExactly(
                        "look SUCCESSFUL", "known SUCCESSFUL", "look FAILED", "unknown SUCCESSFUL", "ship SUCCESSFUL");
        assertThat(execution.node("unknown").getUniqueId())
                .isEqualTo(DOCUMENT.append("workflow", "ship").append("invocation", "unknown"));
        assertThat(scenario.provider().requests()).containsExactly("GET /orders/o-1", "GET /orders/none");
    }

    @Test
    void a_workflow_that_only_prepares_another_one_is_silent() {
        scenario.workflows(
                workflow("ship", List.of(read("look", "o-1")), "dependsOn: [pack]"),
                workflow("pack", List.of(read("find", "o-1"))));
        Execution execution = scenario.run(selectUniqueId(DOCUMENT.append("workflow", "ship")));

        assertThat(execution.endsBelowDocuments()).containsExactly("look SUCCESSFUL", "ship SUCCESSFUL");
        assertThat(scenario.provider().requests()).hasSize(2);
    }

    /** A node that starts and never ends would hang in IDEs. */
    @Test
    void a_run_that_a_listener_breaks_off_ends_every_node() {
        scenario.file("META-INF/services/" + RunListener.class.getName(), BrokenListener.class.getName());
        scenario.workflows(workflow("ship", List.of(read("look", "o-1"), read("send", "o-1"))));
        Execution execution = scenario.run();

        assertThat(execution.endsBelowDocuments())
                .containsExactly("look FAILED", "send SKIPPED not reached: the run broke off", "ship FAILED");
        assertThat(execution.failure("ship")).hasMessage("a listener is broken");
    }

    /** Found by its name. */
    public static final class BrokenListener implements RunListener {

        @Override
        public void onEvent(RunEvent event) {
            if (event instanceof RunEvent.AttemptFinished) {
                throw new IllegalStateException("a listener is broken");
            }
        }
    }
}
