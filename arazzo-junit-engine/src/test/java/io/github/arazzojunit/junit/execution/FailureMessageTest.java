package io.github.arazzojunit.junit.execution;

import static io.github.arazzojunit.junit.execution.Scenario.criteria;
import static io.github.arazzojunit.junit.execution.Scenario.read;
import static io.github.arazzojunit.junit.execution.Scenario.step;
import static io.github.arazzojunit.junit.execution.Scenario.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

/** What a red step says, and as which throwable. */
class FailureMessageTest {

    @RegisterExtension
    final Scenario scenario = new Scenario().answer("GET /orders/o-1", 200, "{\"id\": \"o-1\", \"state\": \"open\"}");

    @Test
    void it_has_the_criterion_both_values_the_place_the_exchange_the_body_and_a_command_that_repeats_it() {
        String message = failure(read("look", "o-1", criteria("$response.body#/state == 'sent'", "$statusCode == 200")))
                .getMessage();

        assertThat(message.replace(scenario.provider().url(), "http://localhost:1")
                        .replaceAll("in \\d+ ms", "in 1 ms"))
                .isEqualTo("""
                        look: 1 of 2 success criteria not met                                       shop.arazzo.yaml:11:13
                          ✗ $response.body#/state == 'sent'
                              left   "open"                      right  "sent"
                          ✓ $statusCode == 200
                          GET http://localhost:1/orders/o-1 -> 200 in 1 ms
                          {"id":"o-1","state":"open"}
                          reproduce: curl -X GET 'http://localhost:1/orders/o-1' -H 'Accept: application/json, text/plain;q=0.5, image/png;q=0.5'""");
    }

    @Test
    void one_failed_comparison_has_expected_and_actual_for_the_difference_view() {
        Throwable failure = failure(read("look", "o-1", criteria("$response.body#/state == 'sent'")));

        assertThat(failure).isInstanceOfSatisfying(AssertionFailedError.class, error -> {
            assertThat(error.getExpected().getStringRepresentation()).isEqualTo("sent");
            assertThat(error.getActual().getStringRepresentation()).isEqualTo("open");
        });
    }

    @Test
    void a_failed_condition_that_is_no_equality_has_no_expected_value() {
        Throwable failure = failure(read("look", "o-1", criteria("$statusCode > 200")));

        assertThat(failure).isInstanceOfSatisfying(AssertionFailedError.class, error -> {
            assertThat(error.isExpectedDefined()).isFalse();
            assertThat(error).hasMessageContaining("left   200                         right  200");
        });
    }

    @Test
    void several_failed_criteria_are_several_failures() {
        Throwable failure =
                failure(read("look", "o-1", criteria("$response.body#/state == 'sent'", "$statusCode == 201")));

        assertThat(failure).isInstanceOfSatisfying(MultipleFailuresError.class, error -> {
            assertThat(error).hasMessageContaining("look: 2 of 2 success criteria not met");
            assertThat(error.getFailures())
                    .extracting(Throwable::getMessage)
                    .containsExactly(
                            "shop.arazzo.yaml:11:13 $response.body#/state == 'sent'",
                            "shop.arazzo.yaml:12:13 $statusCode == 201");
        });
    }

    @Test
    void its_only_stack_trace_element_is_the_place_of_the_step() {
        Throwable failure = failure(read("look", "o-1", criteria("$statusCode == 201")));

        assertThat(failure.getStackTrace())
                .extracting(Object::toString)
                .containsExactly("ship.look(shop.arazzo.yaml:7)");
        assertThat(failure.getCause()).isNull();
    }

    @Test
    void a_workflow_that_fails_has_its_own_place() {
        scenario.workflows(workflow("ship", List.of(read("look", "o-1")), "inputs: {required: [amount]}"));

        assertThat(scenario.run().failure("ship").getStackTrace())
                .extracting(Object::toString)
                .containsExactly("ship.workflow(shop.arazzo.yaml:5)");
    }

    @Test
    void a_value_that_is_missing_says_why() {
        assertThat(failure(read("look", "o-1", criteria("$response.body#/weight == 3"))))
                .hasMessageContaining("left   nothing (")
                .hasMessageContaining("right  3");
    }

    @Test
    void a_step_without_criteria_says_which_default_it_missed() {
        assertThat(failure(read("look", "none")))
                .hasMessageStartingWith(
                        "look: The step has no successCriteria, so it needs a status from 200 to 299, but"
                                + " the status is 404.\n  at shop.arazzo.yaml:7:")
                .hasMessageContaining("{\"missing\":\"GET /orders/none\"}");
    }

    @Test
    void exhausted_repetitions_are_told() {
        assertThat(failure(read("look", "none", """
                onFailure:
                  - {name: later, type: retry, retryAfter: 0, retryLimit: 2}""")))
                .hasMessageContaining("retry 'later' is exhausted after 2 repetitions");
    }

    @Test
    void the_command_has_the_body_of_the_request_and_survives_quotes() {
        scenario.provider().answer("POST /orders", 500, "");
        assertThat(failure(step("look", "operationId: create", "requestBody: {payload: {name: it's}}")))
                .hasMessageContaining("--data-raw '{\"name\":\"it'\\''s\"}'");
    }

    @Test
    void a_long_body_is_cut() {
        scenario.provider().answer("GET /orders/long", 500, "\"" + "x".repeat(5_000) + "\"");

        assertThat(failure(read("look", "long")))
                .hasMessageContaining("xxx... (5002 characters)")
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(2_000));
    }

    @Test
    void a_binary_body_is_only_measured() {
        scenario.provider().answer("GET /orders/image", 500, "\u0000\u0001\u0002", "Content-Type", "image/png");

        assertThat(failure(read("look", "image"))).hasMessageContaining("\n  (image/png, 3 bytes)\n");
    }

    private Throwable failure(String step) {
        return scenario.workflows(workflow("ship", List.of(step))).run().failure("look");
    }
}
