package io.github.arazzojunit.stub.made;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a made answer is, rule by rule. Drift between document and description is in {@link DriftTest}. */
class StubMakerTest {

    private static final String READ = """
              steps:
              - stepId: read
                operationId: readPet
            """;

    /** One operation, {@code GET /pets}, with these responses. */
    private static String responses(String responses) {
        return """
                openapi: 3.1.0
                info: {title: Shop, version: 1.0.0}
                paths:
                  /pets:
                    get:
                      operationId: readPet
                      responses:
                """ + responses.indent(8);
    }

    /** One operation whose only response has this schema. */
    private static String schema(String schema) {
        return responses("'200': {content: {application/json: {schema: " + schema + "}}}");
    }

    private static String criteria(String... conditions) {
        StringBuilder text = new StringBuilder(READ + "    successCriteria:\n");
        for (String condition : conditions) {
            text.append("    - ").append(condition).append('\n');
        }
        return text.toString();
    }

    private static String simple(String condition) {
        return "condition: \"" + condition + "\"";
    }

    private static String jsonPath(String condition) {
        return "{context: $response.body, type: jsonpath, condition: \"" + condition + "\"}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "$statusCode == 404; 404",
                "$statusCode == 201 || $statusCode == 404; 201",
                "$statusCode >= 400; 404",
                "$statusCode == 503; 503",
                "$statusCode == 418; 418",
                "$statusCode != 201; 204",
                "$statusCode > 201 && $statusCode < 400; 204",
            })
    void the_status_is_a_documented_one_that_the_criteria_want(String condition, int status) {
        String description = responses("""
                '404': {description: none}
                '201': {description: created}
                '204': {description: empty}
                5XX: {description: broken}
                default: {description: other}
                """);

        MadeRun run = MadeRun.of(criteria(simple(condition)), description);

        assertThat(run.passed()).as(run.failure()).isTrue();
        assertThat(run.response("read").status()).isEqualTo(status);
    }

    @Test
    void a_status_in_a_regular_expression_counts_as_well() {
        MadeRun run = MadeRun.of(
                criteria("{context: $statusCode, type: regex, condition: '^4'}"),
                responses("'200': {description: fine}\n'404': {description: none}"));

        assertThat(run.response("read").status()).isEqualTo(404);
    }

    @Test
    void without_criteria_the_answer_is_a_success() {
        MadeRun run = MadeRun.of(READ, responses("'404': {description: none}\n'202': {description: later}"));

        assertThat(run.passed()).isTrue();
        assertThat(run.response("read").status()).isEqualTo(202);
    }

    @Test
    void an_operation_without_responses_answers_what_is_asked_for() {
        String description = responses("{}").replace("responses:\n        {}", "responses: {}");

        MadeRun run = MadeRun.of(criteria(simple("$statusCode == 202")), description);

        assertThat(run.response("read").status()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 205, 304})
    void an_answer_whose_status_allows_no_body_has_none(int status) {
        MadeRun run = MadeRun.of(
                criteria(simple("$statusCode == " + status)),
                responses("'" + status + "': {content: {application/json: {schema: {type: object}}}}"));

        assertThat(run.response("read").status()).isEqualTo(status);
        assertThat(run.response("read").bodyAsText()).isEmpty();
    }

    @Test
    void the_body_is_the_example_of_the_media_type() {
        MadeRun run = MadeRun.of(READ, responses("""
                '200':
                  content:
                    application/json:
                      schema: {type: object, properties: {name: {type: string}}}
                      example: {name: Rex}
                """));

        assertThat(run.body("read").toString()).isEqualTo("{\"name\":\"Rex\"}");
    }

    @Test
    void an_example_that_is_not_valid_is_passed_over_for_the_next() {
        MadeRun run = MadeRun.of(READ, responses("""
                '200':
                  content:
                    application/json:
                      schema: {type: object, properties: {name: {type: string}}}
                      examples:
                        wrong: {value: {name: 1}}
                        right: {value: {name: Rex}}
                """));

        assertThat(run.body("read").toString()).isEqualTo("{\"name\":\"Rex\"}");
    }

    @Test
    void the_same_documents_make_the_same_answer() {
        String description = schema("{type: object, required: [a, b], properties: {a: {type: string, format: uuid},"
                + " b: {type: string, format: date-time}}}");

        assertThat(MadeRun.of(READ, description).body("read"))
                .isEqualTo(MadeRun.of(READ, description).body("read"));
    }

    @Test
    void json_comes_before_other_representations() {
        MadeRun run = MadeRun.of(READ, responses("""
                '200':
                  content:
                    text/plain: {schema: {type: string}}
                    application/xml: {schema: {type: object, properties: {name: {type: string}}}}
                    application/hal+json: {schema: {type: object, properties: {name: {type: string}}}}
                """));

        assertThat(run.response("read").contentType().orElseThrow().essence()).isEqualTo("application/hal+json");
    }

    @Test
    void an_xpath_criterion_gets_xml() {
        MadeRun run =
                MadeRun.of(criteria("{context: $response.body, type: xpath, condition: /pet/name}"), responses("""
                '200':
                  content:
                    application/json: {schema: {type: object}}
                    application/xml:
                      schema: {type: object, xml: {name: pet}, required: [name], properties: {name: {type: string}}}
                """));

        assertThat(run.passed()).as(run.failure()).isTrue();
        assertThat(run.response("read").bodyAsText()).startsWith("<pet><name>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/order/state = 'done'",
                "/order/state != 'new'",
                "/order/state/text() = 'done'",
                "/order/total > 41.5 and /order/total < 43",
                "/order/total=42",
                "/order/buyer/name = 'Rex'",
                "count(/order/item) = 3",
                "/order/item = 'pen'",
                "/order/line/sku = 'pen-1' and /order/state = 'done'",
                "/order/state",
                "/order[state = 'new']",
            })
    void made_xml_satisfies_simple_xpath_conditions(String condition) {
        MadeRun run =
                MadeRun.of(criteria("{context: $response.body, type: xpath, condition: \"" + condition + "\"}"), ORDER);

        assertThat(run.passed()).as(run.failure()).isTrue();
    }

    @Test
    void an_xpath_condition_that_the_description_rules_out_fails_with_both_places() {
        MadeRun run =
                MadeRun.of(criteria("{context: $response.body, type: xpath, condition: /order/state = 'lost'}"), ORDER);

        assertThat(run.failure())
                .contains("can never satisfy", "(flow.arazzo.yaml:10:7)", "shop.yaml:16:19", "equals \"lost\"");
    }

    @Test
    void an_xpath_condition_that_is_too_much_for_the_maker_fails_with_the_reason() {
        MadeRun run = MadeRun.of(
                criteria("{context: $response.body, type: xpath, condition: string-length(/order/buyer/name) = 77}"),
                ORDER);

        assertThat(run.failure())
                .contains("No response 200 of GET /pets", "was found that satisfies the criterion", "Write a mapping");
    }

    private static final String ORDER = responses("""
            '200':
              content:
                application/xml:
                  schema:
                    type: object
                    xml: {name: order}
                    required: [state]
                    properties:
                      state: {type: string, enum: [new, done]}
                      total: {type: number}
                      buyer: {type: object, properties: {name: {type: string}}}
                      item: {type: array, items: {type: string}}
                      line: {type: array, items: {type: object, properties: {sku: {type: string}}}}
            """);

    @Test
    void a_representation_is_one_that_the_request_accepts() {
        String workflow = READ + "    parameters: [{name: Accept, in: header, value: text/csv}]\n";

        MadeRun run = MadeRun.of(workflow, responses("""
                '200': {content: {application/json: {}, text/csv: {example: "a,b"}}}
                """));

        assertThat(run.response("read").bodyAsText()).isEqualTo("a,b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$response.body#/status == 'done'",
                "$response.body.status == 'done'",
                "'done' == $response.body#/status",
                "$response.body#/count > 41 && $response.body#/count <= 42",
                "$response.body#/ok",
                "!$response.body#/ok",
                "$response.body#/ok == false",
                "$response.body#/name == $inputs.name",
                "$response.body#/name != null",
                "$response.body#/note == null",
                "$response.body#/status == 'none' || $response.body#/count == 7",
                "$response.body#/tags/1 == 'b'",
                "$response.body.tags.length > 2",
                "$response.body#/owner/name == 'Ann'",
                "$response.header.X-Rate == 5",
            })
    void what_a_simple_criterion_compares_is_made_to_fit(String condition) {
        MadeRun run = MadeRun.of(criteria(simple(condition)), PET, "{\"name\": \"Tom\"}");

        assertThat(run.passed()).as(run.failure()).isTrue();
        assertThat(run.notes("read")).noneMatch(note -> note.startsWith("warning"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$.status == 'done'",
                "$.status != 'running'",
                "$.tags.length > 2",
                "$.tags.length == 0",
                "$[?@.name == 'Ann']",
                "$.pets[?@.age > 3]",
                "$.pets[?@.age > 3 && @.kind == 'dog']",
                "$.pets[0].kind",
                "$.owner.name",
                "$.count > 41 && $.ok == true",
                "count($.pets[*]) == 3",
                "!$.note",
                "search($.name, '^R[0-9]{3}$')",
            })
    void what_a_jsonpath_criterion_asks_for_is_made_to_fit(String condition) {
        MadeRun run = MadeRun.of(criteria(jsonPath(condition)), PET);

        assertThat(run.passed()).as(run.failure()).isTrue();
    }

    @Test
    void a_filter_of_the_draft_tests_the_object_itself() {
        MadeRun run = MadeRun.of(
                criteria("{context: $response.body, condition: \"$[?(@.count == 400)]\","
                        + " type: {type: jsonpath, version: draft-goessner-dispatch-jsonpath-00}}"),
                PET);

        assertThat(run.passed()).as(run.failure()).isTrue();
        assertThat(run.response("read").bodyAsText()).contains("\"count\":400");
    }

    @Test
    void a_text_is_made_for_a_regular_expression() {
        MadeRun run = MadeRun.of(
                criteria("{context: $response.body#/name, type: regex, condition: '^[A-Z]{3}-[0-9]+$'}"), PET);

        assertThat(run.passed()).as(run.failure()).isTrue();
        assertThat(run.body("read").path("name").asText()).matches("[A-Z]{3}-[0-9]+");
    }

    @Test
    void every_output_finds_a_value_although_the_members_are_optional() {
        MadeRun run = MadeRun.of(READ + """
                    outputs:
                      owner: $response.body#/owner/name
                      second: $response.body#/tags/1
                      rate: $response.header.X-Rate
                      dog: {context: $response.body, selector: "$.pets[?@.kind == 'dog'].age", type: jsonpath}
                  outputs:
                    owner: $steps.read.outputs.owner
                    second: $steps.read.outputs.second
                    rate: $steps.read.outputs.rate
                    dog: $steps.read.outputs.dog
                """, PET);

        assertThat(run.outputs().fieldNames()).toIterable().containsExactly("owner", "second", "rate", "dog");
    }

    @Test
    void an_output_of_a_body_that_expressions_cannot_read_is_worth_a_warning() {
        MadeRun run = MadeRun.of(
                READ + "    outputs: {file: $response.body}\n  outputs: {file: $steps.read.outputs.file}\n",
                responses("""
                        '200': {content: {application/octet-stream: {schema: {type: string, format: binary}}}}
                        """));

        assertThat(run.passed()).as(run.failure()).isTrue();
        assertThat(run.notes("read"))
                .anyMatch(note -> note.startsWith("warning: no made response has a value for the output 'file'"));
    }

    @Test
    void what_later_steps_read_inside_of_an_output_is_there() {
        MadeRun run = MadeRun.of(READ + """
                    outputs: {pets: $response.body#/pets}
                  outputs:
                    age: $steps.read.outputs.pets[1].age
                    kind: $steps.read.outputs.pets#/0/kind
                """, PET);

        assertThat(run.outputs().fieldNames()).toIterable().containsExactly("age", "kind");
    }

    @Test
    void a_criterion_that_the_response_has_no_influence_on_is_left_to_the_run() {
        MadeRun run = MadeRun.of(criteria(simple("$inputs.name == 'Ann'")), PET, "{\"name\": \"Tom\"}");

        assertThat(run.passed()).isFalse();
        assertThat(run.failure()).contains("1 of 1 success criterion not met");
    }

    @Test
    void an_example_is_changed_no_more_than_a_criterion_needs() {
        MadeRun run = MadeRun.of(criteria(simple("$response.body#/status == 'sold'")), responses("""
                '200':
                  content:
                    application/json:
                      schema:
                        type: object
                        properties: {status: {enum: [free, sold]}, name: {type: string}, note: {type: string}}
                      example: {status: free, name: Rex}
                """));

        assertThat(run.body("read").toString()).isEqualTo("{\"status\":\"sold\",\"name\":\"Rex\"}");
    }

    @Test
    void the_branch_of_a_union_that_declares_the_member_is_taken() {
        MadeRun run = MadeRun.of(
                READ + "    outputs: {iban: $response.body#/iban}\n  outputs: {iban: $steps.read.outputs.iban}\n",
                schema("{oneOf: [{type: object, required: [card], properties: {card: {type: string}}},"
                        + " {type: object, required: [iban], properties: {iban: {type: string}}}]}"));

        assertThat(run.outputs().path("iban").isTextual()).as(run.failure()).isTrue();
        assertThat(run.notes("read")).noneMatch(note -> note.startsWith("warning"));
    }

    @Test
    void a_recursive_schema_is_followed_as_far_as_an_output_reads() {
        MadeRun run = MadeRun.of(
                READ + "    outputs: {deep: $response.body#/child/child/child/name}\n"
                        + "  outputs: {deep: $steps.read.outputs.deep}\n",
                responses("'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Node'}}}}") + """
                        components:
                          schemas:
                            Node: {type: object, properties: {name: {type: string}, child: {$ref: '#/components/schemas/Node'}}}
                        """);

        assertThat(run.outputs().path("deep").isTextual()).isTrue();
    }

    @Test
    void a_member_that_is_read_but_only_allowed_is_red_and_names_the_declared_ones() {
        MadeRun run = MadeRun.of(
                READ + "    outputs: {prise: $response.body#/prise}\n  outputs: {prise: $steps.read.outputs.prise}\n",
                schema("{type: object, properties: {id: {type: string}, price: {type: number}}}"));

        assertThat(run.failure())
                .startsWith(
                        "read: the output 'prise' ($response.body#/prise) (flow.arazzo.yaml:9:15) reads 'prise',"
                                + " which GET /pets allows but does not declare (shop.yaml:8:46 #/paths/~1pets/get/responses/200")
                .contains("Did you mean 'price'?", "arazzo.contract.undeclared=warn");
    }

    @Test
    void a_member_that_is_only_allowed_is_worth_a_warning_where_nothing_reads_the_output() {
        MadeRun run = MadeRun.of(
                READ + "    outputs: {prise: $response.body#/prise}\n",
                schema("{type: object, properties: {id: {type: string}, price: {type: number}}}"));

        assertThat(run.passed()).as(run.failure()).isTrue();
        assertThat(run.notes("read"))
                .filteredOn(note -> note.startsWith("warning"))
                .singleElement()
                .asString()
                .startsWith(
                        "warning: the output 'prise' ($response.body#/prise) (flow.arazzo.yaml:9:15) reads 'prise'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{type: object}", "{}", "{type: object, additionalProperties: true}"})
    void an_object_that_declares_no_member_promises_nothing_that_could_be_misspelled(String schema) {
        MadeRun run = MadeRun.of(criteria(simple("$response.body#/prise == 12")), schema(schema));

        assertThat(run.passed()).as(run.failure()).isTrue();
    }

    @Test
    void a_member_that_only_an_example_of_the_response_shows_is_declared_by_it() {
        MadeRun run = MadeRun.of(criteria(simple("$response.body#/matches/0/ts == '7'")), responses("""
                '200':
                  content:
                    application/json:
                      schema: {type: object, properties: {ok: {type: boolean}}, additionalProperties: true}
                      example: {ok: true, matches: [{ts: '7'}]}
                """));

        assertThat(run.passed()).as(run.failure()).isTrue();
    }

    @Test
    void a_header_that_is_read_but_not_declared_beside_others_is_red() {
        MadeRun run = MadeRun.of(
                READ + "    outputs: {left: $response.header.X-Left}\n  outputs: {left: $steps.read.outputs.left}\n",
                PET);

        assertThat(run.failure())
                .startsWith("read: the output 'left' ($response.header.X-Left) (flow.arazzo.yaml:9:15) reads the header"
                        + " 'x-left', which GET /pets allows but does not declare (shop.yaml:8:")
                .contains("X-Rate");
    }

    @Test
    void a_branch_that_reads_what_is_not_declared_is_red() {
        MadeRun run = MadeRun.of(READ + """
                    onSuccess:
                    - {name: done, type: end, criteria: [{condition: "$response.body#/prise > 1"}]}
                """, schema("{type: object, properties: {price: {type: number}}}"));

        assertThat(run.failure()).contains("reads 'prise'", "flow.arazzo.yaml:10:");
    }

    @Test
    void an_output_that_cannot_be_and_that_nobody_reads_is_worth_a_warning_only() {
        MadeRun run = MadeRun.of(
                READ + "    outputs: {tag: $response.body#/tag}\n",
                schema("{type: object, properties: {id: {type: string}}, additionalProperties: false}"));

        assertThat(run.passed()).isTrue();
        assertThat(run.notes("read")).anyMatch(note -> note.contains("can never satisfy the output 'tag'"));
    }

    @Test
    void what_was_sent_comes_back_and_what_was_created_can_be_read() {
        MadeRun run = MadeRun.of("""
                  steps:
                  - stepId: create
                    operationId: createPet
                    requestBody: {payload: {name: Rex, age: 3}}
                    outputs: {id: $response.body#/id}
                  - stepId: read
                    operationId: readPet
                    parameters: [{name: petId, in: path, value: $steps.create.outputs.id}]
                  - stepId: list
                    operationId: listPets
                    parameters: [{name: kind, in: query, value: cat}]
                """, CRUD);

        assertThat(run.passed()).as(run.failure()).isTrue();
        JsonNode created = run.body("create");
        assertThat(created.path("name").asText()).isEqualTo("Rex");
        assertThat(run.body("read")).isEqualTo(created);
        assertThat(run.body("list").path("data").get(0).path("id")).isEqualTo(created.path("id"));
        assertThat(run.body("list").path("data").get(0).path("name").asText()).isEqualTo("Rex");
    }

    @Test
    void the_value_that_was_sent_wins_over_the_example_with_a_warning() {
        String description = CRUD.replace(
                "{'201': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}",
                "{'201': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'},"
                        + " example: {id: 1, name: Tom, age: 3}}}}}");

        MadeRun run = MadeRun.of("""
                  steps:
                  - stepId: create
                    operationId: createPet
                    requestBody: {payload: {name: Rex, age: 3}}
                """, description);

        assertThat(run.body("create").path("name").asText()).isEqualTo("Rex");
        assertThat(run.notes("create"))
                .filteredOn(note -> note.startsWith("warning"))
                .singleElement()
                .asString()
                .startsWith("warning: the example of the response (shop.yaml:8:")
                .endsWith("shows name \"Tom\", but step 'create' sent (flow.arazzo.yaml:9:29) \"Rex\"; the answer has"
                        + " what was sent");
    }

    @Test
    void a_secret_that_was_sent_is_masked_in_the_contradiction() {
        MadeRun run = MadeRun.masking(
                "token", """
                  steps:
                  - stepId: create
                    operationId: createPet
                    requestBody: {payload: {name: Rex, token: abc}}
                    successCriteria: [{condition: "$response.body#/token == $inputs.other"}]
                """, CRUD.replace("age: {type: integer}", "token: {type: string}"), "{\"other\": \"xyz\"}");

        assertThat(run.failure())
                .contains(
                        "contradicts token ***, which step 'create' sent (flow.arazzo.yaml:9:", "while *** is expected")
                .doesNotContain("abc", "xyz");
    }

    @Test
    void two_creations_get_ids_of_their_own() {
        MadeRun run = MadeRun.of("""
                  steps:
                  - stepId: first
                    operationId: createPet
                    requestBody: {payload: {name: Rex}}
                  - stepId: second
                    operationId: createPet
                    requestBody: {payload: {name: Tom}}
                """, CRUD);

        assertThat(run.body("first").path("id")).isNotEqualTo(run.body("second").path("id"));
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: integer, example: 7} | 7 | 8",
                "{type: string, example: pet_a} | pet_a | pet_a-2",
                "{type: string, format: uuid, example: 0d9e3c5a-7b1f-4c2e-9a6d-0f1e2d3c4b5a}"
                        + " | 0d9e3c5a-7b1f-4c2e-9a6d-0f1e2d3c4b5a | 0d9e3c5a-7b1f-4c2e-9a6d-0f1e2d3c4b5b",
                "{type: string, enum: [only]} | only | only",
            })
    void two_creations_get_ids_of_their_own_although_the_description_shows_one(
            String schema, String first, String second) {
        MadeRun run = MadeRun.of("""
                  steps:
                  - stepId: first
                    operationId: createPet
                    requestBody: {payload: {name: Rex}}
                  - stepId: second
                    operationId: createPet
                    requestBody: {payload: {name: Tom}}
                """, CRUD.replace("id: {type: integer}", "id: " + schema));

        assertThat(run.passed()).as(run.failure()).isTrue();
        assertThat(run.body("first").path("id").asText()).isEqualTo(first);
        assertThat(run.body("second").path("id").asText()).isEqualTo(second);
        assertThat(run.body("second").path("name").asText()).isEqualTo("Tom");
    }

    @Test
    void an_id_that_the_request_sends_is_the_id_of_the_answer_each_time() {
        MadeRun run = MadeRun.of("""
                  steps:
                  - stepId: first
                    operationId: createPet
                    requestBody: {payload: {id: 7, name: Rex}}
                  - stepId: second
                    operationId: createPet
                    requestBody: {payload: {id: 7, name: Rex}}
                """, CRUD.replace("id: {type: integer}", "id: {type: integer, example: 7}"));

        assertThat(run.body("second").path("id").intValue()).isEqualTo(7);
    }

    @Test
    void the_id_in_the_path_is_the_id_of_what_is_read() {
        MadeRun run = MadeRun.of("""
                  steps:
                  - stepId: read
                    operationId: readPet
                    parameters: [{name: petId, in: path, value: 4711}]
                """, CRUD);

        assertThat(run.body("read").path("id").toString()).isEqualTo("4711");
    }

    @Test
    void a_step_that_polls_gets_the_answer_that_makes_it_repeat_once() {
        MadeRun run = MadeRun.of(
                criteria(simple("$statusCode == 200"), jsonPath("$.status != 'running'")) + """
                    onFailure:
                    - {name: again, type: retry, retryLimit: 5, criteria: [{condition: $statusCode == 200}]}
                """,
                schema("{type: object, required: [status], properties: {status: {enum: [running, done]}}}"));

        assertThat(run.passed()).isTrue();
        assertThat(run.attempts("read")).hasSize(2);
    }

    @Test
    void a_retry_for_errors_is_not_provoked() {
        MadeRun run = MadeRun.of(
                criteria(simple("$statusCode == 200")) + """
                    onFailure:
                    - {name: again, type: retry, retryLimit: 5, criteria: [{condition: $statusCode == 503}]}
                """,
                responses("'200': {description: fine}\n'503': {description: busy}"));

        assertThat(run.attempts("read")).hasSize(1);
    }

    @Test
    void a_loop_that_goes_back_on_failure_is_left_at_the_second_visit() {
        MadeRun run = MadeRun.of(
                criteria(simple("$response.body#/status == 'done'")) + """
                    onFailure:
                    - {name: back, type: goto, stepId: read}
                """,
                schema("{type: object, required: [status], properties: {status: {enum: [running, done]}}}"));

        assertThat(run.passed()).isTrue();
        assertThat(run.attempts("read")).hasSize(2);
    }

    @Test
    void a_loop_that_goes_back_on_success_is_left_at_the_second_visit() {
        MadeRun run = MadeRun.of(
                READ + """
                    onSuccess:
                    - {name: back, type: goto, stepId: read, criteria: [{condition: "$response.body#/status == 'running'"}]}
                """,
                schema("{type: object, required: [status], properties: {status: {enum: [running, done]}}}"));

        assertThat(run.passed()).as(run.failure()).isTrue();
        assertThat(run.attempts("read")).hasSizeBetween(1, 2);
    }

    @Test
    void an_operation_that_asks_for_a_credential_warns_when_none_is_sent() {
        String description = responses("'200': {description: fine}")
                + "components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}\n"
                + "security: [{key: []}]\n";

        assertThat(MadeRun.of(READ, description).notes("read"))
                .anyMatch(note -> note.matches("warning: GET /pets \\(shop.yaml:5:5\\) asks for key, but step 'read'"
                        + " \\(flow.arazzo.yaml:7:5\\) sends no credential"));
        assertThat(MadeRun.of(READ + "    parameters: [{name: X-Key, in: header, value: k}]\n", description)
                        .notes("read"))
                .noneMatch(note -> note.contains("credential"));
    }

    private static final String PET = responses("""
            '200':
              headers: {X-Rate: {schema: {type: integer}}}
              content:
                application/json:
                  schema:
                    type: object
                    required: [status, count]
                    additionalProperties: false
                    properties:
                      status: {enum: [running, done, none]}
                      count: {type: integer}
                      ok: {type: boolean}
                      name: {type: string}
                      note: {type: [string, 'null']}
                      tags: {type: array, items: {type: string}}
                      owner: {type: object, properties: {name: {type: string}}}
                      pets:
                        type: array
                        items: {type: object, properties: {kind: {enum: [cat, dog]}, age: {type: integer}}}
            """);

    private static final String CRUD = """
            openapi: 3.0.3
            info: {title: Shop, version: 1.0.0}
            paths:
              /pets:
                post:
                  operationId: createPet
                  requestBody: {content: {application/json: {schema: {type: object}}}}
                  responses: {'201': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
                get:
                  operationId: listPets
                  parameters: [{name: kind, in: query, schema: {type: string}}]
                  responses:
                    '200':
                      description: ok
                      content:
                        application/json:
                          schema:
                            type: object
                            properties:
                              data: {type: array, items: {$ref: '#/components/schemas/Pet'}}
                              total: {type: integer}
              /pets/{petId}:
                get:
                  operationId: readPet
                  parameters: [{name: petId, in: path, required: true, schema: {type: integer}}]
                  responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
            components:
              schemas:
                Pet:
                  type: object
                  required: [id, name]
                  properties: {id: {type: integer}, name: {type: string}, age: {type: integer}, kind: {type: string}}
            """;
}
