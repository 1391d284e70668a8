package io.github.arazzojunit.junit.execution;

import static io.github.arazzojunit.junit.execution.Scenario.read;
import static io.github.arazzojunit.junit.execution.Scenario.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Spellings with one sensible reading run with it. */
class LenientReadingsRunTest {

    @RegisterExtension
    final Scenario scenario = new Scenario()
            .configure("arazzo.inputs.state", "paid")
            .answer("GET /orders/o-1", 200, "{\"id\": \"o-1\"}")
            .answer("GET /orders/id-o-1", 200, "{\"id\": \"id-o-1\"}");

    @Test
    void STP_96_an_output_with_an_embedded_expression_is_a_text() {
        Execution execution = scenario.workflows(workflow(
                        "ship",
                        List.of(
                                read("look", "o-1", "outputs: {name: 'id-{$response.body#/id}'}"),
                                read("again", "$steps.look.outputs.name"))))
                .run();

        assertThat(execution.endsBelowDocuments())
                .containsExactly("look SUCCESSFUL", "again SUCCESSFUL", "ship SUCCESSFUL");
        assertThat(scenario.provider().requests()).containsExactly("GET /orders/o-1", "GET /orders/id-o-1");
    }

    @Test
    void all_inputs_are_a_context() {
        Execution execution = scenario.workflows(workflow(
                        "ship",
                        List.of(
                                read("met", "o-1", context("$[?@ == 'paid']")),
                                read("unmet", "o-1", context("$[?@ == 'open']"))),
                        "inputs: {type: object, properties: {state: {type: string}}}"))
                .run();

        assertThat(execution.endsBelowDocuments()).containsExactly("met SUCCESSFUL", "unmet FAILED", "ship SUCCESSFUL");
    }

    private static String context(String condition) {
        return "successCriteria: [{context: $inputs, type: jsonpath, condition: \"" + condition + "\"}]";
    }
}
