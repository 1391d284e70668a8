package io.github.arazzojunit.stub.made;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A workflow and a description that agree, and what happens when one of them changes. */
class DriftTest {

    /** Begins in line 6 of the document. */
    private static final String WORKFLOW = """
              steps:
              - stepId: create
                operationId: createOrder
                requestBody: {contentType: application/json, payload: {sku: chair}}
                successCriteria:
                - condition: $statusCode == 201
                outputs:
                  id: $response.body#/id
                  street: $response.body#/address/street
              - stepId: read
                operationPath: '{$sourceDescriptions.shop.url}#/paths/~1orders~1{id}/get'
                parameters: [{name: id, in: path, value: $steps.create.outputs.id}]
                successCriteria:
                - condition: $statusCode == 200
                - condition: $response.body#/state == 'open'
                - {context: $response.body, type: jsonpath, condition: "$.lines[?@.amount > 0]"}
                onFailure: [{name: giveUp, type: end}]
                outputs:
                  total: $response.body#/total
              outputs:
                street: $steps.create.outputs.street
                total: $steps.read.outputs.total
            """;

    private static final String DESCRIPTION = """
            openapi: 3.0.3
            info: {title: Shop, version: 1.0.0}
            paths:
              /orders:
                post:
                  operationId: createOrder
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {type: object, required: [sku], properties: {sku: {type: string}}}
                  responses:
                    '201':
                      description: created
                      content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
              /orders/{id}:
                get:
                  operationId: readOrder
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                    - {name: depth, in: query, required: false, schema: {type: integer}}
                  responses:
                    '200':
                      description: fine
                      content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
                    '404': {description: none}
            components:
              schemas:
                Order:
                  type: object
                  additionalProperties: false
                  properties:
                    id: {type: string}
                    state: {type: string, enum: [open, paid]}
                    total: {type: number}
                    address: {type: object, properties: {street: {type: string}}}
                    lines: {type: array, items: {type: object, properties: {amount: {type: integer}}}}
            """;

    /**
     * A change of one text.
     *
     * @param step the one that turns red
     * @param positions where the document and where the description stand against each other
     */
    private record Drift(String name, String before, String after, String step, List<String> positions, String says) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Drift drift(
            String name, String before, String after, String step, String arazzo, String openApi, String says) {
        return new Drift(name, before, after, step, List.of(arazzo, openApi), says);
    }

    private static Stream<Drift> contradictions() {
        return Stream.of(
                drift(
                        "a member is renamed",
                        "total: {type",
                        "sum: {type",
                        "read",
                        "flow.arazzo.yaml:24:7",
                        "shop.yaml:31:7 #/components/schemas/Order/additionalProperties",
                        "there is no member 'total', and further members are forbidden"),
                drift(
                        "a member changes its type",
                        "state: {type: string, enum: [open, paid]}",
                        "state: {type: integer}",
                        "read",
                        "flow.arazzo.yaml:20:7",
                        "shop.yaml:34:9 #/components/schemas/Order/properties/state",
                        "no value was found that equals \"open\""),
                drift(
                        "an enumeration loses a value",
                        "[open, paid]",
                        "[paid, sent]",
                        "read",
                        "flow.arazzo.yaml:20:7",
                        "shop.yaml:34:9 #/components/schemas/Order/properties/state",
                        "none of its enumerated values \"paid\", \"sent\" equals \"open\""),
                drift(
                        "a bound comes in",
                        "amount: {type: integer}",
                        "amount: {type: integer, maximum: 0}",
                        "read",
                        "flow.arazzo.yaml:21:7",
                        "shop.yaml:37:65 #/components/schemas/Order/properties/lines/items/properties/amount",
                        "is greater than 0"),
                drift(
                        "a list is empty from now on",
                        "lines: {type: array",
                        "lines: {type: array, maxItems: 0",
                        "read",
                        "flow.arazzo.yaml:21:7",
                        "shop.yaml:37:9 #/components/schemas/Order/properties/lines",
                        "at most 0 items"),
                drift(
                        "an object becomes a text",
                        "address: {type: object, properties: {street: {type: string}}}",
                        "address: {type: string}",
                        "create",
                        "flow.arazzo.yaml:14:7",
                        "shop.yaml:36:9 #/components/schemas/Order/properties/address",
                        "it is of type string, which has no member 'street'"),
                drift(
                        "the status of a success changes",
                        "'201':",
                        "'202':",
                        "create",
                        "flow.arazzo.yaml:11:7",
                        "shop.yaml:12:7 #/paths/~1orders/post/responses",
                        "documents 202"),
                drift(
                        "a response is gone",
                        "        '200':\n          description: fine\n          content: {application/json:"
                                + " {schema: {$ref: '#/components/schemas/Order'}}}\n",
                        "",
                        "read",
                        "flow.arazzo.yaml:19:7",
                        "shop.yaml:22:7 #/paths/~1orders~1{id}/get/responses",
                        "documents 404"),
                drift(
                        "a body is gone",
                        "          description: created\n          content: {application/json: {schema:"
                                + " {$ref: '#/components/schemas/Order'}}}\n",
                        "          description: created\n",
                        "create",
                        "flow.arazzo.yaml:13:7",
                        "shop.yaml:13:9 #/paths/~1orders/post/responses/201",
                        "no body is documented for status 201"),
                drift(
                        "the media type changes",
                        "content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}\n"
                                + "        '404'",
                        "content: {text/csv: {schema: {type: string}}}\n        '404'",
                        "read",
                        "flow.arazzo.yaml:20:7",
                        "shop.yaml:25:32 #/paths/~1orders~1{id}/get/responses/200/content/text~1csv",
                        "of type string, which has no member 'state'"),
                drift(
                        "the workflow expects another value",
                        "/state == 'open'",
                        "/state == 'closed'",
                        "read",
                        "flow.arazzo.yaml:20:7",
                        "shop.yaml:34:9 #/components/schemas/Order/properties/state",
                        "none of its enumerated values \"open\", \"paid\" equals \"closed\""),
                drift(
                        "the workflow reads a member of a scalar",
                        "$response.body#/total",
                        "$response.body#/total/net",
                        "read",
                        "flow.arazzo.yaml:24:7",
                        "shop.yaml:35:9 #/components/schemas/Order/properties/total",
                        "it is of type number, which has no member 'net'"));
    }

    @Test
    void what_is_read_inside_of_an_output_counts_as_well() {
        MadeRun run = drifted("$steps.read.outputs.total", "$steps.read.outputs.total.net");

        assertThat(run.failure())
                .startsWith(
                        "read: The documented response 200 of GET /orders/{id} can never satisfy the use of 'net' in"
                                + " the output 'total' of line 24 (flow.arazzo.yaml:27:5): shop.yaml:35:9");
    }

    @Test
    void without_drift_the_workflow_passes() {
        MadeRun run = MadeRun.of(WORKFLOW, DESCRIPTION);

        assertThat(run.passed()).as(run.failure()).isTrue();
        assertThat(run.outputs().fieldNames()).toIterable().containsExactly("street", "total");
        assertThat(run.notes("create")).noneMatch(note -> note.startsWith("warning"));
        assertThat(run.notes("read")).noneMatch(note -> note.startsWith("warning"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void a_contradiction_turns_its_step_red_with_both_positions(Drift drift) {
        MadeRun run = drifted(drift.before(), drift.after());

        assertThat(run.passed()).isFalse();
        assertThat(run.failure())
                .startsWith(drift.step() + ": ")
                .contains(drift.says())
                .contains(drift.positions());
    }

    /** Names and paths that are gone are findings of their own; they are held to in the tests of references. */
    @ParameterizedTest
    @MethodSource("gone")
    void an_operation_that_is_gone_turns_its_step_red(Drift drift) {
        MadeRun run = drifted(drift.before(), drift.after());

        assertThat(run.passed()).isFalse();
        assertThat(run.failure())
                .contains(drift.says())
                .contains(drift.positions().get(0));
    }

    private static Stream<Drift> gone() {
        return Stream.of(
                drift(
                        "an operation id is renamed",
                        "operationId: createOrder\n      requestBody",
                        "operationId: placeOrder\n      requestBody",
                        "create",
                        "flow.arazzo.yaml:8:5",
                        "",
                        "operationId 'createOrder' does not exist"),
                drift(
                        "a path changes",
                        "  /orders/{id}:",
                        "  /purchases/{id}:",
                        "read",
                        "flow.arazzo.yaml:16:5",
                        "",
                        "points to no operation"));
    }

    /** A request that violates the description is a note, as {@code arazzo.contract.request} has it by default. */
    @ParameterizedTest
    @MethodSource("requests")
    void a_request_that_violates_the_description_is_noted_and_still_answered(Drift drift) {
        MadeRun run = drifted(drift.before(), drift.after());

        assertThat(run.passed()).as(run.failure()).isTrue();
        assertThat(run.notes(drift.step()))
                .anyMatch(
                        note -> note.startsWith("the request violates the description") && note.contains(drift.says()));
    }

    private static Stream<Drift> requests() {
        return Stream.of(
                drift("a parameter becomes required", "required: false", "required: true", "read", "", "", "'depth'"),
                drift(
                        "the body gets a required member",
                        "required: [sku]",
                        "required: [sku, size]",
                        "create",
                        "",
                        "",
                        "size"));
    }

    private static MadeRun drifted(String before, String after) {
        assertThat(WORKFLOW + DESCRIPTION).contains(before);
        return MadeRun.of(WORKFLOW.replace(before, after), DESCRIPTION.replace(before, after));
    }
}
