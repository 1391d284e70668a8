package io.github.arazzojunit.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.arazzojunit.model.Finding;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule alone: one fault in a document gives one finding, at the faulty place. */
class ReaderRuleTest {

    private static final String V10 = "1.0.1";
    private static final String V11 = "1.1.0";

    /** Rules of the text, which {@link LocatedReaderTest} covers. */
    private static final Set<ReaderRule> TEXT_RULES =
            EnumSet.range(ReaderRule.FILE_TOO_LARGE, ReaderRule.UNUSABLE_NUMBER);

    private static final String STEP = "/workflows/0/steps/0";

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("faults")
    void one_fault_gives_one_finding(ReaderRule rule, String pointer, String document) {
        assertThat(findings(document)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(rule.id());
            assertThat(finding.severity()).isEqualTo(rule.severity());
            assertThat(finding.pointer()).isEqualTo(pointer);
            assertThat(finding.message()).endsWith(".");
            assertThat(finding.remedy()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("conforming")
    void what_conforms_gives_no_finding(String document) {
        assertThat(findings(document)).isEmpty();
    }

    @Test
    void a_missing_field_of_an_object_with_a_reference_of_another_format_says_so() {
        assertThat(findings(secondStep("stepId: t, operationId: a, parameters: [{$ref: './p.yaml'}]")))
                .filteredOn(finding -> finding.rule().equals(ReaderRule.MISSING_FIELD.id()))
                .extracting(Finding::remedy)
                .containsOnly("'$ref' has no meaning here: write the object itself.");
    }

    @Test
    void every_rule_has_a_fault() {
        Set<ReaderRule> covered = faults().map(fault -> (ReaderRule) fault.get()[0])
                .collect(Collectors.toCollection(() -> EnumSet.copyOf(TEXT_RULES)));

        assertThat(covered).containsExactlyInAnyOrder(ReaderRule.values());
    }

    static Stream<Arguments> faults() {
        return Stream.of(documents(), sourcesAndComponents(), workflows(), steps(), parameters(), criteria(), actions())
                .flatMap(stream -> stream);
    }

    private static Stream<Arguments> documents() {
        String minimal = document(V11, "", "", "");
        return Stream.of(
                arguments(ReaderRule.ROOT_NOT_OBJECT, "", "[]"),
                arguments(ReaderRule.ROOT_NOT_OBJECT, "", "arazzo"),
                arguments(ReaderRule.MISSING_FIELD, "", "{}"),
                arguments(ReaderRule.VERSION_NOT_TEXT, "/arazzo", "arazzo: 1.1"),
                arguments(ReaderRule.VERSION_NOT_TEXT, "/arazzo", "arazzo:"),
                arguments(ReaderRule.VERSION_FORMAT, "/arazzo", "arazzo: '1.1'"),
                arguments(ReaderRule.VERSION_FORMAT, "/arazzo", "arazzo: 1.1.0rc1"),
                arguments(ReaderRule.UNSUPPORTED_VERSION, "/arazzo", "arazzo: 1.2.0"),
                arguments(ReaderRule.UNSUPPORTED_VERSION, "/arazzo", "arazzo: 2.0.0"),
                arguments(ReaderRule.MISSING_FIELD, "", minimal.replace("info:", "x-info:")),
                arguments(ReaderRule.MISSING_FIELD, "/info", minimal.replace("title: T, ", "")),
                arguments(ReaderRule.WRONG_TYPE, "/info/version", minimal.replace("version: 1.0.0", "version: 1.0")),
                arguments(ReaderRule.WRONG_TYPE, "/info", minimal.replace("{title: T, version: 1.0.0}", "T")),
                arguments(
                        ReaderRule.UNKNOWN_FIELD, "/info/licence", minimal.replace("title: T", "title: T, licence: X")),
                arguments(ReaderRule.UNKNOWN_FIELD, "/Components", document(V11, "Components: {}", "", "")),
                arguments(ReaderRule.SCHEMA_FIELD, "/$schema", document(V11, "$schema: https://example.com", "", "")),
                arguments(ReaderRule.MISSING_FIELD, "", minimal.replace("sourceDescriptions:", "x-sources:")),
                arguments(
                        ReaderRule.EMPTY_LIST,
                        "/workflows",
                        "{arazzo: 1.0.0, info: {title: T, version: '1'},"
                                + " sourceDescriptions: [{name: a, url: a}], workflows: []}"),
                arguments(
                        ReaderRule.EMPTY_LIST,
                        "/sourceDescriptions",
                        minimal.replace("[{name: api, url: a.yaml}]", "[]")),
                arguments(ReaderRule.NEWER_FEATURE, "/$self", document(V10, "$self: a.yaml", "", "")),
                arguments(ReaderRule.INVALID_URI, "/$self", document(V11, "$self: 'a\\b'", "", "")),
                arguments(ReaderRule.RAW_URI_CHARACTER, "/$self", document(V11, "$self: a b", "", "")),
                arguments(ReaderRule.SELF_FRAGMENT, "/$self", document(V11, "$self: 'a.yaml#b'", "", "")),
                arguments(ReaderRule.SELF_EMPTY, "/$self", document(V11, "$self: ''", "", "")),
                arguments(ReaderRule.WRONG_TYPE, "/$self", document(V11, "$self: 5", "", "")));
    }

    private static Stream<Arguments> sourcesAndComponents() {
        return Stream.of(
                arguments(ReaderRule.MISSING_FIELD, "/sourceDescriptions/0", sources(V11, "{name: a}")),
                arguments(ReaderRule.EMPTY_TEXT, "/sourceDescriptions/0/name", sources(V11, "{name: '', url: a}")),
                arguments(
                        ReaderRule.INVALID_URI,
                        "/sourceDescriptions/0/url",
                        sources(V11, "{name: a, url: 'http://[a'}")),
                arguments(
                        ReaderRule.RAW_URI_CHARACTER,
                        "/sourceDescriptions/0/url",
                        sources(V11, "{name: a, url: 'a {b}|100%.yaml'}")),
                arguments(
                        ReaderRule.INVALID_VALUE,
                        "/sourceDescriptions/0/type",
                        sources(V11, "{name: a, url: a, type: OpenAPI}")),
                arguments(
                        ReaderRule.NEWER_FEATURE,
                        "/sourceDescriptions/0/type",
                        sources(V10, "{name: a, url: a, type: asyncapi}")),
                arguments(
                        ReaderRule.DUPLICATE_SOURCE_NAME,
                        "/sourceDescriptions/1",
                        sources(V11, "{name: a, url: a}, {name: a, url: b}")),
                arguments(
                        ReaderRule.SOURCE_NAME_FORMAT,
                        "/sourceDescriptions/0/name",
                        sources(V10, "{name: a.b, url: a}")),
                arguments(
                        ReaderRule.SOURCE_NAME_UNADDRESSABLE,
                        "/sourceDescriptions/0/name",
                        sources(V11, "{name: a.b, url: a}")),
                arguments(ReaderRule.UNKNOWN_FIELD, "/components/steps", components("steps: {}")),
                arguments(ReaderRule.COMPONENT_KEY_FORMAT, "/components/inputs/a b", components("inputs: {a b: true}")),
                arguments(ReaderRule.WRONG_TYPE, "/components/inputs/a", components("inputs: {a: text}")),
                arguments(
                        ReaderRule.REFERENCE_IN_COMPONENT,
                        "/components/parameters/a",
                        components("parameters: {a: {reference: $components.parameters.b}}")),
                arguments(
                        ReaderRule.INVALID_VALUE,
                        "/components/successActions/a/type",
                        components("successActions: {a: {name: a, type: retry}}")),
                arguments(
                        ReaderRule.WRONG_TYPE,
                        "/components/parameters",
                        components("parameters: [{name: a, value: 1}]")));
    }

    private static Stream<Arguments> workflows() {
        return Stream.of(
                arguments(ReaderRule.MISSING_FIELD, "/workflows/1", secondWorkflow("x-id: a")),
                arguments(ReaderRule.DUPLICATE_WORKFLOW_ID, "/workflows/1/workflowId", secondWorkflow("workflowId: w")),
                arguments(ReaderRule.WORKFLOW_ID_FORMAT, "/workflows/1/workflowId", secondWorkflow("workflowId: a b")),
                arguments(ReaderRule.WRONG_TYPE, "/workflows/1/workflowId", secondWorkflow("workflowId: 12")),
                arguments(ReaderRule.WRONG_TYPE, "/workflows/0/inputs", inWorkflow("inputs: []")),
                arguments(
                        ReaderRule.INPUTS_REFERENCE,
                        "/workflows/0/inputs",
                        inWorkflow("inputs: {reference: $components.inputs.a}")),
                arguments(ReaderRule.DUPLICATE_ENTRY, "/workflows/0/dependsOn/1", inWorkflow("dependsOn: [a, a]")),
                arguments(ReaderRule.WRONG_TYPE, "/workflows/0/dependsOn/0", inWorkflow("dependsOn: [1]")),
                arguments(ReaderRule.NULL_FIELD, "/workflows/0/outputs", inWorkflow("outputs:")),
                arguments(
                        ReaderRule.OUTPUT_NAME_FORMAT, "/workflows/0/outputs/a b", inWorkflow("outputs: {a b: $url}")),
                arguments(ReaderRule.INVALID_OUTPUT, "/workflows/0/outputs/a", inWorkflow("outputs: {a: 5}")),
                arguments(ReaderRule.UNKNOWN_FIELD, "/workflows/0/output", inWorkflow("output: {}")),
                arguments(
                        ReaderRule.WRONG_COMPONENT_TYPE,
                        "/workflows/0/successActions/0/reference",
                        inWorkflow("successActions: [{reference: $components.failureActions.a}]")),
                arguments(
                        ReaderRule.PARAMETER_WITHOUT_IN,
                        "/workflows/0/parameters/0",
                        inWorkflow("parameters: [{name: a, value: 1}]")));
    }

    private static Stream<Arguments> steps() {
        return Stream.of(
                arguments(ReaderRule.MISSING_FIELD, "/workflows/0/steps/1", secondStep("operationId: a")),
                arguments(
                        ReaderRule.DUPLICATE_STEP_ID,
                        "/workflows/0/steps/1/stepId",
                        secondStep("stepId: s, operationId: b")),
                arguments(
                        ReaderRule.STEP_ID_FORMAT,
                        "/workflows/0/steps/1/stepId",
                        secondStep("stepId: a.b, operationId: b")),
                arguments(ReaderRule.STEP_WITHOUT_TARGET, "/workflows/0/steps/1", secondStep("stepId: t")),
                arguments(
                        ReaderRule.SEVERAL_STEP_TARGETS,
                        "/workflows/0/steps/1",
                        secondStep("stepId: t, operationId: a, operationPath: b")),
                arguments(
                        ReaderRule.CHANNEL_WITHOUT_ACTION,
                        "/workflows/0/steps/1",
                        secondStep("stepId: t, channelPath: a")),
                arguments(
                        ReaderRule.CORRELATION_WITHOUT_RECEIVE,
                        "/workflows/0/steps/1/correlationId",
                        secondStep("stepId: t, channelPath: a, action: send, correlationId: x")),
                arguments(ReaderRule.INVALID_VALUE, STEP + "/action", inStep(V11, "action: publish")),
                arguments(
                        ReaderRule.IGNORED_FIELD,
                        "/workflows/0/steps/1/requestBody",
                        secondStep("stepId: t, workflowId: w, requestBody: {payload: 1}")),
                arguments(
                        ReaderRule.IGNORED_FIELD,
                        "/workflows/0/steps/1/action",
                        secondStep("stepId: t, operationPath: w, action: send")),
                arguments(ReaderRule.INVALID_VALUE, STEP + "/timeout", inStep(V11, "timeout: 0")),
                arguments(ReaderRule.INVALID_VALUE, STEP + "/timeout", inStep(V11, "timeout: -1")),
                arguments(ReaderRule.WRONG_TYPE, STEP + "/timeout", inStep(V11, "timeout: 0.5")),
                arguments(ReaderRule.INTEGER_NOTATION, STEP + "/timeout", inStep(V11, "timeout: 1e3")),
                arguments(ReaderRule.NEWER_FEATURE, STEP + "/timeout", inStep(V10, "timeout: 5")),
                arguments(ReaderRule.NEWER_FEATURE, STEP + "/dependsOn", inStep(V10, "dependsOn: [a]")),
                arguments(ReaderRule.EMPTY_LIST_IGNORED, STEP + "/dependsOn", inStep(V11, "dependsOn: []")),
                arguments(ReaderRule.DUPLICATE_ENTRY, STEP + "/dependsOn/1", inStep(V11, "dependsOn: [a, a]")),
                arguments(
                        ReaderRule.UNKNOWN_FIELD,
                        STEP + "/requestBody/content",
                        inStep(V11, "requestBody: {content: 1, payload: 2}")),
                arguments(ReaderRule.WRONG_TYPE, STEP + "/requestBody", inStep(V11, "requestBody: text")),
                arguments(
                        ReaderRule.MISSING_FIELD,
                        STEP + "/requestBody/replacements/0",
                        inStep(V11, "requestBody: {replacements: [{target: /a}]}")),
                arguments(
                        ReaderRule.INVALID_VALUE,
                        STEP + "/requestBody/replacements/0/targetSelectorType",
                        inStep(
                                V11,
                                "requestBody: {replacements: [{target: /a, value: 1, targetSelectorType: simple}]}")),
                arguments(
                        ReaderRule.WRONG_TYPE,
                        STEP + "/requestBody/payload/a/context",
                        inStep(
                                V11,
                                "requestBody: {payload: {a: {context: [$inputs.a], selector: $.b, type: jsonpath}}}")),
                arguments(
                        ReaderRule.SELECTOR_NEAR_MISS,
                        STEP + "/requestBody/payload/a",
                        inStep(V11, "requestBody: {payload: {a: {context: $inputs.a, selector: $.b}}}")),
                arguments(
                        ReaderRule.NEWER_FEATURE,
                        STEP + "/outputs/a",
                        inStep(V10, "outputs: {a: {context: $response.body, selector: $.a, type: jsonpath}}")),
                arguments(
                        ReaderRule.MISSING_FIELD,
                        STEP + "/outputs/a",
                        inStep(V11, "outputs: {a: {context: $response.body, selector: $.a}}")));
    }

    private static Stream<Arguments> parameters() {
        String first = STEP + "/parameters/0";
        return Stream.of(
                arguments(ReaderRule.MISSING_FIELD, first, inStep(V11, "parameters: [{name: a, in: query}]")),
                arguments(
                        ReaderRule.UNKNOWN_FIELD,
                        first + "/required",
                        inStep(V11, "parameters: [{name: a, in: query, value: 1, required: true}]")),
                arguments(
                        ReaderRule.PARAMETER_IN_BODY,
                        first + "/in",
                        inStep(V10, "parameters: [{name: a, in: body, value: 1}]")),
                arguments(
                        ReaderRule.INVALID_VALUE,
                        first + "/in",
                        inStep(V11, "parameters: [{name: a, in: Header, value: 1}]")),
                arguments(
                        ReaderRule.NEWER_FEATURE,
                        first + "/in",
                        inStep(V10, "parameters: [{name: a, in: querystring, value: a=1}]")),
                arguments(ReaderRule.PARAMETER_WITHOUT_IN, first, inStep(V11, "parameters: [{name: a, value: 1}]")),
                arguments(
                        ReaderRule.DUPLICATE_PARAMETER,
                        STEP + "/parameters/1",
                        inStep(V11, "parameters: [{name: a, in: query, value: 1}, {name: a, in: query, value: 2}]")),
                arguments(
                        ReaderRule.DUPLICATE_ENTRY,
                        STEP + "/parameters/1",
                        inStep(V11, "parameters: [{name: a, in: query, value: 1}, {name: a, in: query, value: 1}]")),
                arguments(
                        ReaderRule.PARAMETER_IN_IGNORED,
                        "/workflows/0/steps/1/parameters/0",
                        secondStep("stepId: t, workflowId: w, parameters: [{name: a, in: query, value: 1}]")),
                arguments(
                        ReaderRule.QUERYSTRING_WITH_QUERY,
                        STEP,
                        inStep(
                                V11,
                                "parameters: [{name: a, in: query, value: 1}, {name: b, in: querystring, value: 2}]")),
                arguments(
                        ReaderRule.CHANNEL_PARAMETER,
                        "/workflows/0/steps/1/parameters/0",
                        secondStep("stepId: t, operationPath: w, parameters: [{name: a, in: channel, value: 1}]")),
                arguments(
                        ReaderRule.SELECTOR_NEAR_MISS,
                        first + "/value",
                        inStep(
                                V11,
                                "parameters: [{name: a, in: query, value: {context: $inputs.a, selector: $.b,"
                                        + " type: regex}}]")),
                arguments(
                        ReaderRule.INVALID_REFERENCE,
                        first + "/reference",
                        inStep(V11, "parameters: [{reference: '#/components/parameters/a'}]")),
                arguments(
                        ReaderRule.INVALID_REFERENCE,
                        first + "/reference",
                        inStep(V11, "parameters: [{reference: $components.inputs.a}]")),
                arguments(
                        ReaderRule.UNKNOWN_COMPONENT,
                        first + "/reference",
                        inStep(V11, "parameters: [{reference: $components.parameters.a}]")),
                arguments(
                        ReaderRule.IGNORED_FIELD,
                        first + "/x-note",
                        withComponents(
                                "parameters: {a: {name: a, in: query, value: 1}}",
                                "parameters: [{reference: $components.parameters.a, x-note: 1}]")));
    }

    private static Stream<Arguments> criteria() {
        String first = STEP + "/successCriteria/0";
        return Stream.of(
                arguments(ReaderRule.EMPTY_LIST_IGNORED, STEP + "/successCriteria", inStep(V11, "successCriteria: []")),
                arguments(ReaderRule.WRONG_TYPE, first, inStep(V11, "successCriteria: [$statusCode == 200]")),
                arguments(ReaderRule.MISSING_FIELD, first, criterion(V11, "type: simple")),
                arguments(ReaderRule.EMPTY_TEXT, first + "/condition", criterion(V11, "condition: ''")),
                arguments(ReaderRule.CONDITION_NOT_TEXT, first + "/condition", criterion(V11, "condition: true")),
                arguments(
                        ReaderRule.CONDITION_NOT_TEXT,
                        first + "/condition",
                        criterion(V11, "condition: {$statusCode == 401}")),
                arguments(ReaderRule.MISSING_CONTEXT, first, criterion(V11, "condition: a, type: regex")),
                arguments(
                        ReaderRule.CONTEXT_IGNORED, first + "/context", criterion(V11, "condition: a, context: $url")),
                arguments(
                        ReaderRule.INVALID_VALUE,
                        first + "/type",
                        criterion(V11, "condition: a, context: $url, type: jsonpointer")),
                arguments(
                        ReaderRule.INVALID_VALUE,
                        first + "/type/type",
                        criterion(V11, "condition: a, context: $url, type: {type: regex, version: a}")),
                arguments(
                        ReaderRule.EXPRESSION_VERSION_MISSING,
                        first + "/type",
                        criterion(V11, "condition: a, context: $url, type: {type: xpath}")),
                arguments(
                        ReaderRule.UNKNOWN_EXPRESSION_VERSION,
                        first + "/type/version",
                        criterion(V11, "condition: a, context: $url, type: {type: xpath, version: rfc9535}")),
                arguments(
                        ReaderRule.UNKNOWN_FIELD,
                        first + "/type/mode",
                        criterion(V11, "condition: a, context: $url, type: {type: xpath, version: xpath-31, mode: 1}")),
                arguments(
                        ReaderRule.NEWER_FEATURE,
                        first + "/type/version",
                        criterion(V10, "condition: a, context: $url, type: {type: jsonpath, version: rfc9535}")),
                arguments(
                        ReaderRule.VERSION_BESIDE_TYPE,
                        first + "/version",
                        criterion(V10, "condition: a, context: $url, type: xpath, version: xpath-10")),
                arguments(
                        ReaderRule.IGNORED_FIELD,
                        first + "/version",
                        criterion(V11, "condition: a, context: $url, type: regex, version: 1")),
                arguments(
                        ReaderRule.DUPLICATE_ENTRY,
                        STEP + "/successCriteria/1",
                        inStep(V11, "successCriteria: [{condition: a}, {condition: a}]")));
    }

    private static Stream<Arguments> actions() {
        String failure = STEP + "/onFailure/0";
        return Stream.of(
                arguments(ReaderRule.MISSING_FIELD, failure, onFailure(V11, "{type: end}")),
                arguments(ReaderRule.MISSING_FIELD, failure, onFailure(V11, "{name: a}")),
                arguments(ReaderRule.INVALID_VALUE, failure + "/type", onFailure(V11, "{name: a, type: stop}")),
                arguments(
                        ReaderRule.INVALID_VALUE,
                        STEP + "/onSuccess/0/type",
                        inStep(V11, "onSuccess: [{name: a, type: retry}]")),
                arguments(
                        ReaderRule.SEVERAL_ACTION_TARGETS,
                        failure,
                        onFailure(V11, "{name: a, type: retry, stepId: s, workflowId: w}")),
                arguments(ReaderRule.GOTO_WITHOUT_TARGET, failure, onFailure(V11, "{name: a, type: goto}")),
                arguments(
                        ReaderRule.IGNORED_FIELD,
                        failure + "/stepId",
                        onFailure(V11, "{name: a, type: end, stepId: s}")),
                arguments(
                        ReaderRule.IGNORED_FIELD,
                        failure + "/retryLimit",
                        onFailure(V11, "{name: a, type: goto, stepId: s, retryLimit: 2}")),
                arguments(
                        ReaderRule.UNKNOWN_FIELD,
                        STEP + "/onSuccess/0/retryAfter",
                        inStep(V11, "onSuccess: [{name: a, type: end, retryAfter: 1}]")),
                arguments(
                        ReaderRule.INVALID_VALUE,
                        failure + "/retryAfter",
                        onFailure(V11, "{name: a, type: retry, retryAfter: -0.1}")),
                arguments(
                        ReaderRule.WRONG_TYPE,
                        failure + "/retryAfter",
                        onFailure(V11, "{name: a, type: retry, retryAfter: '5'}")),
                arguments(
                        ReaderRule.INVALID_VALUE,
                        failure + "/retryLimit",
                        onFailure(V11, "{name: a, type: retry, retryLimit: -1}")),
                arguments(
                        ReaderRule.INTEGER_NOTATION,
                        failure + "/retryLimit",
                        onFailure(V11, "{name: a, type: retry, retryLimit: 2.0}")),
                arguments(
                        ReaderRule.EMPTY_LIST_IGNORED,
                        failure + "/criteria",
                        onFailure(V11, "{name: a, type: end, criteria: []}")),
                arguments(
                        ReaderRule.DUPLICATE_ACTION_NAME,
                        STEP + "/onFailure/1",
                        onFailure(V11, "{name: a, type: retry}, {name: a, type: end}")),
                arguments(
                        ReaderRule.NEWER_FEATURE,
                        failure + "/parameters",
                        onFailure(V10, "{name: a, type: goto, workflowId: w, parameters: [{name: a, value: 1}]}")),
                arguments(
                        ReaderRule.ACTION_PARAMETERS_WITHOUT_WORKFLOW,
                        failure + "/parameters",
                        onFailure(V11, "{name: a, type: goto, stepId: s, parameters: [{name: a, value: 1}]}")),
                arguments(
                        ReaderRule.PARAMETER_IN_IGNORED,
                        failure + "/parameters/0",
                        onFailure(
                                V11,
                                "{name: a, type: goto, workflowId: w, parameters: [{name: a, in: query, value: 1}]}")),
                arguments(
                        ReaderRule.DUPLICATE_PARAMETER,
                        failure + "/parameters/1",
                        onFailure(
                                V11,
                                "{name: a, type: goto, workflowId: w, parameters: [{name: a, value: 1}, {name: a,"
                                        + " value: 2}]}")),
                arguments(
                        ReaderRule.IGNORED_FIELD,
                        failure + "/value",
                        withComponents(
                                "failureActions: {a: {name: a, type: end}}",
                                "onFailure: [{reference: $components.failureActions.a, value: 1}]")),
                arguments(
                        ReaderRule.WRONG_COMPONENT_TYPE,
                        failure + "/reference",
                        onFailure(V11, "{reference: $components.successActions.a}")),
                arguments(
                        ReaderRule.BROKEN_COMPONENT,
                        failure + "/reference",
                        onFailure(V11, "{reference: $components.failureActions.broken}")));
    }

    static List<String> conforming() {
        return List.of(
                document(V10, "", "", ""),
                document(V11, "x-a: 1", "x-b: {}", "x-c:"),
                document("1.0.99", "", "", ""),
                document("1.1.7-rc1", "", "", ""),
                inWorkflow("dependsOn: []"),
                inWorkflow("inputs: true"),
                inWorkflow("outputs: {x-a: $url}"),
                inWorkflow("failureActions: []"),
                inStep(V11, "parameters: []"),
                inStep(V11, "onFailure: []"),
                inStep(V11, "requestBody: {payload: }"),
                inStep(V11, "requestBody: {payload: {type: a, name: b}}"),
                inStep(V10, "requestBody: {payload: {context: $a, selector: b}}"),
                inStep(V11, "parameters: [{name: a, in: query, value: {any: object}, x-a: 1}]"),
                inStep(V11, "parameters: [{name: a, in: query, value: }]"),
                inStep(V11, "requestBody: {replacements: [{target: '', value: 5, x-a: 1}]}"),
                criterion(V10, "condition: a, context: $url, type: {type: xpath, version: xpath-30}"),
                criterion(V11, "condition: a, type: simple, x-a: 1"),
                onFailure(V10, "{name: a, type: retry, retryAfter: 0.25, retryLimit: 0}"),
                secondStep("stepId: t, workflowId: w, parameters: [{name: a, value: 1}]"),
                secondStep("stepId: t, channelPath: w, action: receive, correlationId: {a: 1}"));
    }

    private static List<Finding> findings(String document) {
        return DocumentReader.read(
                        URI.create("file:/a.arazzo.yaml"),
                        document.getBytes(StandardCharsets.UTF_8),
                        ReadLimits.DEFAULT)
                .findings()
                .stream()
                .filter(finding -> !finding.pointer().startsWith("/components/failureActions/broken"))
                .toList();
    }

    private static String inStep(String version, String field) {
        return document(version, "", "", field);
    }

    private static String criterion(String version, String fields) {
        return inStep(version, "successCriteria: [{" + fields + "}]");
    }

    private static String onFailure(String version, String actions) {
        String root = actions.contains("broken") ? "components: {failureActions: {broken: 5}}" : "";
        return document(version, root, "", "onFailure: [" + actions + "]");
    }

    private static String inWorkflow(String field) {
        return document(V11, "", field, "");
    }

    private static String components(String field) {
        return document(V11, "components: {" + field + "}", "", "");
    }

    private static String withComponents(String components, String stepField) {
        return document(V11, "components: {" + components + "}", "", stepField);
    }

    private static String secondStep(String fields) {
        return document(V11, "", "", "") + "      - {" + fields + "}\n";
    }

    private static String secondWorkflow(String field) {
        return document(V11, "", "", "") + "  - " + field + "\n    steps: [{stepId: s, operationId: o}]\n";
    }

    private static String sources(String version, String entries) {
        return document(version, "", "", "").replace("{name: api, url: a.yaml}", entries);
    }

    private static String document(String version, String rootField, String workflowField, String stepField) {
        return """
                arazzo: %s
                info: {title: T, version: 1.0.0}
                sourceDescriptions: [{name: api, url: a.yaml}]
                %s
                workflows:
                  - workflowId: w
                    %s
                    steps:
                      - stepId: s
                        operationId: o
                        %s
                """.formatted(version, rootField, workflowField, stepField);
    }
}
