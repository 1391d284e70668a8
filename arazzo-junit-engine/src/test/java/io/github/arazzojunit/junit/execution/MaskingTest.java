package io.github.arazzojunit.junit.execution;

import static io.github.arazzojunit.junit.execution.Scenario.criteria;
import static io.github.arazzojunit.junit.execution.Scenario.read;
import static io.github.arazzojunit.junit.execution.Scenario.step;
import static io.github.arazzojunit.junit.execution.Scenario.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.Event;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

/** No secret reaches a message, an entry, an attachment or the command that repeats a request. */
class MaskingTest {

    private static final String SECRET = "s3cret-Value";

    @RegisterExtension
    final Scenario scenario = new Scenario();

    @Test
    void headers_cookies_and_query_parameters_are_masked_by_their_names() {
        String[] parameters = {
            "parameters:",
            "  - {name: id, in: path, value: o-1}",
            "  - {name: Authorization, in: header, value: Bearer " + SECRET + "}",
            "  - {name: session, in: cookie, value: " + SECRET + "-cookie}",
            "  - {name: access_token, in: query, value: " + SECRET + "-query}",
        };
        String texts = texts(workflow(
                "ship",
                List.of(step(
                        "look", "operationId: read", String.join("\n", parameters), criteria("$statusCode == 1")))));

        assertThat(scenario.provider().requests()).containsExactly("GET /orders/o-1?access_token=" + SECRET + "-query");
        assertThat(texts)
                .doesNotContain(SECRET)
                .contains("-H 'Authorization: ***'", "-H 'Cookie: ***'", "/orders/o-1?access_token=***'");
    }

    @Test
    void members_of_bodies_are_masked_whatever_is_in_them() {
        scenario.provider().answer("POST /orders", 500, """
                        {"credentials": {"user": "%1$s-user", "keys": ["%1$s-key"]}, "clientSecret": "%1$s",
                         "pin_token": 4711, "hasPassword": true, "apiKey": null}""".formatted(SECRET));
        String texts = texts(workflow(
                "ship",
                List.of(step(
                        "make", "operationId: create", "requestBody: {payload: {password: " + SECRET + "-sent}}"))));

        assertThat(scenario.provider().bodies()).containsExactly("{\"password\":\"" + SECRET + "-sent\"}");
        assertThat(texts)
                .doesNotContain(SECRET, "4711")
                .contains(
                        "{\"credentials\":\"***\",\"clientSecret\":\"***\",\"pin_token\":\"***\",\"hasPassword\":true,"
                                + "\"apiKey\":null}")
                .contains("--data-raw '{\"password\":\"***\"}'");
    }

    @Test
    void members_of_forms_and_of_broken_JSON_are_masked() {
        scenario.provider().answer("POST /orders", 500, "{\"password\": \"" + SECRET + "\", broken");
        String texts = texts(workflow("ship", List.of(step("make", "operationId: create", """
                requestBody:
                  contentType: application/x-www-form-urlencoded
                  payload: {user: me, client_secret: %s form}
                """.formatted(SECRET)))));

        assertThat(scenario.provider().bodies().get(0)).contains("client_secret=" + SECRET);
        assertThat(texts)
                .doesNotContain(SECRET)
                .contains("user=me&client_secret=***", "{\"password\": \"***\", broken");
    }

    /** Plain words are no secrets elsewhere, but behind a name they are. */
    @Test
    void a_violation_of_the_description_does_not_tell_the_value_behind_a_secret_name() {
        scenario.provider().answer("GET /orders/o-1", 200, "{\"pin_token\": \"plainword\", \"weight\": \"heavy\"}");

        assertThat(texts(workflow("ship", List.of(read("look", "o-1")))))
                .doesNotContain("plainword")
                .contains("at /pin_token: ", "actual: \"***\" (shop.yaml:", "actual: \"heavy\" (shop.yaml:");
    }

    @Test
    void XML_parts_and_long_texts_are_masked() {
        String xml = "<login password='%1$s-1'><api-key kind='x'>%1$s-2</api-key></login>".formatted(SECRET);
        String part = "--b\r\nContent-Disposition: form-data; name=\"secret\"\r\n\r\n" + SECRET + "-3\r\n--b--";
        String broken = "{\"text\": \"" + "\\n".repeat(20_000) + "\", \"token\": \"" + SECRET + "-4\", broken";
        scenario.provider()
                .answer("GET /orders/xml", 500, xml, "Content-Type", "text/plain")
                .answer("GET /orders/part", 500, part, "Content-Type", "text/plain")
                .answer("GET /orders/broken", 500, broken);
        String texts = texts(
                workflow("a", List.of(read("one", "xml"))),
                workflow("b", List.of(read("two", "part"))),
                workflow("c", List.of(read("three", "broken"))));

        assertThat(texts)
                .doesNotContain(SECRET)
                .contains("<login password='***'><api-key kind='x'>***</api-key></login>", "name=\"secret\" ***");
    }

    @Test
    void both_values_of_a_comparison_are_masked_where_one_stands_behind_a_secret_name() {
        scenario.provider()
                .answer("GET /orders/o-1", 500, "{\"access_token\": \"plainword\", \"copy\": \"otherword\"}");
        scenario.workflows(workflow(
                "ship",
                List.of(read("look", "o-1", criteria("$response.body#/access_token == $response.body#/copy")))));
        Throwable failure = scenario.run().failure("look");

        assertThat(failure).hasMessageContaining("left   \"***\"                       right  \"***\"");
        assertThat(failure).isInstanceOfSatisfying(AssertionFailedError.class, error -> {
            assertThat(error.getExpected().getStringRepresentation()).isEqualTo("***");
            assertThat(error.getActual().getStringRepresentation()).isEqualTo("***");
        });
    }

    @Test
    void a_secret_is_masked_wherever_it_turns_up_after_it_was_seen() {
        scenario.provider()
                .answer("POST /orders", 200, "{\"token\": \"" + SECRET + "/1 2\"}")
                .answer("GET /orders/" + SECRET + "/1 2", 500, "{\"echo\": \"it was " + SECRET + "/1 2\"}");
        String texts = texts(workflow(
                "ship",
                List.of(
                        step("make", "operationId: create", "outputs: {ticket: $response.body#/token}"),
                        read("look", "$steps.make.outputs.ticket", "outputs: {said: $response.body#/echo}"))));

        assertThat(scenario.provider().requests()).contains("GET /orders/" + SECRET + "%2F1%202");
        assertThat(texts).doesNotContain(SECRET).contains("{\"ticket\":\"***\"}", "/orders/*** -> ", "it was ***");
    }

    @Test
    void inputs_that_are_passwords_are_masked_everywhere_even_when_they_are_defaults_or_have_several_lines() {
        scenario.provider()
                .answer(
                        "POST /orders",
                        500,
                        "key\nLINE-1\nLINE-2\nand hunter2, nested-pw",
                        "Content-Type",
                        "text/plain");
        scenario.file("shop.arazzo.inputs.yaml", """
                ship: {pem: "LINE-1\\nLINE-2", deep: {inner: nested-pw}}
                """);
        String texts = texts(workflow("ship", List.of(step("make", "operationId: create", """
                requestBody: {payload: {a: $inputs.pem, b: $inputs.word, c: $inputs.deep}}
                """)), """
                inputs:
                  type: object
                  properties:
                    pem: {type: string, format: password}
                    word: {type: string, format: password, default: hunter2}
                    deep: {type: object, properties: {inner: {type: string, format: password}}}
                """.indent(2)
                .strip()));

        assertThat(scenario.provider().bodies().get(0)).contains("LINE-1\\nLINE-2", "hunter2", "nested-pw");
        assertThat(texts)
                .doesNotContain("LINE-1", "LINE-2", "hunter2", "nested-pw")
                .contains("key *** and ***, ***");
    }

    @Test
    void inputs_of_called_workflows_are_masked_as_well() {
        scenario.provider().answer("GET /orders/topsecret", 500, "");
        String texts = texts(
                workflow(
                        "ship",
                        List.of(step("pack", "workflowId: pack", "parameters: [{name: word, value: topsecret}]"))),
                workflow(
                        "pack",
                        List.of(read("look", "$inputs.word")),
                        "inputs: {type: object, properties: {word: {type: string, format: password}}}"));

        assertThat(scenario.provider().requests()).contains("GET /orders/topsecret");
        assertThat(texts).doesNotContain("topsecret").contains("/orders/*** -> 500");
    }

    @Test
    void a_request_that_gets_no_response_tells_no_secret_either() {
        scenario.configure("arazzo.server.shop", "http://me:" + SECRET + "@localhost:1");
        String texts = texts(workflow("ship", List.of(step("find", "operationId: find", """
                parameters: [{name: api_key, in: query, value: %s}]""".formatted(SECRET)))));

        assertThat(texts).doesNotContain(SECRET).contains("api_key=***");
    }

    @Test
    void what_a_container_gets_behind_a_secret_name_is_masked_but_no_switch() {
        scenario.configure("arazzo.container.other.image", "other:1")
                .configure("arazzo.container.other.env.API_TOKEN", SECRET)
                .configure("arazzo.container.other.env.TOKEN_NEEDED", "true")
                .configure("arazzo.container.other.env.TOKEN_MINUTES", "500")
                .provider()
                .answer("GET /orders/o-1", 500, "it is true: " + SECRET, "Content-Type", "text/plain");

        assertThat(texts(workflow("ship", List.of(read("look", "o-1")))))
                .doesNotContain(SECRET)
                .contains("it is true: ***", "-> 500");
    }

    @Test
    void the_names_can_be_configured() {
        scenario.configure("arazzo.mask", "state")
                .provider()
                .answer("GET /orders/o-1", 500, "{\"state\":\"open\",\"token\":\"t\"}");

        assertThat(texts(workflow("ship", List.of(read("look", "o-1")))))
                .contains("{\"state\":\"***\",\"token\":\"t\"}")
                .doesNotContain("open");
    }

    /** Everything that leaves the engine. */
    private String texts(String... workflows) {
        List<String> texts = new ArrayList<>();
        Execution execution = scenario.workflows(workflows).run();
        execution.events().forEach(event -> add(event, texts));
        assertThat(texts).isNotEmpty();
        return String.join("\n", texts);
    }

    private static void add(Event event, List<String> texts) {
        event.getPayload(String.class).ifPresent(texts::add);
        event.getPayload(ReportEntry.class)
                .ifPresent(entry -> texts.add(entry.getKeyValuePairs().toString()));
        event.getPayload(FileEntry.class)
                .ifPresent(file -> texts.add(contentOf(file.getPath().toFile())));
        event.getPayload(TestExecutionResult.class)
                .flatMap(TestExecutionResult::getThrowable)
                .ifPresent(thrown -> add(thrown, texts));
    }

    private static void add(Throwable thrown, List<String> texts) {
        texts.add(String.valueOf(thrown.getMessage()));
        if (thrown instanceof AssertionFailedError error && error.isExpectedDefined()) {
            texts.add(error.getExpected().getStringRepresentation());
            texts.add(error.getActual().getStringRepresentation());
        }
        if (thrown instanceof MultipleFailuresError error) {
            error.getFailures().forEach(part -> add(part, texts));
        }
    }
}
