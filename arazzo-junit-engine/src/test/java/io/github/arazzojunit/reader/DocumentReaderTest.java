package io.github.arazzojunit.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.Action.Reference;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.ExpressionType;
import io.github.arazzojunit.model.ExpressionType.Language;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Parameter;
import io.github.arazzojunit.model.Parameter.Location;
import io.github.arazzojunit.model.RequestBody;
import io.github.arazzojunit.model.SourceDescription;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.StepTarget;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.reader.DocumentReader.DocumentReading;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentReaderTest {

    private static final URI FILE = URI.create("file:/dir/shop.arazzo.yaml");

    private static final String HEAD = """
            arazzo: 1.1.0
            info: {title: Shop, version: 1.0.0}
            sourceDescriptions:
              - {name: shop, url: shop.yaml, type: openapi}
            """;

    @Nested
    class A_conforming_document {

        private final ArazzoDocument document = conforming(HEAD + """
                $self: https://example.com/shop.arazzo.yaml
                x-junit-tags: [shop]
                components:
                  inputs:
                    page: {type: object}
                  parameters:
                    limit: {name: limit, in: query, value: 20}
                  successActions:
                    done: {name: done, type: end}
                  failureActions:
                    again: {name: again, type: retry, retryAfter: 0.5, retryLimit: 3}
                workflows:
                  - workflowId: order
                    summary: Order a thing
                    description: Text
                    inputs: {$ref: '#/components/inputs/page'}
                    dependsOn: [login]
                    parameters:
                      - {name: X-Trace, in: header, value: $inputs.trace}
                    successActions:
                      - reference: $components.successActions.done
                    failureActions:
                      - reference: $components.failureActions.again
                    steps:
                      - stepId: create
                        description: Text
                        operationId: createOrder
                        timeout: 2500
                        parameters:
                          - reference: $components.parameters.limit
                            value: null
                        requestBody:
                          contentType: application/json
                          payload: {quantity: 10}
                          replacements:
                            - {target: /quantity, value: 12}
                            - {target: $.note, targetSelectorType: jsonpath, value: $inputs.note}
                        successCriteria:
                          - condition: $statusCode == 201
                          - {context: $response.body, condition: $.id, type: jsonpath}
                          - context: $response.body
                            condition: /order
                            type: {type: xpath, version: xpath-10}
                        onSuccess:
                          - name: next
                            type: goto
                            stepId: pay
                            criteria: [{condition: $statusCode == 201}]
                        onFailure:
                          - name: login
                            type: retry
                            workflowId: login
                            parameters: [{name: user, value: bob}]
                          - {name: stop, type: end}
                        outputs:
                          id: $response.body#/id
                          first: {context: $response.body, selector: '$[0]', type: jsonpath}
                      - stepId: pay
                        operationPath: '{$sourceDescriptions.shop.url}#/paths/~1pay/post'
                        dependsOn: [create]
                    outputs:
                      id: $steps.create.outputs.id
                      b: $steps.create.outputs.first
                      a: $steps.create.outputs.first
                  - workflowId: login
                    steps:
                      - {stepId: call, workflowId: order}
                """);

        private final Workflow order = document.workflow("order").orElseThrow();
        private final Step create = order.step("create").orElseThrow();

        @Test
        void has_its_root_fields() {
            assertThat(document.uri()).isEqualTo(FILE);
            assertThat(document.version()).isEqualTo("1.1.0");
            assertThat(document.title()).isEqualTo("Shop");
            assertThat(document.self()).contains("https://example.com/shop.arazzo.yaml");
            SourceDescription shop = document.sourceDescription("shop").orElseThrow();
            assertThat(shop.url()).isEqualTo("shop.yaml");
            assertThat(shop.type()).contains("openapi");
            assertThat(shop.source().pointer()).isEqualTo("/sourceDescriptions/0");
        }

        @Test
        void has_its_workflows_in_order() {
            assertThat(document.workflows()).extracting(Workflow::workflowId).containsExactly("order", "login");
            assertThat(order.summary()).contains("Order a thing");
            assertThat(order.dependsOn()).containsExactly("login");
            assertThat(order.inputs().orElseThrow().pointer()).isEqualTo("/workflows/0/inputs");
            assertThat(order.outputs().keySet()).containsExactly("id", "b", "a");
            assertThat(order.position()).hasToString("shop.arazzo.yaml:17:5");
        }

        @Test
        void has_its_steps_with_their_targets() {
            assertThat(create.target()).isEqualTo(new StepTarget.OperationId("createOrder"));
            assertThat(order.step("pay").orElseThrow().target())
                    .isEqualTo(new StepTarget.OperationPath("{$sourceDescriptions.shop.url}#/paths/~1pay/post"));
            assertThat(order.step("pay").orElseThrow().dependsOn()).containsExactly("create");
            assertThat(document.workflow("login").orElseThrow().steps().get(0).target())
                    .isEqualTo(new StepTarget.WorkflowCall("order"));
            assertThat(create.timeout()).contains(Duration.ofMillis(2500));
            assertThat(create.outputs().keySet()).containsExactly("id", "first");
        }

        @Test
        @DisplayName("CMP-08, CMP-09: a null beside a reference is a value, the source is the entry of the list")
        void has_parameters_with_resolved_references() {
            Parameter limit = create.parameters().get(0);

            assertThat(limit.name()).isEqualTo("limit");
            assertThat(limit.in()).contains(Location.QUERY);
            assertThat(limit.value().value().isNull()).isTrue();
            assertThat(limit.source().pointer()).isEqualTo("/workflows/0/steps/0/parameters/0");
            assertThat(order.parameters()).singleElement().satisfies(trace -> {
                assertThat(trace.in()).contains(Location.HEADER);
                assertThat(trace.value().text()).isEqualTo("$inputs.trace");
            });
        }

        @Test
        @DisplayName("BOD-20, DOC-08: values keep their type")
        void has_request_bodies() {
            RequestBody body = create.requestBody().orElseThrow();

            assertThat(body.contentType()).contains("application/json");
            assertThat(body.payload().orElseThrow().value()).hasToString("{\"quantity\":10}");
            assertThat(body.replacements().get(0).value().value()).hasToString("12");
            assertThat(body.replacements().get(0).targetSelectorType()).isEmpty();
            assertThat(body.replacements().get(1).targetSelectorType())
                    .contains(new ExpressionType(Language.JSONPATH, Optional.empty()));
        }

        @Test
        void has_criteria_with_their_types() {
            assertThat(create.successCriteria())
                    .extracting(Criterion::condition)
                    .containsExactly("$statusCode == 201", "$.id", "/order");
            assertThat(create.successCriteria())
                    .extracting(Criterion::type)
                    .containsExactly(
                            ExpressionType.SIMPLE,
                            new ExpressionType(Language.JSONPATH, Optional.empty()),
                            new ExpressionType(Language.XPATH, Optional.of("xpath-10")));
            assertThat(create.successCriteria().get(1).context()).contains("$response.body");
        }

        @Test
        @DisplayName("ACT-32: one repetition unless the document says otherwise")
        void has_actions() {
            assertThat(create.onSuccess()).singleElement().isInstanceOfSatisfying(Action.Goto.class, next -> {
                assertThat(next.target()).isEqualTo(new Reference.ToStep("pay"));
                assertThat(next.criteria()).hasSize(1);
            });
            assertThat(create.onFailure().get(0)).isInstanceOfSatisfying(Action.Retry.class, login -> {
                assertThat(login.reference()).contains(new Reference.ToWorkflow("login"));
                assertThat(login.parameters()).extracting(Parameter::name).containsExactly("user");
                assertThat(login.retryLimit()).isEqualTo(1);
                assertThat(login.retryAfter()).isZero();
            });
            assertThat(create.onFailure().get(1)).isInstanceOf(Action.End.class);
        }

        @Test
        void has_actions_with_resolved_references() {
            assertThat(order.failureActions()).singleElement().isInstanceOfSatisfying(Action.Retry.class, again -> {
                assertThat(again.name()).isEqualTo("again");
                assertThat(again.retryAfter()).isEqualTo(Duration.ofMillis(500));
                assertThat(again.retryLimit()).isEqualTo(3);
                assertThat(again.source().pointer()).isEqualTo("/workflows/0/failureActions/0");
            });
            assertThat(order.successActions()).singleElement().isInstanceOf(Action.End.class);
        }
    }

    @Nested
    class A_workflow_with_errors {

        private final DocumentReading reading = read(HEAD + """
                workflows:
                  - steps:
                      - {stepId: good, operationId: a}
                      - {stepId: bad, operationId: a, timeout: soon}
                      - {stepId: none}
                      - 5
                  - text
                  - workflowId: fine
                    steps: [{stepId: good, operationId: a}]
                  - workflowId: fine
                    steps:
                      - {stepId: twice, operationId: a}
                      - {stepId: twice, operationId: b}
                """);

        private final ArazzoDocument document = reading.document().orElseThrow();

        @Test
        void is_still_listed_with_the_steps_that_could_be_read() {
            assertThat(document.workflows())
                    .extracting(Workflow::workflowId)
                    .containsExactly("workflows[0]", "workflows[1]", "fine", "workflows[3]");
            assertThat(document.workflows().get(0).steps())
                    .extracting(Step::stepId)
                    .containsExactly("good", "bad");
            assertThat(document.workflows().get(3).steps())
                    .extracting(Step::stepId)
                    .containsExactly("twice", "steps[1]");
        }

        @Test
        void keeps_its_findings_to_itself() {
            assertThat(reading.findings())
                    .allSatisfy(finding -> assertThat(finding.isError()).isTrue())
                    .extracting(Finding::pointer)
                    .containsExactly(
                            "/workflows/0",
                            "/workflows/0/steps/1/timeout",
                            "/workflows/0/steps/2",
                            "/workflows/0/steps/3",
                            "/workflows/1",
                            "/workflows/3/workflowId",
                            "/workflows/3/steps/1/stepId");
        }
    }

    @Test
    void a_component_with_errors_is_reported_where_it_stands_and_where_it_is_used() {
        DocumentReading reading = read(HEAD + """
                components:
                  failureActions:
                    again: {name: again, type: retry, criteria: [{condition: true}]}
                    unused: {name: unused, type: sleep}
                workflows:
                  - workflowId: a
                    steps:
                      - stepId: s
                        operationId: o
                        onFailure: [{reference: $components.failureActions.again}]
                """);

        assertThat(reading.findings())
                .extracting(Finding::rule, Finding::pointer)
                .containsExactly(
                        tuple("condition-not-text", "/components/failureActions/again/criteria/0/condition"),
                        tuple("invalid-value", "/components/failureActions/unused/type"),
                        tuple("broken-component", "/workflows/0/steps/0/onFailure/0/reference"));
    }

    @Test
    @DisplayName("PRM-10: header names ignore case, other names do not")
    void parameters_with_names_that_differ_in_case() {
        DocumentReading reading = read(HEAD + """
                workflows:
                  - workflowId: a
                    steps:
                      - stepId: s
                        operationId: o
                        parameters:
                          - {name: X-Key, in: header, value: 1}
                          - {name: x-key, in: header, value: 2}
                          - {name: q, in: query, value: 1}
                          - {name: Q, in: query, value: 2}
                          - {name: q, in: path, value: 3}
                """);

        assertThat(reading.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("duplicate-parameter");
            assertThat(finding.pointer()).isEqualTo("/workflows/0/steps/0/parameters/1");
        });
    }

    @Test
    @DisplayName("PRM-20: duplicates are found behind references")
    void parameters_that_are_duplicates_behind_references() {
        DocumentReading reading = read(HEAD + """
                components:
                  parameters:
                    key: {name: X-Key, in: header, value: 1}
                workflows:
                  - workflowId: a
                    steps:
                      - stepId: s
                        operationId: o
                        parameters:
                          - {name: x-key, in: header, value: 2}
                          - reference: $components.parameters.key
                """);

        assertThat(reading.findings()).extracting(Finding::rule).containsExactly("duplicate-parameter");
    }

    @ParameterizedTest
    @DisplayName("SEL-01, SEL-03, AMB-27: what is a Selector Object")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{context: $response.body, selector: $.a, type: jsonpath} | true",
                "{context: $response.body, selector: '', type: jsonpointer, x-note: 1} | true",
                "{context: $response.body, selector: //a, type: {type: xpath, version: xpath-20}} | true",
                "{context: $response.body, selector: //a, type: {type: xpath, version: rfc9535}} | false",
                "{context: body, selector: $.a, type: jsonpath} | true",
                "{context: $response.body, selector: $.a, type: regex} | false",
                "{context: $response.body, selector: $.a, type: jsonpath, note: 1} | false",
                "{context: $response.body, selector: $.a} | false",
                "text | false",
            })
    void selectors_are_told_from_literals(String yaml, boolean selector) throws Exception {
        var value = LocatedReader.read(FILE, ("v: " + yaml).getBytes(StandardCharsets.UTF_8), ReadLimits.DEFAULT)
                .member("v")
                .orElseThrow();

        assertThat(SelectorReader.read(value).isPresent()).isEqualTo(selector);
    }

    @Test
    void an_unreadable_text_gives_its_findings_and_no_document() {
        DocumentReading reading = read("a: b: c");

        assertThat(reading.document()).isEmpty();
        assertThat(reading.findings()).extracting(Finding::rule).containsExactly("yaml-syntax");
    }

    @Test
    void messages_name_place_consequence_and_remedy() {
        DocumentReading reading = read(HEAD + """
                workflows:
                  - workflowId: a
                    steps: [{stepId: s, operationId: o, onSucess: []}]
                  - workflowId: b
                    steps: [{stepId: s}]
                """);

        assertThat(reading.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "shop.arazzo.yaml:7:41: The step 's' has the unknown field 'onSucess'; it is ignored."
                                + " Did you mean 'onSuccess'? Fields of your own begin with 'x-'. [unknown-field]",
                        "shop.arazzo.yaml:9:13: The step 's' has nothing to execute. The workflow cannot run."
                                + " Add one of operationId, operationPath, channelPath and workflowId."
                                + " [step-without-target]");
    }

    private static ArazzoDocument conforming(String text) {
        DocumentReading reading = read(text);
        assertThat(reading.findings()).isEmpty();
        return reading.document().orElseThrow();
    }

    private static DocumentReading read(String text) {
        return DocumentReader.read(FILE, text.getBytes(StandardCharsets.UTF_8), ReadLimits.DEFAULT);
    }
}
