package io.github.arazzojunit.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureMessageTest {

    @Test
    void CRT_75_a_failed_step_shows_every_criterion_with_what_it_saw_and_the_exchange() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps:
                    - stepId: check
                      operationId: status
                      successCriteria:
                        - condition: $statusCode == 200
                        - condition: $response.body#/state == 'done'
                        - condition: $response.body#/state == 'done' || $response.body#/none
                        - {context: $response.body#/state, type: regex, condition: ^d}
                        - condition: $response.body#/token == 'x'
                """).within(Duration.ofMillis(7));

        run.answering(200, "{\"state\": \"open\", \"token\": \"secret\"}").run("w");

        assertThat(message(run)).isEqualTo("""
                check: 4 of 5 success criteria not met                                      main.arazzo.yaml:12:13
                  ✓ $statusCode == 200
                  ✗ $response.body#/state == 'done'
                      left   "open"                      right  "done"
                  ✗ $response.body#/state == 'done' || $response.body#/none
                      $response.body#/state = "open"
                      $response.body#/none = nothing (the value has no member 'none'; it has state, token)
                      note: $response.body#/none finds nothing and counts as null: the value has no member 'none'; it has state, token
                  ✗ $response.body#/state : ^d
                      $response.body#/state = "open"
                      the pattern is not found
                  ✗ $response.body#/token == 'x'
                      left   "***"                       right  "***"
                  GET https://api.test/status -> 200 in 7 ms
                  {"state":"open","token":"***"}
                  reproduce: curl -X GET 'https://api.test/status' -H 'Accept: application/json'""");
    }

    @Test
    void a_long_title_stands_alone_and_long_values_are_cut() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps:
                    - stepId: a-step-whose-id-is-long-enough-to-push-the-position-away
                      operationId: status
                      successCriteria:
                        - condition: $response.body#/a == 'y'
                        - condition: $response.body#/b == 'y'
                """);

        run.answering(200, "{\"a\": \"" + "x".repeat(198) + "\", \"b\": \"" + "x".repeat(199) + "\"}")
                .run("w");

        assertThat(message(run))
                .startsWith(
                        "a-step-whose-id-is-long-enough-to-push-the-position-away: 2 of 2 success criteria not met\n"
                                + "  at main.arazzo.yaml:11:13\n")
                .contains("left   \"" + "x".repeat(198) + "\" right")
                .contains("left   \"" + "x".repeat(199) + "... (201 characters)");
    }

    @Test
    void without_criteria_the_position_is_the_steps_and_what_happened_before_is_told() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  steps:
                    - stepId: check
                      operationId: status
                      onFailure: [{name: again, type: retry, retryLimit: 1}]
                """).answering(404, 404);

        run.run("w");

        assertThat(message(run))
                .startsWith("check: The step has no successCriteria, so it needs a status from 200 to 299, but the"
                        + " status is 404.\n  at main.arazzo.yaml:8:9\n")
                .contains("\n  retry 'again' is exhausted after 1 repetition\n  GET https://api.test/status -> 404");
    }

    private static String message(ScriptedRun run) {
        return FailureMessage.of(run.failures().get(0), Masker.of(List.of("token")));
    }
}
