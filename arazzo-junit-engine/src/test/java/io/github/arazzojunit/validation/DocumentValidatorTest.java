package io.github.arazzojunit.validation;

import static io.github.arazzojunit.validation.Documents.document;
import static io.github.arazzojunit.validation.Documents.step;
import static io.github.arazzojunit.validation.Documents.workflow;
import static io.github.arazzojunit.validation.ValidationRule.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Finding.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the document alone shows: each rule alone, one fault gives one finding at the faulty place. */
class DocumentValidatorTest {

    private static final String CALL = "{stepId: a, operationId: $sourceDescriptions.api.get";
    private static final String STEP = "/workflows/0/steps/0";
    private static final String SECOND = "/workflows/0/steps/1";
    private static final String VALUE = STEP + "/parameters/0/value";
    private static final String CONDITION = STEP + "/successCriteria/0/condition";

    /** Rules that need the sources, which {@link LinkedValidationTest} covers. */
    private static final Set<ValidationRule> LINKED = EnumSet.of(
            AMBIGUOUS_OPERATION,
            INVALID_INPUTS_SCHEMA,
            BROKEN_INPUTS_SCHEMA,
            PATH_PARAMETER_WITHOUT_PLACEHOLDER,
            CHANNEL_PARAMETER_OF_OPERATION,
            UNDECLARED_PARAMETER,
            REQUIRED_PARAMETER_MISSING,
            BODY_WITHOUT_MEANING,
            REQUIRED_BODY_MISSING,
            CONTENT_TYPE_NOT_OFFERED,
            BROKEN_DESCRIPTION,
            UNUSUAL_DESCRIPTION,
            UNDECLARED_REQUEST_VALUE,
            REFERENCED_BY_LOCATION,
            SAME_IDENTITY,
            IDENTITY_NOT_UNIQUE);

    @ParameterizedTest(name = "{0} [{1}]")
    @MethodSource("faults")
    void one_fault_gives_one_finding(String sentence, ValidationRule rule, String pointer, String document) {
        assertThat(findings(document)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(rule.id());
            assertThat(finding.severity()).isEqualTo(rule.severity());
            assertThat(finding.pointer()).isEqualTo(pointer);
            assertThat(finding.message()).endsWith(".");
            assertThat(finding.remedy()).isNotBlank();
        });
    }

    @Test
    void STP_14_an_operationId_that_is_written_as_an_operationPath_says_so() {
        assertThat(findings(workflow("steps: [{stepId: a, operationId: '$sourceDescriptions.api#/paths/~1a/get'}]")))
                .singleElement()
                .extracting(Finding::remedy)
                .isEqualTo("Write it as 'operationPath: {$sourceDescriptions.api.url}#/paths/~1a/get'.");
    }

    @Test
    void every_rule_has_a_fault() {
        Set<ValidationRule> covered = faults().map(fault -> (ValidationRule) fault.get()[1])
                .collect(Collectors.toCollection(() -> EnumSet.copyOf(LINKED)));

        assertThat(covered).containsExactlyInAnyOrder(ValidationRule.values());
    }

    static Stream<Arguments> faults() {
        return Stream.of(names(), places(), texts(), flow(), calls(), targets(), inputs())
                .flatMap(stream -> stream);
    }

    private static Stream<Arguments> names() {
        String outputs = ", outputs: {id: $response.body#/id}}";
        return Stream.of(
                arguments(
                        "EXP-06 an expression names a step that does not exist",
                        UNKNOWN_STEP,
                        VALUE,
                        value("$steps.nobody.outputs.id")),
                arguments(
                        "EXP-06 an expression reads an output that its step does not declare",
                        UNDECLARED_OUTPUT,
                        "/workflows/0/outputs/o",
                        workflow("outputs: {o: $steps.a.outputs.ID}, steps: [" + CALL + outputs + "]")),
                arguments(
                        "EXP-06 a criterion reads an output that its step does not declare",
                        UNDECLARED_OUTPUT_IN_CRITERION,
                        "/workflows/0/steps/1/successCriteria/0/condition",
                        workflow(
                                "steps: [" + CALL + outputs
                                        + ", {stepId: b, operationId: list, successCriteria: [{condition: $steps.a.outputs.ID != 1}]}]")),
                arguments(
                        "AMB-14 neither a workflow nor the one that it hands over to declares an output",
                        UNDECLARED_OUTPUT,
                        "/workflows/0/outputs/o",
                        document(
                                "1.1.0",
                                "",
                                "{workflowId: w, outputs: {o: $workflows.v.outputs.nothing}, steps: [{stepId: a, workflowId:"
                                        + " v}]}, {workflowId: v, steps: [{stepId: a, operationId:"
                                        + " $sourceDescriptions.api.get, onSuccess: [{name: n, type: goto, workflowId:"
                                        + " u}]}]}, {workflowId: u, outputs: {id: $inputs.i}, steps: [{stepId: a, operationId:"
                                        + " $sourceDescriptions.api.get}]}")),
                arguments(
                        "EXP-06 an expression names a workflow that does not exist",
                        UNKNOWN_WORKFLOW,
                        VALUE,
                        value("$workflows.nobody.outputs.id")),
                arguments(
                        "EXP-06 an expression names a source that does not exist",
                        UNKNOWN_SOURCE,
                        VALUE,
                        value("$sourceDescriptions.nobody.url")),
                arguments(
                        "EXP-06 an expression names a component that does not exist",
                        UNDECLARED_COMPONENT,
                        VALUE,
                        value("$components.parameters.nobody")),
                arguments(
                        "AMB-63 an expression reads a component outside of a reference",
                        COMPONENT_EXPRESSION,
                        VALUE,
                        document(
                                "1.1.0",
                                "components: {parameters: {p: {name: p, in: query, value: 1}}}",
                                "{workflowId: w, steps: [" + CALL
                                        + ", parameters: [{name: q, in: query, value: $components.parameters.p}]}]}")),
                arguments(
                        "WF-15 an expression reads an input that the schema does not list",
                        UNDECLARED_INPUT,
                        VALUE,
                        inputs("{type: object, properties: {id: {}}}", "$inputs.user")),
                arguments(
                        "EXP-27 a dot reaches into an input",
                        DOTTED_ACCESS,
                        VALUE,
                        inputs("{type: object, properties: {user: {}}}", "$inputs.user.name")),
                arguments(
                        "EXP-22 an expression reads a workflow that nothing runs",
                        WORKFLOW_NOT_EXECUTED,
                        VALUE,
                        document(
                                "1.1.0",
                                "",
                                "{workflowId: w, steps: [" + CALL
                                        + ", parameters: [{name: q, in: query, value: $workflows.v.outputs.id}]}]},"
                                        + " {workflowId: v, outputs: {id: $inputs.id}, steps: [" + CALL + "}]}")),
                arguments(
                        "STP-90 an expression reads a step of another workflow",
                        STEP_OF_OTHER_WORKFLOW,
                        VALUE,
                        document(
                                "1.1.0",
                                "",
                                "{workflowId: w, dependsOn: [v], steps: [" + CALL
                                        + ", parameters: [{name: q, in: query, value:"
                                        + " $workflows.v.steps.a.outputs.id}]}]},"
                                        + " {workflowId: v, steps: [" + CALL + outputs + "]}")),
                arguments("AMB-64 an expression reads an absent $self", SELF_ABSENT, VALUE, value("$self")));
    }

    private static Stream<Arguments> places() {
        return Stream.of(
                arguments(
                        "EXP-07 a parameter reads the response of its own step",
                        EXPRESSION_BEFORE_REQUEST,
                        VALUE,
                        value("$response.body#/id")),
                arguments(
                        "EXP-08 an output of a workflow reads a response",
                        EXCHANGE_IN_WORKFLOW_OUTPUT,
                        "/workflows/0/outputs/o",
                        workflow("outputs: {o: $response.body#/id}, steps: [" + CALL + "}]")),
                arguments(
                        "AMB-17 a step that calls a workflow reads a status",
                        EXCHANGE_OF_CALLED_WORKFLOW,
                        CONDITION,
                        document(
                                "1.1.0",
                                "",
                                "{workflowId: w, steps: [{stepId: a, workflowId: v, successCriteria:"
                                        + " [{condition: $statusCode == 200}]}]}, {workflowId: v, steps: [" + CALL
                                        + "}]}")),
                arguments(
                        "EXP-17 a criterion reads the query of a response",
                        MEANINGLESS_EXPRESSION,
                        CONDITION,
                        step("successCriteria: [{condition: $response.query.a == 1}]")),
                arguments(
                        "AMB-60 an operation step reads $outputs",
                        OUTPUTS_OUT_OF_SCOPE,
                        CONDITION,
                        step("successCriteria: [{condition: $outputs.a == 1}]")),
                arguments(
                        "AMB-66 a pointer is percent-encoded",
                        PERCENT_ENCODED_POINTER,
                        CONDITION,
                        step("successCriteria: [{condition: '$response.body#/a%20b == 1'}]")),
                arguments(
                        "EXP-02 a document of 1.0 reads a message",
                        NEWER_EXPRESSION,
                        CONDITION,
                        document(
                                "1.0.1",
                                "",
                                "{workflowId: w, steps: [" + CALL
                                        + ", successCriteria: [{condition: $message.payload == 1}]}]}")));
    }

    private static Stream<Arguments> texts() {
        return Stream.of(
                arguments(
                        "EXP-05 an output is no expression",
                        INVALID_OUTPUT_EXPRESSION,
                        STEP + "/outputs/o",
                        step("outputs: {o: done}")),
                arguments(
                        "STP-96 an output has text around its expression",
                        EMBEDDED_OUTPUT,
                        STEP + "/outputs/o",
                        step("outputs: {o: 'id-{$response.body#/id}'}")),
                arguments(
                        "AMB-27 the context of a selector is a constant",
                        SELECTOR_CONTEXT,
                        VALUE + "/context",
                        step(
                                "parameters: [{name: q, in: query, value: {context: page, selector: $.id, type: jsonpath}}]")),
                arguments(
                        "AMB-27 the context of a selector is no expression",
                        SELECTOR_CONTEXT,
                        VALUE + "/context",
                        step("parameters: [{name: q, in: query, value: {context: $steps.a.outputs, selector: $.id,"
                                + " type: jsonpath}}]")),
                arguments(
                        "EXP-04 a constant nearly is an expression",
                        LITERAL_LIKE_EXPRESSION,
                        VALUE,
                        value("$Inputs.id")),
                arguments(
                        "CRT-50 a pattern can match nothing",
                        PATTERN_MATCHES_NOTHING,
                        CONDITION,
                        step("successCriteria: [{context: $response.body, type: jsonpath, condition:"
                                + " \"$.a[?!match(@.b, 'a(')]\"}]")),
                arguments(
                        "BOD-23 the target of a replacement in JSON is no pointer",
                        REPLACEMENT_TARGET,
                        STEP + "/requestBody/replacements/0/target",
                        step("requestBody: {payload: {a: 1}, replacements: [{target: $.a, value: 2}]}")));
    }

    private static Stream<Arguments> flow() {
        String next = "}, {stepId: b, operationId: $sourceDescriptions.api.get, outputs: {id: $statusCode}";
        return Stream.of(
                arguments(
                        "STP-88 a step reads the output of a later one",
                        FORWARD_REFERENCE,
                        VALUE,
                        workflow("steps: [" + CALL + ", parameters: [{name: q, in: query, value: $steps.b.outputs.id}]"
                                + next + "}]")),
                arguments(
                        "STP-88 a jump back makes a later output readable, but not the first time",
                        FORWARD_REFERENCE_IN_LOOP,
                        VALUE,
                        workflow("steps: [" + CALL + ", parameters: [{name: q, in: query, value: $steps.b.outputs.id}]"
                                + next + ", onSuccess: [{name: g, type: goto, stepId: a, criteria: [{condition:"
                                + " $statusCode == 202}]}]}]")),
                arguments(
                        "STP-88 a retry that runs the later step makes its output readable, but not the first time",
                        FORWARD_REFERENCE_IN_LOOP,
                        VALUE,
                        workflow("steps: [" + CALL + ", parameters: [{name: q, in: query, value: $steps.b.outputs.id}]"
                                + ", onFailure: [{name: r, type: retry, stepId: b}]" + next + "}]")),
                arguments(
                        "STP-82 dependsOn has the form of an expression",
                        INVALID_STEP_REFERENCE,
                        SECOND + "/dependsOn/0",
                        workflow("steps: [{stepId: a, operationId: $sourceDescriptions.bus.get, action: send" + next
                                + ", dependsOn: [$steps.a]}]")),
                arguments(
                        "STP-84 a step waits for itself",
                        STEP_DEPENDENCY_CYCLE,
                        STEP + "/dependsOn/0",
                        workflow("steps: [{stepId: a, operationId: $sourceDescriptions.bus.get, action: send,"
                                + " dependsOn: [a]}]")),
                arguments(
                        "STP-84 a step waits for one that does not exist",
                        UNKNOWN_STEP,
                        STEP + "/dependsOn/0",
                        workflow("steps: [{stepId: a, operationId: $sourceDescriptions.bus.get, action: send,"
                                + " dependsOn: [b]}]")),
                arguments(
                        "STP-89 dependsOn says what the order says",
                        DEPENDS_ON_NOT_NEEDED,
                        SECOND + "/dependsOn",
                        workflow("steps: [" + CALL + next + ", dependsOn: [a]}]")),
                arguments(
                        "ACT-20 a step stands behind an end",
                        UNREACHABLE_STEP,
                        SECOND,
                        workflow("steps: [" + CALL + ", onSuccess: [{name: e, type: end}]" + next + "}]")),
                arguments(
                        "ACT-05 an action goes to a step that does not exist",
                        UNKNOWN_STEP,
                        STEP + "/onFailure/0/stepId",
                        step("onFailure: [{name: g, type: goto, stepId: b}]")),
                arguments(
                        "ACT-06 an action goes to a workflow that does not exist",
                        UNKNOWN_WORKFLOW,
                        STEP + "/onFailure/0/workflowId",
                        step("onFailure: [{name: g, type: goto, workflowId: v}]")),
                arguments(
                        "WF-24 a workflow depends on itself",
                        DEPENDENCY_CYCLE,
                        "/workflows/0/dependsOn",
                        workflow("dependsOn: [w], steps: [" + CALL + "}]")),
                arguments(
                        "STP-49 a workflow calls itself in any case",
                        ENDLESS_RECURSION,
                        "/workflows/0/workflowId",
                        workflow("steps: [" + CALL + "}, {stepId: b, workflowId: w}]")));
    }

    private static Stream<Arguments> calls() {
        String callee =
                "{workflowId: v, inputs: {type: object, required: [id], properties: {id: {}}}, steps: [" + CALL + "}]}";
        return Stream.of(
                arguments(
                        "STP-40 a step calls a workflow that does not exist",
                        UNKNOWN_WORKFLOW,
                        STEP + "/workflowId",
                        workflow("steps: [{stepId: a, workflowId: v}]")),
                arguments(
                        "WF-22 a workflow depends on one of a source without workflows",
                        UNKNOWN_WORKFLOW,
                        "/workflows/0/dependsOn/0",
                        workflow("dependsOn: [$sourceDescriptions.api.v], steps: [" + CALL + "}]")),
                arguments(
                        "AMB-06 a step calls a workflow of another document that has the id of a local one",
                        REPEATED_WORKFLOW_ID,
                        STEP + "/workflowId",
                        workflow("steps: [{stepId: a, workflowId: $sourceDescriptions.bus.w}]")
                                .replace("asyncapi", "arazzo")),
                arguments(
                        "STP-42 a call lacks a required input",
                        MISSING_INPUT,
                        STEP + "/workflowId",
                        document("1.1.0", "", "{workflowId: w, steps: [{stepId: a, workflowId: v}]}, " + callee)),
                arguments(
                        "STP-42 a call passes an input that the workflow does not list",
                        UNEXPECTED_INPUT,
                        STEP + "/parameters/1",
                        document(
                                "1.1.0",
                                "",
                                "{workflowId: w, steps: [{stepId: a, workflowId: v, parameters: [{name: id, value: 1},"
                                        + " {name: ID, value: 1}]}]}, " + callee)));
    }

    private static Stream<Arguments> targets() {
        return Stream.of(
                arguments(
                        "STP-14 an operation is named in a source that does not exist",
                        UNKNOWN_SOURCE,
                        STEP + "/operationId",
                        workflow("steps: [{stepId: a, operationId: $sourceDescriptions.API.get}]")),
                arguments(
                        "STP-21 an operationPath names no source",
                        UNKNOWN_OPERATION,
                        STEP + "/operationPath",
                        workflow("steps: [{stepId: a, operationPath: 'https://example.com/api#/paths/~1a/get'}]")),
                arguments(
                        "AMB-16 an operationPath names its source without braces",
                        OPERATION_PATH_SPELLING,
                        STEP + "/operationPath",
                        workflow("steps: [{stepId: a, operationPath: '$sourceDescriptions.api#/paths/~1a/get'}]")),
                arguments(
                        "STP-28 a channelPath names no source",
                        INVALID_CHANNEL_PATH,
                        STEP + "/channelPath",
                        workflow("steps: [{stepId: a, channelPath: orders, action: send}]")),
                arguments(
                        "STP-28 a channelPath names its source without braces",
                        CHANNEL_PATH_SPELLING,
                        STEP + "/channelPath",
                        workflow("steps: [{stepId: a, channelPath: '$sourceDescriptions.bus#/channels/a', action:"
                                + " send}]")),
                arguments(
                        "ASY-02 a step on an AsyncAPI operation does not say whether to send",
                        ASYNC_STEP_WITHOUT_ACTION,
                        STEP + "/operationId",
                        workflow("steps: [{stepId: a, operationId: $sourceDescriptions.bus.get}]")),
                arguments(
                        "ASY-02 a step on an OpenAPI operation says that it sends",
                        MESSAGE_FIELD_ON_OPERATION,
                        STEP + "/action",
                        step("action: send")));
    }

    private static Stream<Arguments> inputs() {
        return Stream.of(arguments(
                "WF-13 the schema of the inputs refers to nothing",
                DANGLING_SCHEMA_REFERENCE,
                "/workflows/0/inputs/$ref",
                workflow("inputs: {$ref: '#/components/inputs/nobody'}, steps: [" + CALL + "}]")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conforming")
    void what_conforms_gives_no_finding(String sentence, String document) {
        assertThat(findings(document)).isEmpty();
    }

    static Stream<Arguments> conforming() {
        return Stream.of(
                arguments(
                        "STP-49 a call behind a branch is no endless recursion",
                        workflow("steps: [" + CALL
                                + ", onSuccess: [{name: e, type: end, criteria: [{condition: $statusCode == 204}]}]},"
                                + " {stepId: b, workflowId: w}]")),
                arguments(
                        "WF-24 a diamond is no cycle",
                        document(
                                "1.1.0",
                                "",
                                "{workflowId: w, dependsOn: [x, y], steps: [" + CALL
                                        + "}]}, {workflowId: x, dependsOn: [z], steps: [" + CALL
                                        + "}]}, {workflowId: y, dependsOn: [z], steps: [" + CALL
                                        + "}]}, {workflowId: z, steps: [" + CALL + "}]}")),
                arguments(
                        "AMB-18 an action reads the outputs of its own step",
                        step("outputs: {id: $statusCode}, onSuccess: [{name: e, type: end, criteria: [{condition:"
                                + " $steps.a.outputs.id == 200}]}]")),
                arguments(
                        "STP-47 a call reads the outputs of the called workflow",
                        document(
                                "1.1.0",
                                "",
                                "{workflowId: w, steps: [{stepId: a, workflowId: v, outputs: {id: $outputs.id}}]},"
                                        + " {workflowId: v, outputs: {id: $inputs.id}, steps: [" + CALL + "}]}")),
                arguments(
                        "AMB-60 an output of a workflow reads an earlier one",
                        workflow("outputs: {a: $inputs.a, b: $outputs.a}, steps: [" + CALL + "}]")),
                arguments(
                        "WF-15 a schema that allows more inputs lists none of them",
                        inputs("{properties: {id: {}}, additionalProperties: true}", "$inputs.user")),
                arguments(
                        "STP-40 the workflow that is called may be broken itself",
                        document(
                                "1.1.0",
                                "",
                                "{workflowId: w, steps: [{stepId: a, workflowId: v}]}," + " {workflowId: v, steps: ["
                                        + CALL + "}]}")));
    }

    @Test
    void what_is_wrong_in_a_component_is_reported_where_a_workflow_uses_it() {
        String document = document(
                "1.1.0",
                "components: {parameters: {p: {name: p, in: query, value: $steps.nobody.outputs.id}}}",
                "{workflowId: w, steps: [" + CALL + ", parameters: [{reference: $components.parameters.p}]}]},"
                        + " {workflowId: v, steps: [" + CALL + "}]}");

        assertThat(findings(document)).singleElement().satisfies(finding -> {
            assertThat(finding.pointer()).isEqualTo(STEP + "/parameters/0");
            assertThat(finding.message()).startsWith("In test.arazzo.yaml:4:");
        });
    }

    @Test
    void spellings_that_are_read_leniently_are_warnings_with_the_conforming_spelling() {
        assertThat(findings(value("Bearer $inputs.token"))).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("expression-without-braces");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.remedy()).contains("{$inputs.token}");
        });
    }

    @Test
    void CRT_29_a_condition_without_any_reading_is_an_error() {
        assertThat(findings(step("successCriteria: [{condition: statusCode is fine}]")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("condition-syntax");
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.pointer()).isEqualTo(CONDITION);
                });
    }

    @Test
    void AMB_46_a_root_filter_is_a_hint_also_in_strict_mode() {
        List<Finding> findings =
                findings(step("successCriteria: [{context: $response.body, type: jsonpath, condition: '$[?@.a]'}]"));

        assertThat(Strictness.strict(findings))
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(Severity.HINT);
    }

    @Test
    void strict_mode_makes_errors_of_warnings_about_conformance_only() {
        String document = document(
                "1.1.0",
                "",
                "{workflowId: w, inputs: {properties: {user: {}}}, steps: [" + CALL
                        + ", parameters: [{name: q, in: query, value: $inputs.user.name},"
                        + " {name: r, in: query, value: $inputs.other}]}]}");

        assertThat(Strictness.strict(findings(document)))
                .extracting(Finding::rule, Finding::severity)
                .containsExactlyInAnyOrder(
                        tuple("dotted-access", Severity.ERROR), tuple("undeclared-input", Severity.WARNING));
    }

    private static String value(String value) {
        return step("parameters: [{name: q, in: query, value: " + value + "}]");
    }

    private static String inputs(String schema, String value) {
        return workflow("inputs: " + schema + ", steps: [" + CALL + ", parameters: [{name: q, in: query, value: "
                + value + "}]}]");
    }

    private static List<Finding> findings(String document) {
        return DocumentValidator.validate(Documents.read(Documents.FILE, document));
    }
}
