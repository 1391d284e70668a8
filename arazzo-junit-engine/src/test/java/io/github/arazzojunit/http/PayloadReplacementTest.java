package io.github.arazzojunit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.Trees;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadReplacementTest {

    private static JsonNode json(String yaml) {
        return Trees.yaml("https://api.test/value.yaml", yaml).value();
    }

    private static PayloadReplacement at(String pointer, String value) {
        return new PayloadReplacement(PayloadReplacement.Target.pointer(pointer), json(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {a: 1}            | /a        | 2        | {a: 2}
            {a: 1}            | ''        | [x]      | [x]
            {a: 1}            | /b        | {c: 3}   | {a: 1, b: {c: 3}}
            {a: {b: [1, 2]}}  | /a/b/1    | 10.50    | {a: {b: [1, 10.50]}}
            {a: [1]}          | /a/1      | 2        | {a: [1, 2]}
            {a: [1]}          | /a/-      | 2        | {a: [1, 2]}
            {'a/b': {'~': 1}} | /a~1b/~0  | 2        | {'a/b': {'~': 2}}
            """)
    void BOD_27_a_pointer_replaces_or_adds_the_last_member(String payload, String pointer, String value, String result)
            throws RequestException {
        assertThat(PayloadReplacement.apply(json(payload), List.of(at(pointer, value))))
                .isEqualTo(json(result));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {a: 1}    | /b/c   | leads through "b"
            {a: 1}    | /a/b   | no place for "b"
            {a: [1]}  | /a/2   | no place for "2"
            {a: [1]}  | /a/01  | no place for "01"
            {a: [1]}  | /a/x   | no place for "x"
            {a: 1}    | a      | is no JSON Pointer
            text      | /a     | no place for "a" in the payload, which is a text there
            """)
    void AMB_35_a_target_without_a_parent_stops_the_request(String payload, String pointer, String problem) {
        assertThatThrownBy(() -> PayloadReplacement.apply(json(payload), List.of(at(pointer, "1"))))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("\"" + pointer + "\"")
                .hasMessageContaining(problem);
    }

    @Test
    void AMB_35_without_a_payload_the_objects_on_the_way_are_made() throws RequestException {
        PayloadReplacement deep =
                new PayloadReplacement(PayloadReplacement.Target.pointerFromNothing("/a/b/c"), json("1"));

        assertThat(PayloadReplacement.apply(json("{}"), List.of(deep))).isEqualTo(json("{a: {b: {c: 1}}}"));
    }

    @Test
    void BOD_26_replacements_apply_in_order_to_text_that_is_json_too() throws RequestException {
        JsonNode changed = PayloadReplacement.apply(
                TextNode.valueOf("{\"a\": 1}"), List.of(at("/b", "{}"), at("/b/c", "1"), at("/b/c", "2")));

        assertThat(changed).isEqualTo(json("{a: 1, b: {c: 2}}"));
    }

    @Test
    void BOD_15_the_original_values_stay_as_they_are() throws RequestException {
        JsonNode payload = json("{a: {b: 1}}");
        JsonNode value = json("{c: 1}");

        PayloadReplacement.apply(
                payload,
                List.of(new PayloadReplacement(PayloadReplacement.Target.pointer("/a/b"), value), at("/a/b/c", "9")));

        assertThat(payload).isEqualTo(json("{a: {b: 1}}"));
        assertThat(value).isEqualTo(json("{c: 1}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {application/json: {example: {a: 1}, schema: {default: {a: 2}}}}      | {a: 1}
            {application/json: {examples: {x: {value: {a: 3}}}}}                  | {a: 3}
            {application/json: {schema: {$ref: '#/components/schemas/S'}}}        | {a: 4}
            {application/json: {schema: {examples: [{a: 5}]}}}                    | {a: 5}
            {application/json: {schema: {type: object}}}                          | {}
            {}                                                                    | {}
            """)
    void AMB_35_without_a_payload_the_example_of_the_operation_is_the_start(String content, String payload) {
        Operation operation = Trees.description(
                        "{openapi: 3.1.0, components: {schemas: {S: {default: {a: 4}}}}, paths: {/: {post: {requestBody: {content: "
                                + content + "}}}}}")
                .operations()
                .get(0);

        assertThat(InitialPayload.of(operation, Optional.empty())).isEqualTo(json(payload));
    }
}
