package io.github.arazzojunit.stub.made;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Made answers in other media types than JSON, and what the generator cannot make in any. */
class MediaTypesTest {

    private static final String READ = """
              steps:
              - stepId: read
                operationId: read
            """;

    private static String content(String content) {
        return """
                openapi: 3.1.0
                info: {title: Shop, version: 1.0.0}
                paths:
                  /orders:
                    get:
                      operationId: read
                      responses:
                        '200': {description: fine, content: {CONTENT}}
                """.replace("CONTENT", content);
    }

    private static String criterion(String xpath) {
        return READ + "    successCriteria:\n    - {context: $response.body, type: xpath, condition: \"" + xpath
                + "\"}\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/order/@no = 7",
                "/order/buyer-name = 'Ann'",
                "/order/lines/line = 'pen'",
                "count(/order/lines/line) = 3",
                "/order/note = 'x'",
            })
    void xpath_criteria_steer_the_members_that_the_xml_object_renames(String xpath) {
        MadeRun run = MadeRun.of(
                criterion(xpath),
                content(
                        "application/xml: {schema: {type: object, required: [id, buyer, lines], xml: {name: order}, properties: {"
                                + "id: {type: integer, xml: {name: 'no', attribute: true}},"
                                + "buyer: {type: string, xml: {name: buyer-name}},"
                                + "notes: {type: array, items: {type: string, xml: {name: note}}},"
                                + "lines: {type: array, xml: {wrapped: true}, items: {type: string, xml: {name: line}}}}}}"));

        assertThat(run.passed()).as(run.failure()).isTrue();
    }

    @Test
    void a_form_is_made_as_a_form() {
        MadeRun run = MadeRun.of(
                READ,
                content("application/x-www-form-urlencoded: {schema: {type: object, required: [a, b], properties: {a:"
                        + " {type: string, const: 'x y'}, b: {type: integer, const: 3}}}}"));

        assertThat(run.response("read").bodyAsText()).isEqualTo("a=x+y&b=3");
    }

    @Test
    void lines_of_json_are_made_a_line_each() {
        MadeRun run = MadeRun.of(
                READ,
                content("application/x-ndjson: {schema: {type: array, minItems: 2, items: {type: object, required: [n],"
                        + " properties: {n: {const: 1}}}}}"));

        assertThat(run.response("read").bodyAsText()).isEqualTo("{\"n\":1}\n{\"n\":1}\n");
    }

    @Test
    void lines_that_only_an_item_schema_describes_are_made() {
        MadeRun run = MadeRun.of(
                READ,
                content("application/jsonl: {itemSchema: {type: object, required: [n], properties: {n: {const: 1}}}}"));

        assertThat(run.response("read").bodyAsText()).isEqualTo("{\"n\":1}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: array, items: {type: object, writeOnly: true}}",
                "{type: object, properties: {keys: {type: array, items: {type: string, writeOnly: true}}}}",
                "{type: object, required: [keys], properties: {keys: {type: array, items: {type: string, writeOnly: true}}}}",
            })
    void an_array_of_items_that_never_come_back_is_empty_or_left_out(String schema) {
        MadeRun run = MadeRun.of(READ, content("application/json: {schema: " + schema + "}"));

        assertThat(run.passed()).as(run.failure()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"404, Not Found", "410, Gone", "422, Unprocessable Content"})
    void a_problem_says_the_status_and_the_phrase_of_the_answer(int status, String phrase) {
        String problem = "{description: problem, content: {application/problem+json: {schema: {type: object, required:"
                + " [title, status], properties: {title: {type: string}, status: {type: integer}}}}}}";
        MadeRun run = MadeRun.of(
                READ + "    successCriteria: [{condition: $statusCode == " + status + "}]\n",
                content("application/json: {}")
                        + "        '404': PROBLEM\n        '410': PROBLEM\n        '422': PROBLEM\n"
                                .replace("PROBLEM", problem));

        assertThat(run.body("read").toString()).isEqualTo("{\"title\":\"" + phrase + "\",\"status\":" + status + "}");
    }

    @Test
    void an_example_of_a_problem_keeps_its_title_and_gets_the_status_of_the_answer() {
        MadeRun run = MadeRun.of(
                READ + "    successCriteria: [{condition: $statusCode == 404}]\n",
                content("application/json: {}")
                        + "        '404': {description: none, content: {application/problem+json: {example: {title: No"
                        + " such order, status: 400}}}}\n");

        assertThat(run.body("read").toString()).isEqualTo("{\"title\":\"No such order\",\"status\":404}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pattern: '^(?!admin)[a-z]{5}$' | '^(?!admin)[a-z]{5}$'",
                "format: date-time, pattern: '^[0-9]{4}-W[0-9]{2}$' | '^[0-9]{4}-W[0-9]{2}$'",
            })
    void what_the_generator_cannot_make_is_said_with_the_remedies(String rules, String pattern) {
        String description =
                content("application/json: {schema: {type: object, required: [name], properties: {name: {type:"
                        + " string, " + rules + "}}}}");

        for (String workflow : new String[] {READ, READ + "    successCriteria: [{condition: $statusCode == 200}]\n"}) {
            MadeRun run = MadeRun.of(workflow, description);

            assertThat(run.failure())
                    .contains("can be made, which says nothing about the workflow", "shop.yaml:8:", "/name", pattern)
                    .contains("Give the member an example in the description, or write a mapping of your own")
                    .doesNotContain("can never satisfy", "contradicts", "satisfies .");
        }
    }

    @Test
    void an_example_is_the_remedy_for_what_the_generator_cannot_make() {
        MadeRun run = MadeRun.of(
                READ,
                content("application/json: {schema: {type: object, required: [name], properties: {name: {type: string,"
                        + " pattern: '^(?!admin)[a-z]{5}$', example: fooba}}}}"));

        assertThat(run.passed()).as(run.failure()).isTrue();
    }

    private static final String HARD = "{type: string, pattern: '^(?!admin)[a-z]{5}$'}";

    private static final String OPTIONAL =
            "application/json: {schema: {type: object, properties: {name: " + HARD + "}}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{text/plain: {schema: HARD}} | {}",
                "{application/xml: {schema: {type: object, required: [name], properties: {name: HARD}}}} | {}",
                "{} | {X-Name: {required: true, schema: HARD}}",
            })
    void what_the_generator_cannot_make_is_said_wherever_it_stands(String content, String headers) {
        MadeRun run = MadeRun.of(
                READ + "    successCriteria: [{condition: $statusCode == 200}]\n",
                content("REST")
                        .replace(
                                "{REST}",
                                content.replace("HARD", HARD) + ", headers: " + headers.replace("HARD", HARD)));

        assertThat(run.failure())
                .contains("can be made, which says nothing about the workflow", "shop.yaml:8:")
                .contains("'^(?!admin)[a-z]{5}$'", "Give the member an example in the description")
                .doesNotContain("can never satisfy");
    }

    @Test
    void a_criterion_that_needs_what_the_generator_cannot_make_is_not_called_impossible() {
        MadeRun run = MadeRun.of(
                READ + "    successCriteria: [{context: $response.body#/name, type: regex, condition: '^f'}]\n",
                content(OPTIONAL));

        assertThat(run.failure())
                .contains("can be made for the criterion '$response.body#/name : ^f' (flow.arazzo.yaml:9:")
                .contains("/name", "'^(?!admin)[a-z]{5}$'", "Give the member an example in the description")
                .doesNotContain("can never satisfy");
    }

    @Test
    void an_output_that_needs_what_the_generator_cannot_make_is_not_called_impossible() {
        MadeRun run = MadeRun.of(READ + "    outputs: {name: $response.body#/name}\n", content(OPTIONAL));

        assertThat(run.passed()).as(run.failure()).isTrue();
        assertThat(run.notes("read"))
                .anySatisfy(note -> assertThat(note)
                        .startsWith("warning: No response 200 of GET /orders can be made for the output 'name'"))
                .noneSatisfy(note -> assertThat(note).contains("can never satisfy"));
    }

    @Test
    void a_value_that_the_pattern_forbids_is_drift_however_hard_the_pattern_is() {
        MadeRun run = MadeRun.of(
                READ + "    successCriteria: [{condition: \"$response.body#/name == 'x'\"}]\n", content(OPTIONAL));

        assertThat(run.failure()).contains("can never satisfy", "no value was found that equals \"x\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: string, pattern: '^[a-z]{5}$'} | ^f",
                "{type: string, pattern: '^[a-z]{5}$', format: hostname} | o$",
                "{type: string, format: date, pattern: '^20[0-9]{2}-'} | -07-",
            })
    void a_text_that_two_patterns_match_is_looked_for(String schema, String pattern) {
        MadeRun run = MadeRun.of(
                READ + "    successCriteria: [{context: $response.body#/name, type: regex, condition: '" + pattern
                        + "'}]\n",
                content("application/json: {schema: {type: object, required: [name], properties: {name: " + schema
                        + "}}}"));

        assertThat(run.passed()).as(run.failure()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "    successCriteria: [{condition: $statusCode == 200}]\n"})
    void a_description_that_no_response_can_satisfy_is_said_to_contradict_itself(String criteria) {
        MadeRun run = MadeRun.of(
                READ + criteria,
                content("application/json: {schema: {type: object, required: [n], properties: {n: {type: integer,"
                        + " minimum: 5, maximum: 3}}}}"));

        assertThat(run.failure())
                .contains("No response 200 of GET /orders can satisfy its own description", "shop.yaml:8:")
                .contains("Correct the description, or write a mapping of your own")
                .doesNotContain("satisfies .", "can never satisfy");
    }
}
