package io.github.arazzojunit.stub.made;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a made answer is like although the description does not promise it. */
class AnswerNotesTest {

    /** The criteria begin in line 10 of the document. */
    private static String reading(String criterion) {
        return """
                  steps:
                  - stepId: read
                    operationId: readPet
                    successCriteria:
                    - CRITERION
                """.replace("CRITERION", criterion);
    }

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

    private static final String FILTER =
            "{context: $response.body, type: jsonpath, condition: \"$[?@.name == 'Rex']\"}";

    @Test
    void a_filter_over_an_open_object_whose_members_are_all_scalars_reads_what_is_not_declared() {
        MadeRun run = MadeRun.of(
                reading(FILTER),
                responses("'200': {content: {application/json: {schema: {type: object, properties: {id: {type:"
                        + " string}, name: {type: string}}}}}}"));

        assertThat(run.failure())
                .startsWith("read: $response.body : $[?@.name == 'Rex'] (flow.arazzo.yaml:10:7) reads 'name', which GET"
                        + " /pets allows but does not declare (shop.yaml:8:");
    }

    @Test
    void a_filter_over_a_closed_object_that_no_member_can_match_fails_with_both_places() {
        MadeRun run = MadeRun.of(
                reading(FILTER),
                responses("'200': {content: {application/json: {schema: {type: object, additionalProperties: false,"
                        + " properties: {name: {type: string}}}}}}"));

        assertThat(run.failure())
                .contains("(flow.arazzo.yaml:10:7): shop.yaml:8:46"
                        + " #/paths/~1pets/get/responses/200/content/application~1json/schema: no member of it can have"
                        + " 'name' that equals \"Rex\", and further members are forbidden");
    }

    @Test
    void a_body_that_is_described_for_a_status_without_one_is_not_called_undescribed() {
        MadeRun run = MadeRun.of(
                reading("condition: $response.body#/id != null"),
                responses("'204': {content: {application/json: {schema: {type: object}}}}"));

        assertThat(run.failure())
                .contains(
                        "(flow.arazzo.yaml:10:7): shop.yaml:8:9 #/paths/~1pets/get/responses/204: a response to GET with"
                                + " status 204 has no body, whatever its description says");
    }

    @Test
    void a_pattern_in_slashes_says_that_they_belong_to_it() {
        MadeRun run = MadeRun.of(
                reading("{context: $response.body#/name, type: regex, condition: '/^[0-9A-F]{8}$/i'}"),
                responses("'200': {content: {application/json: {schema: {type: object, properties: {name: {type:"
                        + " string, format: uuid}}}}}}"));

        assertThat(run.failure()).contains("\"/^[0-9A-F]{8}$/i\", where slashes and flags are part of the pattern");
    }

    @Test
    void an_object_in_a_text_is_made_as_JSON() {
        MadeRun run = MadeRun.of(
                reading("condition: $response.body != null"),
                responses("'200': {content: {text/plain: {schema: {type: object, required: [id, name], properties:"
                        + " {id: {type: string}, name: {type: string}}}}}}"));

        assertThat(run.passed()).as(run.failure()).isTrue();
    }

    @Test
    void a_status_that_only_default_covers_is_a_warning_that_names_the_documented_success() {
        MadeRun run = MadeRun.of(
                reading("condition: $statusCode == 200"),
                responses("'201': {description: created}\ndefault: {description: other}"));

        assertThat(run.passed()).as(run.failure()).isTrue();
        assertThat(run.notes("read"))
                .contains("warning: status 200, which the step wants (flow.arazzo.yaml:10:7), is covered by 'default'"
                        + " only (shop.yaml:9:9 #/paths/~1pets/get/responses/default), while the description documents"
                        + " 201 (shop.yaml:8:9 #/paths/~1pets/get/responses/201)");
    }

    @Test
    void a_media_type_that_the_step_accepts_but_no_response_has_is_a_warning() {
        String description = responses("'200': {content: {text/csv: {schema: {type: string}}}}");
        String accept = "    parameters: [{name: accept, in: header, value: TYPE}]\n";

        MadeRun run =
                MadeRun.of(reading("condition: $statusCode == 200") + accept.replace("TYPE", "text/xml"), description);

        assertThat(run.passed()).as(run.failure()).isTrue();
        assertThat(run.notes("read"))
                .contains("warning: the step accepts 'text/xml' (flow.arazzo.yaml:11:18), but GET /pets answers with"
                        + " text/csv (shop.yaml:8:9 #/paths/~1pets/get/responses/200)");
        assertThat(MadeRun.of(
                                reading("condition: $statusCode == 200")
                                        + accept.replace("TYPE", "'text/xml, text/*;q=0.5'"),
                                description)
                        .notes("read"))
                .noneMatch(note -> note.contains("accepts"));
    }
}
