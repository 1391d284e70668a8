package io.github.arazzojunit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.reader.LocatedReader;
import io.github.arazzojunit.reader.ReadLimits;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text from the configuration is, which has no type of its own. */
class InputTypesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"482913", "048291", "12e4", "9e3", "true", "null", "{\"a\":1}", "[1]", "\"x\"", " x ", "1.50", ""
            })
    void a_text_is_the_text_itself_whatever_it_looks_like(String text) throws Exception {
        assertThat(read("{type: string}", text)).isEqualTo(quoted(text));
        assertThat(read("{$ref: '#/components/inputs/Text'}", text)).isEqualTo(quoted(text));
        assertThat(read("{allOf: [{minLength: 1}, {type: string}]}", text)).isEqualTo(quoted(text));
        assertThat(read("{enum: [a, b]}", text)).isEqualTo(quoted(text));
        assertThat(read("{type: string, nullable: true}", text)).isEqualTo(quoted(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{type: integer} | 7 | 7",
                "{type: integer} | 9e3 | 9E+3",
                "{type: integer} | 1.5 | \"1.5\"",
                "{type: integer} | seven | \"seven\"",
                "{type: integer} | 048291 | \"048291\"",
                "{type: number} | 1.50 | 1.50",
                "{type: boolean} | true | true",
                "{type: boolean} | 1 | \"1\"",
                "{type: 'null'} | null | null",
                "{type: object} | {\"a\": 1} | {\"a\":1}",
                "{type: array} | [1, 2] | [1,2]",
                "{const: 5} | 5 | 5",
                "{enum: [1, auto]} | 1 | 1",
                "{enum: [1, auto]} | auto | \"auto\"",
                "{type: integer, nullable: true} | null | null",
            })
    void any_other_type_is_read_as_JSON_and_left_to_the_schema_where_it_is_none(
            String schema, String text, String value) throws Exception {
        assertThat(read(schema, text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{type: [integer, string]} | 7 | 7",
                "{type: [string, integer]} | 7 | \"7\"",
                "{type: [integer, string]} | 9e3 | \"9e3\"",
                "{type: [integer, string]} | 048291 | \"048291\"",
                "{type: [number, string]} | 1.50 | 1.50",
                "{type: ['null', string]} | null | null",
                "{type: [string, 'null']} | null | \"null\"",
                "{type: [integer, 'null']} | 9e3 | 9E+3",
                "{type: [object, string]} | {\"a\": 1} | {\"a\":1}",
                "{oneOf: [{type: integer}, {type: string}]} | 7 | 7",
                "{anyOf: [{type: string}, {type: integer}]} | 7 | \"7\"",
                "{anyOf: [{$ref: '#/components/inputs/Text'}, {type: integer}]} | 7 | \"7\"",
                "{allOf: [{type: [integer, string]}, {type: string}]} | 7 | \"7\"",
            })
    void of_several_types_the_first_counts_that_keeps_the_text_as_it_is(String schema, String text, String value)
            throws Exception {
        assertThat(read(schema, text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"7 | 7", "048291 | \"048291\"", "[1] | [1]", "\"x\" | \"x\"", "1 2 | \"1 2\""})
    void without_a_type_it_is_JSON_where_it_can_be(String text, String value) throws Exception {
        assertThat(read("{minimum: 1}", text)).isEqualTo(value);
        assertThat(read("{oneOf: [{type: string}, {minimum: 1}]}", text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{additionalProperties: {type: string}}",
                "{patternProperties: {'^p': {type: string}}, additionalProperties: false}",
                "{allOf: [{properties: {pin: {type: string}}}]}",
                "{oneOf: [{properties: {pin: {type: string}}}]}",
                "{$ref: '#/components/inputs/WithPin'}",
            })
    void the_schema_of_an_input_is_found_wherever_a_schema_can_have_it(String inputs) throws Exception {
        LocatedNode document = document(inputs);
        InputsValidator validator = validator(document);

        Optional<LocatedNode> schema = validator.member(document.at("/workflows/0/inputs"), "pin");

        assertThat(validator.read(schema, "482913")).hasToString("\"482913\"");
    }

    private static String read(String schema, String text) throws Exception {
        LocatedNode document = document("{properties: {pin: " + schema + "}}");
        InputsValidator validator = validator(document);
        return validator
                .read(validator.member(document.at("/workflows/0/inputs"), "pin"), text)
                .toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\\\"") + '"';
    }

    private static InputsValidator validator(LocatedNode document) {
        return new InputsValidator(document, document.uri(), uri -> Optional.empty());
    }

    private static LocatedNode document(String inputs) throws Exception {
        String text = """
                workflows: [{inputs: %s}]
                components:
                  inputs:
                    Text: {type: string}
                    WithPin: {properties: {pin: {$ref: '#/components/inputs/Text'}}}
                """.formatted(inputs);
        return LocatedReader.read(URI.create("file:/a.yaml"), text.getBytes(UTF_8), ReadLimits.DEFAULT);
    }
}
