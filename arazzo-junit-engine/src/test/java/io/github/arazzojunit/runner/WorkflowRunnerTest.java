package io.github.arazzojunit.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.runner.RunSettings.ContractVerdict;
import io.github.arazzojunit.runner.RunSettings.SuccessDefault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run tells its listener, word for word; what it sends is the matter of the conformance suite. */
class WorkflowRunnerTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void ACT_34_each_repetition_and_what_comes_after_them_is_told() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps:
                    - stepId: check
                      operationId: status
                      onFailure:
                        - {name: again, type: retry, retryLimit: 2, retryAfter: 0.5}
                        - {name: other, type: end, criteria: [{condition: $statusCode == 500}]}
                    - {stepId: later, operationId: status}
                """).answering(404, 404, 404);

        WorkflowResult result = run.run("w");

        assertThat(run.log())
                .containsExactly(
                        "start check",
                        "attempt 1 failed: The step has no successCriteria, so it needs a status from 200 to 299, but the status is 404.",
                        "action again",
                        "retry in 500: retry 'again' 1 of 2, retryAfter 500 ms",
                        "wait 500",
                        "attempt 2 failed: The step has no successCriteria, so it needs a status from 200 to 299, but the status is 404.",
                        "action again",
                        "retry in 500: retry 'again' 2 of 2, retryAfter 500 ms",
                        "wait 500",
                        "attempt 3 failed: The step has no successCriteria, so it needs a status from 200 to 299, but the status is 404.",
                        "end check failed [retry 'again' is exhausted after 2 repetitions,"
                                + " action 'other' does not apply: $statusCode == 500]",
                        "later not reached: 'check' failed",
                        "workflow w FAILED");
        assertThat(FailureMessage.summary(result))
                .startsWith("step 'check' (main.arazzo.yaml:8:9): The step has no successCriteria");
    }

    @Test
    void AMB_51_a_retry_says_where_its_delay_comes_from_and_that_it_was_cut() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps:
                    - stepId: check
                      operationId: status
                      onFailure:
                        - {name: again, type: retry, retryLimit: 3, retryAfter: 61.5}
                """)
                .answering(404, "{}", new Header("Retry-After", "5"))
                .answering(404, "{}", new Header("Retry-After", "120"))
                .answering(404, 200);

        run.run("w");

        assertThat(run.log().stream().filter(line -> line.startsWith("retry") || line.startsWith("wait")))
                .containsExactly(
                        "retry in 5000: retry 'again' 1 of 3, Retry-After: 5 5 s",
                        "wait 5000",
                        "retry in 60000: retry 'again' 2 of 3, Retry-After: 120 of 120 s cut to 60 s by 'arazzo.retry.max-delay'",
                        "wait 60000",
                        "retry in 60000: retry 'again' 3 of 3, retryAfter of 61500 ms cut to 60 s by 'arazzo.retry.max-delay'",
                        "wait 60000");
        assertThat(run.log()).endsWith("attempt 4 succeeded", "end check passed", "workflow w PASSED");
    }

    @Test
    void AMB_76_a_handled_failure_names_the_action_and_where_it_leads() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps:
                    - stepId: one
                      operationId: status
                      onFailure: [{name: jump, type: goto, stepId: three}]
                    - {stepId: two, operationId: status}
                    - stepId: three
                      operationId: status
                      onFailure: [{name: leave, type: goto, workflowId: v}]
                    - {stepId: four, operationId: status}
                - workflowId: v
                  steps:
                    - stepId: five
                      operationId: status
                      onFailure: [{name: stop, type: end}]
                    - {stepId: six, operationId: status}
                """).answering(404, 404, 404);

        WorkflowResult result = run.run("w");

        assertThat(run.log().stream().filter(line -> !line.startsWith("attempt")))
                .containsExactly(
                        "start one",
                        "action jump",
                        "end one handled: goto 'jump' continues at step 'three'",
                        "start three",
                        "action leave",
                        "end three handled: goto 'leave' hands over to workflow 'v'",
                        "two not reached: 'one' jumped over it",
                        "four not reached: 'three' handed over to workflow 'v'",
                        "start five",
                        "action stop",
                        "end five failed [action 'stop' ended the workflow]",
                        "six not reached: 'five' failed",
                        "workflow v FAILED",
                        "workflow w FAILED");
        assertThat(result.stepFailure().orElseThrow().visit().step().stepId()).isEqualTo("five");
    }

    @Test
    void AMB_49_an_end_after_a_failure_may_leave_the_workflow_green() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps:
                    - stepId: check
                      operationId: status
                      onFailure: [{name: stop, type: end}]
                    - {stepId: later, operationId: status}
                """)
                .with(settings(SuccessDefault.SUCCESSFUL_STATUS, true, ContractVerdict.FAIL, ContractVerdict.WARN));

        assertThat(run.answering(404).run("w").passed()).isTrue();
        assertThat(run.log().subList(2, run.log().size()))
                .containsExactly(
                        "action stop",
                        "end check handled: action 'stop' ended the workflow",
                        "later not reached: 'check' ended the workflow",
                        "workflow w PASSED");
    }

    @Test
    void ACT_20_an_end_after_success_says_so_for_the_rest() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps:
                    - stepId: loop
                      operationId: status
                      onSuccess:
                        - {name: round, type: goto, stepId: loop, criteria: [{condition: $response.body#/more == true}]}
                        - {name: last, type: goto, stepId: end}
                    - {stepId: skipped, operationId: status}
                    - {stepId: end, operationId: status}
                """).answering(200, "{\"more\":true}").answering(200, 200);

        assertThat(run.run("w").passed()).isTrue();
        assertThat(run.log())
                .containsExactly(
                        "start loop",
                        "attempt 1 succeeded",
                        "action round",
                        "end loop passed",
                        "start loop(2)",
                        "attempt 1 succeeded",
                        "action last",
                        "end loop(2) passed",
                        "start end",
                        "attempt 1 succeeded",
                        "end end passed",
                        "skipped not reached: 'loop' jumped over it",
                        "workflow w PASSED");
    }

    @ParameterizedTest
    @CsvSource({
        "SUCCESSFUL_STATUS, 200, true", "SUCCESSFUL_STATUS, 299, true", "SUCCESSFUL_STATUS, 300, false",
        "SUCCESSFUL_STATUS, 199, false", "DOCUMENTED, 404, true", "DOCUMENTED, 201, false",
        "DOCUMENTED, 200, true", "ANY, 500, true"
    })
    void AMB_19_what_counts_as_success_without_criteria_can_be_chosen(SuccessDefault rule, int status, boolean passed) {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps: [{stepId: check, operationId: status}]
                """).with(settings(rule, false, ContractVerdict.OFF, ContractVerdict.OFF));

        assertThat(run.answering(status).run("w").passed()).isEqualTo(passed);
    }

    @ParameterizedTest
    @CsvSource({"FAIL, false", "WARN, true", "OFF, true"})
    void a_response_that_violates_the_description_fails_the_step_but_not_the_flow(
            ContractVerdict verdict, boolean passed) {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps:
                    - {stepId: check, operationId: status}
                    - {stepId: later, operationId: status}
                """)
                .with(settings(SuccessDefault.SUCCESSFUL_STATUS, false, verdict, ContractVerdict.OFF));

        run.answering(200, "[1]").answering(200).run("w");

        assertThat(run.log()).contains("end check " + (passed ? "passed" : "failed []"), "end later passed");
    }

    @ParameterizedTest
    @CsvSource({"FAIL, false", "WARN, true", "OFF, true"})
    void a_request_that_violates_the_description_fails_the_step_when_asked_to(ContractVerdict verdict, boolean passed) {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps: [{stepId: add, operationId: add, requestBody: {payload: [1]}}]
                """)
                .with(settings(SuccessDefault.SUCCESSFUL_STATUS, false, ContractVerdict.OFF, verdict));

        run.answering(200).run("w");

        assertThat(run.log()).contains("end add " + (passed ? "passed" : "failed []"));
    }

    @Test
    void AMB_77_a_run_may_use_all_its_visits_and_no_more() {
        String loop = """
                - workflowId: w
                  steps:
                    - stepId: check
                      operationId: status
                      onSuccess: [{name: round, type: goto, stepId: check, criteria: [{condition: $response.body#/more}]}]
                """;
        RunSettings two = limits(2, 32, Duration.ofMinutes(10));

        assertThat(ScriptedRun.of(loop)
                        .with(two)
                        .answering(200, "{\"more\":1}")
                        .answering(200)
                        .run("w")
                        .passed())
                .isTrue();
        ScriptedRun run =
                ScriptedRun.of(loop).with(two).answering(200, "{\"more\":1}").answering(200, "{\"more\":1}");
        assertThat(run.run("w").problem())
                .contains("The workflow was stopped after 2 step visits; it probably loops."
                        + " Raise 'arazzo.limits.steps' if it does not.");
        assertThat(run.log()).endsWith("start check(3)", "end check(3) failed []", "workflow w FAILED");
    }

    @Test
    void AMB_77_a_run_may_use_all_its_depth_and_no_more() {
        String calls = """
                - workflowId: w
                  steps: [{stepId: call, workflowId: v}]
                - workflowId: v
                  steps: [{stepId: check, operationId: status}]
                """;

        assertThat(ScriptedRun.of(calls)
                        .with(limits(9, 2, Duration.ofMinutes(1)))
                        .answering(200)
                        .run("w")
                        .passed())
                .isTrue();
        assertThat(ScriptedRun.of(calls)
                        .with(limits(9, 1, Duration.ofMinutes(1)))
                        .answering(200)
                        .run("w")
                        .problem())
                .contains("The workflow was stopped at a depth of 1 nested workflow calls; it probably calls itself."
                        + " Raise 'arazzo.limits.depth' if it does not.");
    }

    @Test
    void AMB_77_a_run_ends_when_its_time_is_over() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps:
                    - {stepId: one, operationId: status}
                    - {stepId: two, operationId: status}
                """)
                .with(limits(9, 9, Duration.ofSeconds(2)))
                .within(Duration.ofSeconds(2))
                .answering(200, 200);

        assertThat(run.run("w").problem())
                .contains("The workflow was stopped after 2 s. Raise 'arazzo.limits.duration' if it needs longer.");
        assertThat(run.log()).contains("end one passed", "start two");
    }

    @Test
    void AMB_77_no_request_may_take_longer_than_the_run() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps: [{stepId: one, operationId: status, timeout: 9000}]
                """)
                .with(limits(9, 9, Duration.ofSeconds(2)))
                .within(Duration.ofSeconds(3))
                .answering(200);

        run.run("w");

        assertThat(run.log()).contains("attempt 1 failed: No answer within 2000 ms.");
    }

    @Test
    void STP_81_a_call_without_time_left_is_told_to_the_called_steps_too() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps: [{stepId: call, workflowId: v, timeout: 1500}]
                - workflowId: v
                  steps:
                    - {stepId: one, operationId: status}
                    - {stepId: two, operationId: status}
                    - {stepId: three, operationId: status}
                """).within(SECOND).answering(200, 200, 200);

        run.run("w");

        assertThat(run.log())
                .containsExactly(
                        "start call",
                        "start one",
                        "attempt 1 succeeded",
                        "end one passed",
                        "start two",
                        "attempt 1 failed: No answer within 500 ms.",
                        "end two failed []",
                        "three not reached: 'two' failed",
                        "workflow v FAILED",
                        "attempt 1 failed: Workflow 'v' failed: The called workflow was stopped after the 1500 ms of the step's timeout.",
                        "end call failed []",
                        "workflow w FAILED");
    }

    @Test
    void STP_81_a_call_that_ends_with_its_time_has_had_too_much() {
        String calls = """
                - workflowId: w
                  steps: [{stepId: call, workflowId: v, timeout: 2000}]
                - workflowId: v
                  steps:
                    - {stepId: one, operationId: status}
                    - {stepId: two, operationId: status}
                """;

        assertThat(ScriptedRun.of(calls)
                        .within(Duration.ofMillis(999))
                        .answering(200, 200)
                        .run("w")
                        .passed())
                .isTrue();
        assertThat(ScriptedRun.of(calls)
                        .within(SECOND)
                        .answering(200, 200)
                        .run("w")
                        .passed())
                .isFalse();
    }

    @Test
    void STP_81_a_description_stays_violated_where_the_time_of_the_call_ends_the_step() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps:
                    - stepId: call
                      workflowId: v
                      timeout: 1500
                      onFailure: [{name: tidy, type: goto, stepId: tidy}]
                    - {stepId: tidy, operationId: status}
                - workflowId: v
                  steps:
                    - stepId: one
                      operationId: status
                      successCriteria: [{condition: $statusCode == 404}]
                      onFailure: [{name: again, type: retry, retryAfter: 5, retryLimit: 3}]
                """).answering(200, "[1]").answering(200);

        run.run("w");

        assertThat(run.log()).contains("end call handled: goto 'tidy' continues at step 'tidy'");
        assertThat(run.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.beyondActions()).isTrue();
            assertThat(failure.reason().orElseThrow())
                    .startsWith("The called workflow was stopped after the 1500 ms of the step's timeout.")
                    .contains("the response violates the description");
        });
    }

    @Test
    void WF_25_a_prerequisite_without_nodes_fails_where_it_violates_the_description() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: first
                  steps: [{stepId: check, operationId: status}]
                - workflowId: second
                  dependsOn: [first]
                  steps: [{stepId: check, operationId: status}]
                """).answering(200, "[1]").answering(200);

        WorkflowResult result = run.run("second");

        assertThat(result.status()).isEqualTo(WorkflowResult.Status.FAILED);
        assertThat(result.problem().orElseThrow())
                .startsWith("Not executed, because workflow 'first', which it depends on, failed: step 'check' (")
                .contains("the response violates the description");
    }

    @Test
    void WF_25_a_prerequisite_that_was_reported_aborts_and_another_one_fails() {
        String workflows = """
                - workflowId: first
                  steps: [{stepId: check, operationId: status}]
                - workflowId: second
                  dependsOn: [first]
                  steps: [{stepId: check, operationId: status}]
                """;
        ScriptedRun alone = ScriptedRun.of(workflows).answering(404);
        ScriptedRun both = ScriptedRun.of(workflows).answering(404);

        WorkflowResult failed = alone.run("second");
        both.run("first");
        WorkflowResult aborted = both.run("second");

        assertThat(failed.status()).isEqualTo(WorkflowResult.Status.FAILED);
        assertThat(aborted.status()).isEqualTo(WorkflowResult.Status.ABORTED);
        assertThat(aborted.problem().orElseThrow())
                .startsWith("Not executed, because workflow 'first', which it depends on, failed: step 'check' (");
        assertThat(both.log()).endsWith("workflow first FAILED", "workflow second ABORTED");
    }

    @Test
    void AMB_09_a_prerequisite_that_ran_is_not_run_again() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: first
                  steps: [{stepId: check, operationId: status, outputs: {code: $statusCode}}]
                  outputs: {code: $steps.check.outputs.code}
                - workflowId: second
                  dependsOn: [first]
                  steps: [{stepId: check, operationId: status}]
                  outputs: {seen: $workflows.first.outputs.code}
                """).answering(200, 200, 200);

        run.run("first");
        WorkflowResult second = run.run("second");
        run.run("second");

        assertThat(second.outputs())
                .isEqualTo(JsonNodeFactory.instance.objectNode().put("seen", 200));
        assertThat(run.log().stream().filter("workflow first PASSED"::equals)).hasSize(1);
    }

    @Test
    void a_run_of_some_steps_ends_when_they_have_been_visited_and_is_no_result_of_the_workflow() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: first
                  steps:
                    - {stepId: one, operationId: status}
                    - {stepId: two, operationId: status}
                    - {stepId: three, operationId: status}
                - workflowId: second
                  dependsOn: [first]
                  steps: [{stepId: check, operationId: status}]
                """).answering(200, 404, 200, 200, 200, 200);

        assertThat(run.run("first", "two").passed()).isFalse();
        assertThat(run.log())
                .containsExactly(
                        "start one",
                        "attempt 1 succeeded",
                        "end one passed",
                        "start two",
                        "attempt 1 failed: The step has no successCriteria, so it needs a status from 200 to 299, but the status is 404.",
                        "end two failed []",
                        "workflow first FAILED");
        assertThat(run.run("second").passed()).isTrue();
    }

    @Test
    void AMB_52_what_goes_wrong_before_a_repetition_stays_in_the_history() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps:
                    - stepId: login
                      operationId: add
                      onFailure: [{name: on, type: goto, stepId: check}]
                    - stepId: check
                      operationId: status
                      successCriteria: [{condition: $statusCode == 200}, {condition: $response.body#/ok}]
                      onFailure:
                        - {name: again, type: retry, stepId: login}
                        - {name: once more, type: retry, workflowId: v}
                - workflowId: v
                  steps: [{stepId: refresh, operationId: add}]
                """).answering(404, 404, 404, 404, 404, 404);

        run.run("w");

        assertThat(run.log().get(run.log().size() - 2))
                .isEqualTo("end check failed [step 'login', executed before a repetition, failed: The step has no"
                        + " successCriteria, so it needs a status from 200 to 299, but the status is 404.,"
                        + " workflow 'v', executed before a repetition, failed: step 'refresh' (main.arazzo.yaml:18:13):"
                        + " The step has no successCriteria, so it needs a status from 200 to 299, but the status is"
                        + " 404., retry 'again' is exhausted after 1 repetition, retry 'once more' is exhausted after"
                        + " 1 repetition]");
        assertThat(run.log()).contains("attempt 3 failed");
    }

    @Test
    void AMB_69_outputs_without_a_value_are_noted_and_those_in_error_fail() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: missing
                  steps: [{stepId: check, operationId: status}]
                  outputs: {a: $steps.check.outputs.none}
                - workflowId: broken
                  steps: [{stepId: check, operationId: status, outputs: {code: $statusCode}}]
                  outputs:
                    a: {context: $steps.check.outputs.code, selector: /a, type: jsonpointer}
                """).answering(200, 200);

        WorkflowResult missing = run.run("missing");
        WorkflowResult broken = run.run("broken");

        assertThat(missing.passed()).isTrue();
        assertThat(missing.notes())
                .singleElement()
                .asString()
                .startsWith("output 'a' of workflow 'missing' (main.arazzo.yaml:8:15) has no value: ");
        assertThat(broken.passed()).isFalse();
        assertThat(broken.problem().orElseThrow())
                .startsWith(
                        "The output 'a' of workflow 'broken' (main.arazzo.yaml:12:7) has no value: the selector fails");
    }

    @Test
    void AMB_02_an_input_out_of_the_range_of_its_format_is_noted() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  inputs: {properties: {n: {type: integer, format: int32, default: 3000000000}}}
                  steps: [{stepId: check, operationId: status}]
                """).answering(200, 500);

        WorkflowResult passed = run.run("w");
        WorkflowResult failed = run.run("w");

        assertThat(passed.passed()).isTrue();
        assertThat(passed.notes())
                .singleElement()
                .asString()
                .startsWith("input /n: ")
                .contains("int32");
        assertThat(failed.passed()).isFalse();
        assertThat(failed.notes()).isEqualTo(passed.notes());
    }

    @ParameterizedTest
    @CsvSource({"FAIL, true", "WARN, true", "OFF, false"})
    void a_request_is_repeated_once_when_its_credentials_are_renewed(ContractVerdict verdict, boolean noted) {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps: [{stepId: check, operationId: status, successCriteria: [{condition: $statusCode == 200}]}]
                """)
                .with(settings(SuccessDefault.SUCCESSFUL_STATUS, false, verdict, ContractVerdict.OFF))
                .renewing();

        WorkflowResult renewed = run.answering(401, 200).run("w");
        WorkflowResult refused = run.answering(401, 401).run("w");

        assertThat(renewed.passed()).isTrue();
        assertThat(refused.passed()).isFalse();
        assertThat(run.exchanged()).containsExactly(401, 200, 401, 401);
        assertThat(run.attempts()).hasSize(2);
        assertThat(run.attempts().get(0).notes()).startsWith("renewed").hasSize(noted ? 2 : 1);
        assertThat(run.attempts().get(0).notes().stream()
                        .anyMatch(note -> note.startsWith("the response with 401 before it: ")))
                .isEqualTo(noted);
    }

    @Test
    void a_refusal_that_cannot_be_helped_is_the_response_of_the_step() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps:
                    - stepId: check
                      operationId: status
                      successCriteria: [{condition: $statusCode == 401}]
                """)
                .with(settings(SuccessDefault.SUCCESSFUL_STATUS, false, ContractVerdict.OFF, ContractVerdict.OFF));

        assertThat(run.answering(401).run("w").passed()).isTrue();

        assertThat(run.exchanged()).containsExactly(401);
        assertThat(run.attempts().get(0).notes()).containsExactly("cannot be renewed");
    }

    @Test
    void what_the_target_cannot_answer_fails_the_step_whatever_its_actions_say() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps:
                    - stepId: check
                      operationId: status
                      onFailure: [{name: jump, type: goto, stepId: later}]
                    - {stepId: later, operationId: status}
                """).unanswerable("Nobody answers.");

        assertThat(run.run("w").passed()).isFalse();

        assertThat(run.exchanged()).isEmpty();
        assertThat(run.log())
                .containsExactly(
                        "start check",
                        "attempt 1 failed: Nobody answers.",
                        "end check failed []",
                        "later not reached: 'check' failed",
                        "workflow w FAILED");
    }

    @Test
    void an_answer_that_is_not_the_providers_is_no_exchange_and_fails_the_step() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps: [{stepId: check, operationId: status}]
                """).unserved("No stub serves it.");

        assertThat(run.answering(200).run("w").passed()).isFalse();

        assertThat(run.exchanged()).isEmpty();
        assertThat(run.log()).contains("attempt 1 failed: No stub serves it.");
    }

    @Test
    void the_end_that_a_run_is_to_take_is_no_failure() {
        String workflows = """
                - workflowId: w
                  steps:
                    - stepId: check
                      operationId: status
                      onFailure: [{name: leave, type: end}, {name: other, type: end}]
                """;

        WorkflowResult taken =
                ScriptedRun.of(workflows).branch("w", "check", 0).answering(404).run("w");
        WorkflowResult other =
                ScriptedRun.of(workflows).branch("w", "check", 1).answering(404).run("w");
        WorkflowResult usual = ScriptedRun.of(workflows).answering(404).run("w");

        assertThat(taken.passed()).isTrue();
        assertThat(other.passed()).isFalse();
        assertThat(usual.passed()).isFalse();
    }

    @Test
    void the_branch_of_a_run_is_taken_by_the_first_visit_of_its_own_workflow_alone() {
        String workflows = """
                - workflowId: w
                  steps:
                    - stepId: check
                      operationId: status
                      onSuccess: [{name: back, type: goto, stepId: check, criteria: [{condition: $statusCode == 200}]}]
                      onFailure: [{name: leave, type: end}]
                - workflowId: v
                  steps: [{stepId: call, workflowId: w}]
                """;

        WorkflowResult second = ScriptedRun.of(workflows)
                .branch("w", "check", 0)
                .answering(200, 404)
                .run("w");
        WorkflowResult called =
                ScriptedRun.of(workflows).branch("w", "check", 0).answering(404).run("v");

        assertThat(second.passed()).isFalse();
        assertThat(called.passed()).isFalse();
    }

    @Test
    void a_violation_says_where_the_action_led_and_stays_red() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps:
                    - stepId: check
                      operationId: status
                      successCriteria: [{condition: $statusCode == 404}]
                      onFailure: [{name: jump, type: goto, stepId: later}]
                    - stepId: again
                      operationId: status
                    - stepId: later
                      operationId: status
                      successCriteria: [{condition: $statusCode == 404}]
                      onFailure: [{name: leave, type: end}]
                """).answering(200, "[1]").answering(200, "[1]");

        assertThat(run.run("w").passed()).isFalse();

        assertThat(run.log())
                .contains(
                        "end check failed [goto 'jump' continues at step 'later']",
                        "end later failed []",
                        "again not reached: 'check' jumped over it");
    }

    @ParameterizedTest
    @CsvSource({
        "w, Give them in the file of inputs beside the document",
        "call, Pass them as parameters of the step that calls the workflow.",
        "jump, Pass them as parameters of the action",
    })
    void STP_11_inputs_that_are_not_valid_come_with_the_place_to_give_them(String workflowId, String remedy) {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  inputs: {type: object, required: [id], properties: {id: {type: string}}}
                  steps: [{stepId: check, operationId: status}]
                - workflowId: call
                  steps: [{stepId: call, workflowId: w, parameters: [{name: id, value: $statusCode}]}]
                - workflowId: jump
                  steps:
                    - stepId: check
                      operationId: status
                      onSuccess: [{name: go, type: goto, workflowId: w}]
                """).answering(200);

        WorkflowResult result = run.run(workflowId);

        assertThat(result.passed()).isFalse();
        assertThat(FailureMessage.summary(result) + run.log()).contains(remedy);
    }

    @Test
    void a_workflow_that_is_not_valid_is_not_started() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps: [{stepId: check, operationId: unknown}, {stepId: later, operationId: status}]
                """);

        WorkflowResult result = run.run("w");

        assertThat(result.problem().orElseThrow())
                .startsWith("Workflow 'w' is not valid and was not started:\n  ")
                .contains("'unknown'");
        assertThat(run.log()).doesNotContain("start check").endsWith("workflow w FAILED");
    }

    @Test
    void BOD_02_AMB_31_a_header_parameter_for_the_content_type_wins() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps:
                    - stepId: add
                      operationId: add
                      parameters:
                        - {name: X-Other, in: header, value: text/html}
                        - {name: content-type, in: header, value: application/vnd.test+json}
                      requestBody: {contentType: text/plain, payload: {a: 1}}
                      successCriteria:
                        - condition: $request.header.Content-Type == 'application/vnd.test+json'
                        - condition: $request.body#/a == 1
                """)
                .with(settings(SuccessDefault.SUCCESSFUL_STATUS, false, ContractVerdict.OFF, ContractVerdict.OFF));

        assertThat(run.answering(200).run("w").passed())
                .as(String.join("\n", run.log()))
                .isTrue();
    }

    @Test
    void EXP_33_a_request_without_body_says_why_it_has_no_content_type() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps:
                    - stepId: check
                      operationId: status
                      successCriteria:
                        - {context: $request.header.Content-Type, type: regex, condition: json}
                        - {context: $request.header.X-None, type: regex, condition: json}
                """).answering(200);

        run.run("w");

        assertThat(run.attempts().get(0).criteria())
                .extracting(result -> result.toString().contains("because the step sends no body"))
                .containsExactly(true, false);
    }

    private static RunSettings settings(
            SuccessDefault rule, boolean endPasses, ContractVerdict response, ContractVerdict request) {
        RunSettings usual = RunSettings.DEFAULT;
        return new RunSettings(
                rule,
                endPasses,
                ContractSettings.all(response),
                ContractSettings.all(request),
                usual.undeclaredReads(),
                usual.maxRetryDelay(),
                usual.responseTimeout(),
                usual.maxSteps(),
                usual.maxDepth(),
                usual.maxDuration());
    }

    private static RunSettings limits(int steps, int depth, Duration duration) {
        RunSettings usual = RunSettings.DEFAULT;
        return new RunSettings(
                usual.successDefault(),
                false,
                usual.responseContract(),
                usual.requestContract(),
                usual.undeclaredReads(),
                usual.maxRetryDelay(),
                usual.responseTimeout(),
                steps,
                depth,
                duration);
    }
}
