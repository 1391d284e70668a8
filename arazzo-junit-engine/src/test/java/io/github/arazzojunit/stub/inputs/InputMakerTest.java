package io.github.arazzojunit.stub.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.http.Json;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.reader.DocumentReader;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.source.SourceLibrary;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made for inputs that nobody gave. */
class InputMakerTest {

    private static final URI FILE = URI.create("file:/docs/test.arazzo.yaml");

    private static final String API = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /pets:
                get:
                  operationId: listPets
                  parameters:
                    - {name: limit, in: query, schema: {type: integer, minimum: 7, maximum: 9}}
                    - {name: status, in: query, schema: {type: string, enum: [sold, free]}}
                    - {name: token, in: header, schema: {type: string}, example: Bearer abc}
                    - {name: code, in: query, schema: {type: string, pattern: '^[0-9]{4}$'}}
                    - {name: tag, in: query, schema: {type: string, example: shown}}
                post:
                  operationId: createPet
                  requestBody:
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/Pet'}
                        example: {name: Rex, owner: {mail: rex@example.com}}
              /shapes:
                post:
                  operationId: createShape
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Shape'}}}}
              /pets/{id}:
                get: {operationId: getPet, parameters: [{name: id, in: path, required: true, schema: {type: integer, const: 5}}]}
            components:
              schemas:
                Pet:
                  type: object
                  required: [name]
                  properties:
                    name: {type: string, maxLength: 3}
                    age: {type: integer, minimum: 11, maximum: 11}
                    owner: {oneOf: [{$ref: '#/components/schemas/Person'}, {type: 'null'}]}
                    ids: {type: array, items: {type: integer, const: 3}}
                Shape:
                  type: object
                  oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}]
                Circle: {allOf: [{$ref: '#/components/schemas/Shape'}], properties: {size: {type: integer, const: 4}}}
                Square: {allOf: [{$ref: '#/components/schemas/Shape'}], properties: {side: {type: integer}}}
                Person: {type: object, properties: {mail: {type: string, format: email}}}
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            a default of the input is left to the schema  | {type: integer, default: 3}       | query limit: $inputs.x              | -
            an example of the input comes first           | {type: string, example: sold}     | query status: $inputs.x             | "sold"
            the first of the examples that suits          | {examples: [lost, free]}          | query status: $inputs.x             | "free"
            an enumeration of the input is kept           | {enum: [lent, free]}              | query status: $inputs.x             | "free"
            the parameter decides where the input is open | {type: string}                    | query status: $inputs.x             | "sold"
            an example of the parameter comes first       | {type: string}                    | query tag: $inputs.x                | "shown"
            a text that a numeric parameter takes         | {type: string}                    | path id: $inputs.x                  | "5"
            a number where the input is one               | {type: integer}                   | path id: $inputs.x                  | 5
            the rest of an example around an expression   | {type: string}                    | header token: Bearer {$inputs.x}    | "abc"
            a part of an input                            | {type: object}                    | query status: $inputs.x.kind        | {"kind":"sold"}
            a part of an input by pointer                 | {type: object}                    | query status: $inputs.x#/a/b        | {"a":{"b":"sold"}}
            an input that only an output reads            | {type: boolean, const: true}      | output                              | true
            """)
    void one_input_suits_its_schema_and_its_parameter(String sentence, String schema, String use, String expected) {
        String step = use.equals("output")
                ? "steps: [{stepId: a, operationId: listPets}], outputs: {o: $inputs.x}"
                : step(use);

        JsonNode made = made("inputs: {type: object, properties: {x: " + schema + "}}, " + step)
                .path("x");

        assertThat(made.isMissingNode() ? null : made.toString()).isEqualTo(expected);
    }

    private static String step(String use) {
        String[] parts = use.split("[ :]+", 3);
        return "steps: [{stepId: a, operationId: " + (parts[0].equals("path") ? "getPet" : "listPets")
                + ", parameters: [{in: " + parts[0] + ", name: " + parts[1] + ", value: '" + parts[2] + "'}]}]";
    }

    @Test
    void a_member_of_a_body_decides() {
        assertThat(made("""
                inputs: {type: object, properties: {age: {type: integer}, mail: {type: string}, name: {type: string}}},
                steps: [{stepId: a, operationId: createPet, requestBody: {contentType: application/json,
                  payload: {name: $inputs.name, age: $inputs.age, owner: {mail: $inputs.mail}}}}]
                """).toString()).isEqualTo("{\"age\":11,\"mail\":\"rex@example.com\",\"name\":\"Rex\"}");
    }

    @Test
    void BOD_07_an_expression_inside_of_a_JSON_text_flows_into_its_member() {
        assertThat(made("""
                inputs: {type: object, properties: {age: {type: integer}, name: {type: string}}},
                steps: [{stepId: a, operationId: createPet, requestBody: {contentType: application/json,
                  payload: '{"name": "{$inputs.name}", "age": {$inputs.age}, "ids": [{$inputs.id}]}'}}]
                """).toString()).isEqualTo("{\"age\":11,\"name\":\"Rex\"}");
    }

    @Test
    void a_whole_body_is_an_example_of_it() {
        assertThat(made("""
                inputs: {type: object, properties: {pet: {type: object}}},
                steps: [{stepId: a, operationId: createPet, requestBody: {payload: $inputs.pet}}]
                """).toString())
                .isEqualTo("{\"pet\":{\"name\":\"Rex\",\"owner\":{\"mail\":\"rex@example.com\"}}}");
    }

    @Test
    void a_replacement_flows_into_its_target() {
        assertThat(made("""
                inputs: {type: object, properties: {age: {type: integer}}},
                steps: [{stepId: a, operationId: createPet, requestBody: {payload: {name: Rex},
                  replacements: [{target: /age, value: $inputs.age}]}}]
                """).toString()).isEqualTo("{\"age\":11}");
    }

    @Test
    void all_places_have_to_take_the_value() {
        assertThat(made("""
                inputs: {type: object, properties: {n: {type: integer, minimum: 8}}},
                steps: [{stepId: a, operationId: listPets, parameters: [{in: query, name: limit, value: $inputs.n}]},
                  {stepId: b, operationId: listPets, parameters: [{in: query, name: limit, value: $inputs.n}]}]
                """).path("n").intValue()).isBetween(8, 9);
    }

    @Test
    void STP_42_an_input_that_is_passed_on_suits_what_the_other_workflow_does_with_it() {
        assertThat(made("""
                inputs: {type: object, properties: {s: {type: string}}},
                steps: [{stepId: a, workflowId: v, parameters: [{name: t, value: $inputs.s}]}]},
                {workflowId: v, inputs: {type: object, properties: {t: {type: string}}}, steps: [{stepId: b,
                  operationId: listPets, parameters: [{in: query, name: code, value: $inputs.t}]}]
                """).path("s").textValue()).matches("[0-9]{4}");
    }

    @Test
    void workflows_that_call_each_other_come_to_an_end() {
        assertThat(made("""
                inputs: {type: object, properties: {s: {type: string}}},
                steps: [{stepId: a, workflowId: v, parameters: [{name: t, value: $inputs.s}]}]},
                {workflowId: v, inputs: {type: object, properties: {t: {enum: [one]}}}, steps: [{stepId: b,
                  workflowId: w, parameters: [{name: s, value: $inputs.t}]}]
                """).toString()).isEqualTo("{\"s\":\"one\"}");
    }

    @Test
    void workflows_that_are_called_on_many_ways_are_looked_at_once() {
        String inputs = "inputs: {type: object, properties: {s: {type: string}}}, steps: [";
        StringBuilder chain = new StringBuilder(inputs);
        for (int i = 1; i <= 30; i++) {
            String call = ", workflowId: v" + i + ", parameters: [{name: s, value: $inputs.s}]}";
            chain.append("{stepId: a" + call + ", {stepId: b" + call + "]}, {workflowId: v" + i + ", " + inputs);
        }

        assertThat(made(chain
                                + "{stepId: a, operationId: listPets, parameters: [{in: query, name: code, value: $inputs.s}]}]")
                        .path("s")
                        .textValue())
                .matches("[0-9]{4}");
    }

    @Test
    void schemas_that_contain_each_other_for_the_same_value_come_to_an_end() {
        assertThat(made("""
                inputs: {type: object, properties: {size: {type: integer}}},
                steps: [{stepId: a, operationId: createShape, requestBody: {payload: {size: $inputs.size}}}]
                """).toString()).isEqualTo("{\"size\":4}");
    }

    @Test
    void what_is_given_is_kept_and_what_nobody_uses_is_not_made() {
        LinkedDocument document = document("""
                inputs: {type: object, required: [r], properties: {s: {type: string}, unused: {type: string}, r: {const: 1}}},
                steps: [{stepId: a, operationId: listPets, parameters: [{in: query, name: status, value: $inputs.s}]}]
                """);
        MadeInputs inputs =
                new InputMaker().make(document, document.document().workflows().get(0), object("{\"s\":\"odd\"}"));

        assertThat(inputs.made().toString()).isEqualTo("{\"r\":1}");
        assertThat(inputs.all().toString()).isEqualTo("{\"s\":\"odd\",\"r\":1}");
    }

    @Test
    void WF_15_an_undeclared_input_is_made_only_where_the_schema_is_open() {
        String steps =
                "steps: [{stepId: a, operationId: listPets, parameters: [{in: query, name: status, value: $inputs.typo}]}]";

        assertThat(made(steps).toString()).isEqualTo("{\"typo\":\"sold\"}");
        assertThat(made("inputs: {type: object, properties: {other: {}}}, " + steps))
                .isEmpty();
    }

    @Test
    void the_same_documents_give_the_same_inputs() {
        String workflow = """
                inputs: {type: object, properties: {a: {type: string}, b: {type: string, format: uuid}, c: {type: number}}},
                steps: [{stepId: a, operationId: listPets}], outputs: {a: $inputs.a, b: $inputs.b, c: $inputs.c}
                """;

        assertThat(made(workflow)).isEqualTo(made(workflow)).hasSize(3);
    }

    private static ObjectNode made(String workflow) {
        LinkedDocument document = document(workflow);
        return new InputMaker()
                .make(document, document.document().workflows().get(0), object("{}"))
                .made();
    }

    private static LinkedDocument document(String workflow) {
        String text = "arazzo: 1.0.1\ninfo: {title: T, version: '1'}\n"
                + "sourceDescriptions: [{name: api, url: api.yaml, type: openapi}]\nworkflows: [{workflowId: w, "
                + workflow + "}]\n";
        ArazzoDocument document = DocumentReader.read(FILE, text.getBytes(StandardCharsets.UTF_8), ReadLimits.DEFAULT)
                .document()
                .orElseThrow();
        return new SourceLibrary(uri -> API.getBytes(StandardCharsets.UTF_8), Map.of(), ReadLimits.DEFAULT)
                .link(document, List.of());
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) Json.parse(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
