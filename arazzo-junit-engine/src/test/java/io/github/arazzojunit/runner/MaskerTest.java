package io.github.arazzojunit.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.arazzojunit.criterion.CriterionResult;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.Exchange;
import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskerTest {

    private static final List<String> NAMES = List.of("token", "Api_Key", "cookie", "authorization");

    private final Masker masker = Masker.of(NAMES);

    @ParameterizedTest
    @CsvSource({
        "Authorization, ***",
        "X-Api-Key, ***",
        "accesstoken, ***",
        "ACCESS_TOKEN, ***",
        "Accept, value",
        "X-Api, value",
    })
    void a_header_is_masked_by_a_part_of_its_name(String name, String expected) {
        assertThat(masker.header(name, "value")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET http://u:pw@host/a?token=abc&x=1 -> 200 | GET http://***@host/a?token=***&x=1 -> 200",
                "http://host/a?x=1&api-key=abc#f | http://host/a?x=1&api-key=***#f",
                "token=abc | token=abc",
                "a@b | a@b",
                "at /token: too long, actual: abc (api.yaml:1:2 #/a) and | at /token: too long, actual: *** (api.yaml:1:2 #/a) and",
                "at /name: too long, actual: abc (api.yaml:1:2 #/a) | at /name: too long, actual: abc (api.yaml:1:2 #/a)",
                "at /token: too long, actual: abc (#/a in api-docs:1:2) and | at /token: too long, actual: *** (#/a in api-docs:1:2) and",
                "the body: no, actual: {\"token\":1} (api.yaml:1:2 #/a) | the body: no, actual: *** (api.yaml:1:2 #/a)",
                "the header X-Token: no, actual: \"abc\" (api.yaml:1:2 #/a) | the header X-Token: no, actual: \"***\" (api.yaml:1:2 #/a)",
                "parameter 'token': no, actual: 'abc' (api.yaml:1:2 #/a) | parameter 'token': no, actual: '***' (api.yaml:1:2 #/a)",
            })
    void in_texts_URLs_and_violations_are_masked_by_name(String text, String expected) {
        assertThat(masker.text(text)).isEqualTo(expected);
        assertThat(masker.url(text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"token\": \"abc\", \"x\": [1, {\"apiKey\": 5}]} | {\"token\":\"***\",\"x\":[1,{\"apiKey\":\"***\"}]}",
                " [{\"token\": null}, {\"token\": true}, {\"token\": []}, {\"token\": {}}] | [{\"token\":null},{\"token\":true},{\"token\":[]},{\"token\":{}}]",
                "{\"token\": {\"a\": 1}, \"tokens\": [1]} | {\"token\":\"***\",\"tokens\":\"***\"}",
                "{\"url\": \"http://h/?token=abc\"} | {\"url\":\"http://h/?token=***\"}",
                "{\"token\": \"abc\", | {\"token\": \"***\",",
                "{\"token\": 12, \"x\": 1 | {\"token\": ***, \"x\": 1",
                "a=1&token=abc&b=2 | a=1&token=***&b=2",
                "token=abc | token=***",
                "a b: 1, c=1 and token=abc | a b: 1, c=1 and token=abc",
                "<a><token>abc</token><b api-key='abc' c=\"d\">x</b></a> | <a><token>***</token><b api-key='***' c=\"d\">x</b></a>",
                "plain text | plain text",
            })
    void in_bodies_members_are_masked_by_name(String body, String expected) {
        assertThat(masker.body(body)).isEqualTo(expected);
    }

    @Test
    void a_body_has_one_line_and_its_content_all() {
        assertThat(masker.body("  a \r\n  b\n")).isEqualTo("a b");
        assertThat(masker.content("  a \r\n  b\n")).isEqualTo("  a \r\n  b\n");
        assertThat(masker.body("""
                --x\r
                Content-Disposition: form-data; name="token"\r
                \r
                abc\r
                --x\r
                Content-Disposition: form-data; name="other"\r
                \r
                def\r
                --x--""")).contains("name=\"token\" *** --x").contains("name=\"other\" def");
    }

    @Test
    void JSON_is_masked_in_a_copy() throws JsonProcessingException {
        var value = new JsonMapper().readTree("{\"token\": \"abc\", \"a\": [\"http://u:p@h\", 1]}");

        assertThat(masker.json(value)).hasToString("{\"token\":\"***\",\"a\":[\"http://***@h\",1]}");
        assertThat(value.path("token").textValue()).isEqualTo("abc");
    }

    @Test
    void what_is_hidden_is_masked_in_every_spelling_and_in_what_was_and_will_be_made_of_the_masker() {
        Masker earlier = masker.fresh();
        masker.hide("a b\"<ü");
        masker.hide("xy");
        masker.hide("xyz");
        Masker later = masker.fresh();

        for (Masker each : List.of(masker, earlier, later)) {
            assertThat(each.text("a b\"<ü, a b\\\"<ü, a+b%22%3C%C3%BC, a%20b%22%3C%C3%BC, a b\"&lt;ü, a b&quot;&lt;ü"))
                    .isEqualTo("***, ***, ***, ***, ***, ***");
            assertThat(each.text("xy xyz")).isEqualTo("xy ***");
            assertThat(each.body("{\"x\": \"<xyz>\"}")).isEqualTo("{\"x\":\"<***>\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "API_KEY, s3cr3t, true",
        "NAME, s3cr3t, false",
        "API_KEY, True, false",
        "API_KEY, 12345, false",
        "API_KEY, 123456, true",
    })
    void a_setting_is_hidden_by_its_name_unless_it_is_a_switch(String name, String value, boolean hidden) {
        masker.hideSetting(name, value);

        assertThat(masker.text("is " + value)).isEqualTo(hidden ? "is ***" : "is " + value);
    }

    @ParameterizedTest
    @CsvSource({
        "$response.body#/token, true",
        "$steps.token.outputs.id, false",
        "$workflows.get-token.outputs.id, false",
        "$steps.a.outputs.token, true",
        "$inputs.apiKey, true",
        "$.access_token, true",
        "$statusCode, false",
    })
    void an_expression_is_judged_by_what_it_reads(String expression, boolean hidden) {
        assertThat(masker.hides(expression)).isEqualTo(hidden);
        CriterionResult.Operand secret = operand(expression);
        CriterionResult.Operand open = operand("$statusCode");
        assertThat(masker.hides(new CriterionResult.Comparison(secret, "==", open)))
                .isEqualTo(hidden);
        assertThat(masker.hides(new CriterionResult.Comparison(open, "==", secret)))
                .isEqualTo(hidden);
    }

    @Test
    void secrets_of_an_exchange_are_those_behind_secret_names() {
        Exchange exchange = exchange(
                URI.create("http://h/a?api_key=q%20v&x=open"),
                List.of(
                        new Header("Authorization", "Bearer h-value"),
                        new Header("Cookie", "a=c1; b=c2"),
                        new Header("Content-Type", "application/json"),
                        new Header("Accept", "open")),
                "{\"token\": [\"b1\", {\"x\": \"b2\"}], \"open\": \"open\", \"list\": [{\"apikey\": \"b3\"}]}",
                List.of(
                        new Header("Set-Cookie", "sid=s1; Path=/open"),
                        new Header("X-Token", "t1"),
                        new Header("Content-Type", "application/json")),
                "{\"a\": {\"token\": \"r1\"}, \"open\": \"open\"}");

        assertThat(secrets(exchange))
                .containsExactlyInAnyOrder(
                        "Bearer h-value", "h-value", "c1", "c2", "s1", "t1", "q v", "b1", "b2", "b3", "r1");
    }

    @Test
    void secrets_of_forms_broken_JSON_and_XML_are_found_too() {
        List<Header> form = List.of(new Header("Content-Type", "application/x-www-form-urlencoded"));
        List<Header> json = List.of(new Header("Content-Type", "application/json"));
        List<Header> xml = List.of(new Header("Content-Type", "application/xml"));
        URI uri = URI.create("http://h/a");

        assertThat(secrets(exchange(uri, form, "token=a%2Bb&x=1&=2&apikey=%zz", xml, "<token>x1</token>")))
                .containsExactlyInAnyOrder("a+b", "%zz", "x1");
        assertThat(secrets(exchange(uri, json, "{\"token\": \"b1\"", json, ""))).containsExactly("b1");
        assertThat(secrets(exchange(uri, xml, "<a token=\"x1\"/>", json, "{\"open\": 1}")))
                .containsExactly("x1");
    }

    @Test
    void DOC_21_secrets_of_inputs_are_learned_when_their_workflow_starts() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: w
                  inputs:
                    type: object
                    properties:
                      pass: {type: string, format: password, default: by-default}
                      accessToken: {type: string, default: named-default}
                      pin: {type: string, format: password, default: ab}
                      nested: {type: object, properties: {inner: {type: string, format: password}}}
                      list: {type: array, items: {type: string, format: password}}
                      any: {allOf: [{$ref: '#/workflows/0/inputs/properties/pass'}]}
                      open: {type: string, default: open-default}
                  steps:
                    - stepId: check
                      operationId: status
                      outputs: {myToken: $response.body#/a, word: $response.body#/b}
                """).giving("""
                        {"nested": {"inner": "nested-1"}, "list": ["item-1"], "any": "any-1", "open": "open-1"}""").learning(masker);

        run.answering(200, "{\"a\": \"out-123\", \"b\": \"b\", \"token\": \"letters\", \"apiKey\": \"longerletters\"}")
                .run("w");

        assertThat(masker.text("by-default named-default nested-1 item-1 any-1"))
                .isEqualTo("*** *** *** *** ***");
        assertThat(masker.text("ab open-1 open-default")).isEqualTo("ab open-1 open-default");
        assertThat(masker.text("out-123 b letters longerletters")).isEqualTo("*** b letters ***");
    }

    private static Set<String> secrets(Exchange exchange) {
        return SecretValues.of(exchange, SecretNames.of(NAMES));
    }

    private static Exchange exchange(
            URI uri, List<Header> sent, String request, List<Header> received, String response) {
        return new Exchange(
                new HttpRequest("POST", uri, sent, Optional.of(Bytes.utf8(request))),
                new HttpResponse(200, received, Bytes.utf8(response)),
                Duration.ZERO);
    }

    private static CriterionResult.Operand operand(String text) {
        return new CriterionResult.Operand(text, new Evaluation.Missing("not read"));
    }
}
