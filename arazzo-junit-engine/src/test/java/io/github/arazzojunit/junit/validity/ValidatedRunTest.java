package io.github.arazzojunit.junit.validity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only the sources show is known before the first request of a workflow. */
class ValidatedRunTest {

    private static final String WHOLE = """
            - workflowId: whole
              steps: [{stepId: list, operationId: listOrders}]
            """;

    private static final String BROKEN = """
            - workflowId: broken
              steps:
                - stepId: list
                  operationId: listOrders
                - stepId: unfinished
                  operationId: readOrder
                  parameters: [{name: colour, in: path, value: red}, {name: id, in: path, value: o-1}]
            """;

    @TempDir
    Path folder;

    private ShopModule module;

    @BeforeEach
    void setUp() {
        module = new ShopModule(folder);
    }

    @AfterEach
    void tearDown() {
        module.close();
    }

    @Test
    void an_error_that_the_sources_show_fails_the_workflow_before_any_request() {
        module.document("a.arazzo.yaml", BROKEN);
        Outcome outcome = module.run("a.arazzo.yaml");

        assertThat(outcome.ends())
                .containsExactly(
                        "list SKIPPED not reached: the workflow is not valid",
                        "unfinished SKIPPED not reached: the workflow is not valid",
                        "broken FAILED");
        assertThat(outcome.message("broken"))
                .startsWith("Workflow 'broken' is not valid and was not started:\n  a.arazzo.yaml:11:")
                .contains("colour")
                .endsWith("[path-parameter-without-placeholder]");
        assertThat(module.requests()).isEmpty();
    }

    @Test
    void nothing_else_is_lost_beside_a_broken_workflow() {
        module.document("a.arazzo.yaml", BROKEN + WHOLE);

        assertThat(module.run("a.arazzo.yaml").ends())
                .contains("broken FAILED")
                .endsWith("list SUCCESSFUL", "whole SUCCESSFUL");
        assertThat(module.requests()).containsExactly("GET /orders");
    }

    @Test
    void findings_of_discovery_and_of_the_sources_are_told_together() {
        module.document("a.arazzo.yaml", """
                - workflowId: broken
                  steps:
                    - stepId: list
                      operationId: listOrder
                      onFailure: [{name: back, type: goto, stepId: lst}]
                """);
        Outcome outcome = module.run("a.arazzo.yaml");

        assertThat(outcome.message("broken")).contains("[unknown-step]").contains("[unknown-operation]");
        assertThat(module.requests()).isEmpty();
    }

    @Test
    void a_schema_of_inputs_that_is_none_fails_the_workflow_before_any_request() {
        module.document("a.arazzo.yaml", """
                - workflowId: broken
                  inputs: {type: object, properties: {id: {pattern: '('}}}
                  steps: [{stepId: list, operationId: listOrders}]
                """);
        Outcome outcome = module.run("a.arazzo.yaml");

        assertThat(outcome.ends())
                .containsExactly("list SKIPPED not reached: the workflow is not valid", "broken FAILED");
        assertThat(outcome.message("broken")).contains("a.arazzo.yaml:6:").endsWith("[broken-inputs-schema]");
        assertThat(module.requests()).isEmpty();
    }

    @Test
    void what_the_sources_warn_of_is_an_entry_of_the_workflow_once_for_all_of_its_rows() {
        twoSources();
        module.file("a.arazzo.inputs.yaml", "unqualified: [{name: one, inputs: {}}, {name: two, inputs: {}}]");
        Outcome outcome = module.run("a.arazzo.yaml");

        assertThat(outcome.ends())
                .containsExactly(
                        "list SUCCESSFUL",
                        "one SUCCESSFUL",
                        "list SUCCESSFUL",
                        "two SUCCESSFUL",
                        "unqualified SUCCESSFUL");
        assertThat(outcome.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .startsWith("unqualified: a.arazzo.yaml:6:")
                        .endsWith("[bare-operation-id]"));
    }

    @Test
    void what_the_sources_warn_of_is_an_error_under_strict_validation() {
        twoSources();
        Outcome outcome = module.configure("arazzo.validation", "strict").run("a.arazzo.yaml");

        assertThat(outcome.ends())
                .containsExactly("list SKIPPED not reached: the workflow is not valid", "unqualified FAILED");
        assertThat(outcome.message("unqualified")).endsWith("[bare-operation-id]");
        assertThat(module.requests()).isEmpty();
    }

    private void twoSources() {
        module.file("other.yaml", "{openapi: 3.1.0, info: {title: Other, version: '1'}, paths: {}}");
        module.document("a.arazzo.yaml", "{name: shop, url: ./shop.yaml}, {name: other, url: ./other.yaml}", """
                - workflowId: unqualified
                  steps: [{stepId: list, operationId: listOrders}]
                """);
    }

    @Test
    void AMB_05_a_source_that_cannot_be_used_fails_only_the_steps_that_need_it() {
        module.document("a.arazzo.yaml", "{name: shop, url: ./shop.yaml}, {name: gone, url: ./gone.yaml}", """
                - workflowId: needs
                  steps:
                    - {stepId: list, operationId: $sourceDescriptions.shop.listOrders}
                    - {stepId: gone, operationId: $sourceDescriptions.gone.any}
                - workflowId: whole
                  steps: [{stepId: list, operationId: $sourceDescriptions.shop.listOrders}]
                """);
        Outcome outcome = module.run("a.arazzo.yaml");

        assertThat(outcome.ends())
                .containsExactly(
                        "list SUCCESSFUL", "gone FAILED", "needs SUCCESSFUL", "list SUCCESSFUL", "whole SUCCESSFUL");
        assertThat(outcome.message("gone")).contains("gone.yaml: there is no such file.");
        assertThat(outcome.warnings())
                .satisfiesExactly(
                        needed -> assertThat(needed)
                                .startsWith("needs: a.arazzo.yaml:3:")
                                .endsWith("[source-not-usable]"),
                        other -> assertThat(other)
                                .startsWith("whole: a.arazzo.yaml:3:")
                                .contains("This workflow does not need it."));
    }

    @Test
    void a_workflow_of_another_document_that_is_not_valid_fails_the_step_that_calls_it() {
        module.document("b.arazzo.yaml", """
                - workflowId: called
                  steps: [{stepId: list, operationId: listOrders}, {stepId: nothing}]
                """);
        module.document("a.arazzo.yaml", "{name: b, url: ./b.arazzo.yaml, type: arazzo}", """
                - workflowId: calls
                  steps: [{stepId: call, workflowId: $sourceDescriptions.b.called}]
                """);
        Outcome outcome = module.run("a.arazzo.yaml");

        assertThat(outcome.ends()).containsExactly("call FAILED", "calls SUCCESSFUL");
        assertThat(outcome.message("call")).contains("b.arazzo.yaml:6:").contains("[step-without-target]");
        assertThat(module.requests()).isEmpty();
    }

    @Test
    void DOC_24_a_document_that_runs_later_can_be_named_by_its_identity() {
        module.file("b.arazzo.yaml", """
                arazzo: 1.1.0
                $self: https://docs.example.org/called
                info: {title: Title, version: 1.0.0}
                sourceDescriptions: [{name: shop, url: '%s'}]
                workflows:
                  - workflowId: called
                    steps: [{stepId: list, operationId: listOrders}]
                """.formatted(folder.resolve("shop.yaml").toUri()));
        module.document("a.arazzo.yaml", "{name: b, url: 'https://docs.example.org/called', type: arazzo}", """
                - workflowId: calls
                  steps: [{stepId: call, workflowId: $sourceDescriptions.b.called}]
                """);

        assertThat(module.run("a.arazzo.yaml", "b.arazzo.yaml").ends())
                .containsExactly(
                        "list SUCCESSFUL",
                        "call SUCCESSFUL",
                        "calls SUCCESSFUL",
                        "list SUCCESSFUL",
                        "called SUCCESSFUL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"operationId: listOrder", "successCriteria: [{condition: '$statusCode = 200'}]", "timeout: x"})
    void a_prerequisite_that_is_not_valid_prevents_what_depends_on_it(String mistake) {
        String target = mistake.startsWith("operationId") ? "" : "operationId: listOrders, ";
        module.document("a.arazzo.yaml", """
                - workflowId: before
                  steps: [{stepId: first, %s}]
                - workflowId: after
                  dependsOn: [before]
                  steps: [{stepId: second, operationId: createOrder}]
                """.formatted(target + mistake));
        Outcome outcome = module.run("a.arazzo.yaml");

        assertThat(outcome.ends())
                .containsExactly(
                        "first SKIPPED not reached: the workflow is not valid",
                        "before FAILED",
                        "second SKIPPED not reached: the workflow failed",
                        "after ABORTED");
        assertThat(module.requests()).isEmpty();
    }

    @Test
    void a_workflow_that_a_goto_names_and_that_is_not_valid_fails_where_it_would_begin() {
        module.document("a.arazzo.yaml", """
                - workflowId: from
                  steps:
                    - stepId: first
                      operationId: listOrders
                      onSuccess: [{name: on, type: goto, workflowId: to}]
                - workflowId: to
                  steps: [{stepId: second, operationId: createOrders}]
                """);
        Outcome outcome = module.run("a.arazzo.yaml");

        assertThat(outcome.ends()).contains("first SUCCESSFUL", "goto to FAILED");
        assertThat(outcome.message("goto to")).endsWith("[unknown-operation]");
        assertThat(module.requests()).containsExactly("GET /orders");
    }
}
