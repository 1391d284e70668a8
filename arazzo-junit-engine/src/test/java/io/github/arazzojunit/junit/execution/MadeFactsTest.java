package io.github.arazzojunit.junit.execution;

import static io.github.arazzojunit.junit.execution.Scenario.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far the facts of a run reach that made answers keep to, and what it means to read what nobody declares. */
class MadeFactsTest {

    private static final String DESCRIPTION = """
            openapi: 3.1.0
            info: {title: Shop, version: 1.0.0}
            servers: [{url: 'http://shop.invalid'}]
            paths:
              /items/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                put:
                  operationId: put
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
                  responses: {'200': {$ref: '#/components/responses/Item'}}
                get:
                  operationId: get
                  parameters: [{name: fresh, in: query, schema: {type: boolean}}]
                  responses: {'200': {$ref: '#/components/responses/Item'}, '404': {description: There is none.}}
            components:
              responses:
                Item: {description: An item., content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
              schemas:
                Item:
                  type: object
                  required: [id, price]
                  properties: {id: {type: string, readOnly: true}, price: {type: number}, name: {type: string}}
            """;

    private static final String PUT = """
            - stepId: send
              operationId: put
              parameters: [{name: id, in: path, value: I-1}]
              requestBody:
                payload:
                  price: $inputs.sent
            """;

    private static final String INPUTS = "inputs: {properties: {sent: {type: number}, wanted: {type: number}}}";

    @RegisterExtension
    final Scenario scenario = new Scenario();

    @BeforeEach
    void answerWithoutProvider() {
        scenario.without("arazzo.server.shop")
                .configure("arazzo.target", "stub")
                .configure("arazzo.stubs", scenario.module().toString())
                .file("shop.yaml", DESCRIPTION);
    }

    private static String get(String stepId, String condition, String... more) {
        return """
                - stepId: %s
                  operationId: get
                  parameters: [{name: id, in: path, value: I-1}]
                  successCriteria:
                  - condition: $statusCode == 200
                  - condition: %s
                """.formatted(stepId, condition) + String.join("", more);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void each_row_has_facts_of_its_own(boolean parallel) {
        scenario.configure("arazzo.execution.parallel.enabled", String.valueOf(parallel))
                .file("shop.arazzo.inputs.yaml", """
                        flow:
                          - {name: cheap, inputs: {sent: 5, wanted: 5}}
                          - {name: dear, inputs: {sent: 50, wanted: 50}}
                          - {name: wrong, inputs: {sent: 5, wanted: 50}}
                          - {name: again, inputs: {sent: 7, wanted: 7}}
                        """)
                .workflows(
                        workflow("flow", List.of(PUT, get("read", "$response.body#/price == $inputs.wanted")), INPUTS));

        Execution execution = scenario.run();

        assertThat(execution.ends())
                .filteredOn(end -> end.startsWith("read "))
                .containsExactlyInAnyOrder("read SUCCESSFUL", "read SUCCESSFUL", "read SUCCESSFUL", "read FAILED");
        assertThat(execution.failure("read"))
                .hasMessageContaining("contradicts price 5, which step 'send' sent (shop.arazzo.yaml:13:")
                .hasMessageContaining("$response.body#/price == $inputs.wanted (shop.arazzo.yaml:19:");
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void each_workflow_has_facts_of_its_own(boolean parallel) {
        scenario.configure("arazzo.execution.parallel.enabled", String.valueOf(parallel))
                .configure("arazzo.inputs.sent", "5")
                .workflows(
                        workflow("one", List.of(PUT, get("read-one", "$response.body#/price == 5")), INPUTS),
                        workflow("two", List.of(get("read-two", "$response.body#/price == 6"))),
                        workflow("three", List.of(get("read-three", "$response.body#/price == 7"))));

        assertThat(scenario.run().endsBelowDocuments()).noneMatch(end -> end.endsWith("FAILED"));
    }

    @Test
    void what_a_mapping_answers_is_a_fact_for_made_answers() {
        mapping("/items/I-1?fresh=true", 5);
        scenario.workflows(workflow(
                "flow",
                List.of(
                        get("fresh", "$response.body#/price == 5")
                                .replace("value: I-1}", "value: I-1}, {name: fresh, in: query, value: true}"),
                        get("read", "$response.body#/price == 12"))));

        assertThat(scenario.run().failure("read"))
                .hasMessageContaining("$response.body#/price == 12 (shop.arazzo.yaml:18:")
                .hasMessageContaining("contradicts price 5")
                .hasMessageContaining("step 'fresh'");
    }

    @Test
    void a_mapping_wins_against_facts() {
        mapping("/items/I-1", 12);
        scenario.configure("arazzo.inputs.sent", "5")
                .workflows(workflow("flow", List.of(PUT, get("read", "$response.body#/price == 12")), INPUTS));

        assertThat(scenario.run().endsBelowDocuments()).noneMatch(end -> end.endsWith("FAILED"));
    }

    @Test
    void an_undeclared_member_is_red_against_made_answers() {
        scenario.workflows(workflow("flow", List.of(get("read", "$response.body#/prise == 12"))));

        assertThat(scenario.run().failure("read"))
                .hasMessageContaining("'prise'")
                .hasMessageContaining("price")
                .hasMessageContaining("$response.body#/prise == 12 (shop.arazzo.yaml:12:")
                .hasMessageContaining("arazzo.contract.undeclared");
    }

    @ParameterizedTest
    @CsvSource({"warn, 1", "off, 0"})
    void an_undeclared_member_is_what_the_configuration_says(String verdict, int warnings) {
        scenario.configure("arazzo.contract.undeclared", verdict)
                .workflows(workflow("flow", List.of(get("read", "$response.body#/prise == 12"))));

        Execution execution = scenario.run();

        assertThat(execution.endsBelowDocuments()).noneMatch(end -> end.endsWith("FAILED"));
        assertThat(undeclared(execution)).hasSize(warnings);
    }

    @ParameterizedTest
    @CsvSource({"'', SUCCESSFUL, 1", "warn, SUCCESSFUL, 1", "off, SUCCESSFUL, 0", "fail, FAILED, 0"})
    void a_real_provider_may_answer_more_than_is_declared(String verdict, String end, int warnings) {
        scenario.configure("arazzo.target", "live")
                .configure("arazzo.server.shop", scenario.provider().url())
                .answer("GET /items/I-1", 200, "{\"id\": \"I-1\", \"price\": 5, \"prise\": 12}")
                .workflows(workflow("flow", List.of(get("read", "$response.body#/prise == 12"))));
        if (!verdict.isEmpty()) {
            scenario.configure("arazzo.contract.undeclared", verdict);
        }

        Execution execution = scenario.run();

        assertThat(execution.endsBelowDocuments()).contains("read " + end);
        assertThat(undeclared(execution)).hasSize(warnings);
    }

    private void mapping(String url, int price) {
        scenario.file("stubs/mappings/get.json", """
                {"request": {"method": "GET", "url": "%s"},
                 "response": {"status": 200, "jsonBody": {"id": "I-1", "price": %d},
                              "headers": {"Content-Type": "application/json"}}}
                """.formatted(url, price))
                .configure(
                        "arazzo.stubs",
                        scenario.module().resolve("target/test-classes/stubs").toString());
    }

    private static List<Map<String, String>> undeclared(Execution execution) {
        return execution.entries("read").stream()
                .filter(entry ->
                        entry.toString().contains("prise") && entry.toString().contains("declare"))
                .toList();
    }
}
