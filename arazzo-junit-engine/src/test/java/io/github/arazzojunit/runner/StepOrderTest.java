package io.github.arazzojunit.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.reader.DocumentReader;
import io.github.arazzojunit.reader.ReadLimits;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepOrderTest {

    private static final String HEAD = """
            arazzo: 1.1.0
            info: {title: Test, version: 1.0.0}
            sourceDescriptions: [{name: api, url: api.yaml, type: openapi}]
            workflows:
            """;

    @Test
    void AMB_22_without_depends_on_the_order_is_that_of_the_text_whatever_is_read() {
        assertThat(order("""
                - {stepId: a, operationId: x, parameters: [{name: p, in: query, value: $steps.b.outputs.o}]}
                - {stepId: b, operationId: x, outputs: {o: $statusCode}}""")).containsExactly("a", "b");
    }

    @Test
    void STP_87_dependencies_come_first_and_the_rest_keeps_its_order() {
        assertThat(order("""
                - {stepId: a, operationId: x}
                - {stepId: b, operationId: x, dependsOn: [e, d]}
                - {stepId: c, operationId: x}
                - {stepId: d, operationId: x, dependsOn: [f]}
                - {stepId: e, operationId: x}
                - {stepId: f, operationId: x}""")).containsExactly("a", "f", "d", "e", "b", "c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$workflows.w.steps.b", "b"})
    void STP_82_both_spellings_of_a_step_of_the_workflow_count(String reference) {
        assertThat(order("""
                - {stepId: a, operationId: x, dependsOn: [%s]}
                - {stepId: b, operationId: x}""".formatted(reference))).containsExactly("b", "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$workflows.other.steps.b", "$sourceDescriptions.api.w.steps.b"})
    void STP_82_steps_of_other_workflows_change_no_order(String reference) {
        assertThat(order("""
                - {stepId: a, operationId: x, dependsOn: [%s]}
                - {stepId: b, operationId: x}""".formatted(reference))).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parameters: [{name: p, in: query, value: $steps.b.outputs.o}]",
                "parameters: [{name: p, in: query, value: 'x {$steps.b.outputs.o}'}]",
                "parameters: [{name: p, in: query, value: [{deep: $steps.b.outputs.o}]}]",
                "requestBody: {payload: {a: $steps.b.outputs.o}}",
                "requestBody: {payload: {}, replacements: [{target: /a, value: $steps.b.outputs.o}]}",
                "outputs: {o: $steps.b.outputs.o}",
                "outputs: {o: {context: $steps.b.outputs.o, selector: /a, type: jsonpointer}}",
                "successCriteria: [{condition: $statusCode == $steps.b.outputs.o}]",
                "successCriteria: [{condition: '$[0]', context: $steps.b.outputs.o, type: jsonpath}]",
                "successCriteria: [{condition: '$[{$steps.b.outputs.o}]', context: $response.body, type: jsonpath}]",
                "onSuccess: [{name: n, type: end, criteria: [{condition: $steps.b.outputs.o == 1}]}]",
                "onFailure: [{name: n, type: end, criteria: [{condition: $steps.b.outputs.o == 1}]}]",
                "onSuccess: [{name: n, type: goto, workflowId: w, parameters: [{name: i, value: $steps.b.outputs.o}]}]",
                "onFailure: [{name: n, type: retry, workflowId: w, parameters: [{name: i, value: $steps.b.outputs.o}]}]",
                "outputs: {o: $workflows.w.steps.b.outputs.o}"
            })
    void STP_86_whatever_a_step_reads_it_depends_on(String field) {
        assertThat(order("""
                - {stepId: a, operationId: x, %s}
                - {stepId: b, operationId: x, outputs: {o: $statusCode}}
                - {stepId: c, operationId: x, dependsOn: [b]}""".formatted(field))).containsExactly("b", "a", "c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "description: $steps.b.outputs.o",
                "outputs: {o: $workflows.other.steps.b.outputs.o}",
                "successCriteria: [{condition: $steps.b.outputs.o ==}]",
                "outputs: {o: $steps.a.outputs.o}"
            })
    void STP_86_what_reads_no_other_step_changes_no_order(String field) {
        assertThat(order("""
                - {stepId: a, operationId: x, %s}
                - {stepId: b, operationId: x, outputs: {o: $statusCode}}
                - {stepId: c, operationId: x, dependsOn: [b]}""".formatted(field))).containsExactly("a", "b", "c");
    }

    @Test
    void STP_86_parameters_of_the_workflow_are_read_by_each_step_that_does_not_override_them() {
        Workflow workflow = workflow("""
                parameters: [{name: p, in: query, value: $steps.b.outputs.o}]
                steps:
                  - {stepId: a, operationId: x}
                  - {stepId: b, operationId: x, parameters: [{name: p, in: query, value: 1}]}
                  - {stepId: c, operationId: x, dependsOn: [b], parameters: [{name: p, in: query, value: 1}]}""");

        assertThat(StepOrder.of(workflow)).extracting(Step::stepId).containsExactly("b", "a", "c");
    }

    @Test
    void AMB_22_reading_in_a_circle_is_left_out_of_account() {
        assertThat(order("""
                - {stepId: a, operationId: x, outputs: {o: $steps.b.outputs.o}}
                - {stepId: b, operationId: x, outputs: {o: $steps.a.outputs.o}}
                - {stepId: c, operationId: x, dependsOn: [d]}
                - {stepId: d, operationId: x}""")).containsExactly("a", "b", "d", "c");
    }

    @Test
    void AMB_22_a_circle_of_dependencies_leaves_the_order_of_the_text() {
        assertThat(order("""
                - {stepId: a, operationId: x, dependsOn: [d]}
                - {stepId: b, operationId: x, dependsOn: [c]}
                - {stepId: c, operationId: x, dependsOn: [b]}
                - {stepId: d, operationId: x}""")).containsExactly("a", "b", "c", "d");
    }

    private static List<String> order(String steps) {
        return StepOrder.of(workflow("steps:\n" + steps.indent(2))).stream()
                .map(Step::stepId)
                .toList();
    }

    private static Workflow workflow(String fields) {
        String text = HEAD + "  - workflowId: w\n" + fields.indent(4);
        DocumentReader.DocumentReading reading = DocumentReader.read(
                URI.create("file:/test.arazzo.yaml"), text.getBytes(StandardCharsets.UTF_8), ReadLimits.DEFAULT);
        return reading.document().orElseThrow().workflow("w").orElseThrow();
    }
}
