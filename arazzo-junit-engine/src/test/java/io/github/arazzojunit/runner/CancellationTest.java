package io.github.arazzojunit.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CancellationTest {

    private static final String TWO_STEPS = """
            - workflowId: w
              steps:
                - {stepId: one, operationId: status}
                - {stepId: two, operationId: status}
            """;

    @Test
    void the_step_that_runs_comes_to_its_end_and_nothing_starts_behind_it() {
        ScriptedRun run = ScriptedRun.of(TWO_STEPS).answering(200).cancelledAt("attempt 1 succeeded");

        WorkflowResult result = run.run("w");

        assertThat(run.log())
                .containsExactly(
                        "start one",
                        "attempt 1 succeeded",
                        "end one passed",
                        "two not reached: the run was cancelled",
                        "workflow w ABORTED");
        assertThat(result.status()).isEqualTo(WorkflowResult.Status.ABORTED);
    }

    @Test
    void what_is_over_when_the_run_is_cancelled_keeps_its_result() {
        ScriptedRun run = ScriptedRun.of(TWO_STEPS).answering(200, 200).cancelledAt("end two passed");

        assertThat(run.run("w").status()).isEqualTo(WorkflowResult.Status.PASSED);
    }

    @Test
    void a_step_that_waits_to_be_repeated_ends_without_a_verdict() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps:
                    - stepId: poll
                      operationId: status
                      onFailure: [{name: again, type: retry, retryLimit: 5, retryAfter: 2}]
                """).answering(404).cancelledAt("wait 2000");

        WorkflowResult result = run.run("w");

        assertThat(run.log())
                .contains("wait 2000")
                .doesNotContain("attempt 2 succeeded")
                .endsWith("end poll handled: not finished", "workflow w ABORTED");
        assertThat(result.status()).isEqualTo(WorkflowResult.Status.ABORTED);
    }

    @Test
    void a_called_workflow_ends_with_its_caller_whose_failure_actions_are_not_asked() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: outer
                  steps:
                    - stepId: call
                      workflowId: inner
                      onFailure: [{name: over, type: goto, stepId: last}]
                    - {stepId: last, operationId: status}
                - workflowId: inner
                  steps:
                    - {stepId: one, operationId: status}
                    - {stepId: two, operationId: status}
                """).answering(200).cancelledAt("end one passed");

        run.run("outer");

        assertThat(run.log())
                .doesNotContain("start two", "start last", "action over")
                .endsWith(
                        "two not reached: the run was cancelled",
                        "workflow inner ABORTED",
                        "end call handled: not finished",
                        "last not reached: the run was cancelled",
                        "workflow outer ABORTED");
    }

    @Test
    void a_violated_description_stays_a_failure() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps:
                    - stepId: poll
                      operationId: status
                      successCriteria: [{condition: $response.body#/done == true}]
                      onFailure: [{name: again, type: retry, retryLimit: 5, retryAfter: 2}]
                """).answering(200, "[]").cancelledAt("wait 2000");

        run.run("w");

        assertThat(run.log()).anyMatch(line -> line.startsWith("end poll failed"));
    }

    @Test
    void a_prerequisite_is_not_begun() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: first
                  steps: [{stepId: one, operationId: status}]
                - workflowId: second
                  dependsOn: [first]
                  steps: [{stepId: two, operationId: status}]
                """).cancelledAt("nothing of the log");
        run.log().add("nothing of the log");

        WorkflowResult result = run.run("second");

        assertThat(run.log()).noneMatch(line -> line.startsWith("start"));
        assertThat(result.status()).isEqualTo(WorkflowResult.Status.ABORTED);
    }
}
