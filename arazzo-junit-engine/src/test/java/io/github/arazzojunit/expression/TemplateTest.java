package io.github.arazzojunit.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private static final Scope SCOPE = ScopeOf.state("""
            {
              'inputs': {
                'host': 'x.test', 'id': 7, 'price': 1.50, 'big': 1E+3, 'yes': true, 'none': null, 'token': 't0k',
                'quote': 'say "hi"\\\\', 'object': {'b': 1, 'a': [true]}, 'list': [1, 2], 'empty': {},
                'xml': '<a>1</a>', 'amp': 'a & b < c', 'form': 'a b&c=d/é', 'nested': '{$inputs.id}',
                'a': {'b': 'deep'}, 'apostrophe': "it's", 'cdata': 'x]]>y',
                'broken': '<a>1', 'said': 'a \"b\"'
              },
              'steps': {'create': {'id': 'c-1'}},
              'response': {'body': {'name': 'Rex'}}
            }
            """);

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "https://{$inputs.host}/api/{$steps.create.outputs.id}/s | https://x.test/api/c-1/s",
                "{$inputs.id}{$inputs.id} | 77",
                "{$inputs.price} and {$inputs.big} | 1.50 and 1000",
                "{$inputs.yes}/{$inputs.none} | true/null",
                "v={$inputs.object} | v={\"b\":1,\"a\":[true]}",
                "{$inputs.xml} | <a>1</a>",
                "x{$response.body#/name}x | xRexx",
            })
    void EXP_41_to_EXP_44_values_are_inserted_in_their_string_form(String text, String expected) {
        assertThat(render(text, TemplateEscaping.NONE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "{\"a\": {\"$ref\": \"x\"}}",
                "{$}",
                "{$inputs.id",
                "{$inputs.i d}",
                "{$unknown.x}",
                "{{inputs.id}}",
                "\\d{3}$",
                "$9.99",
                "$.items[*]",
                "$ref",
                "$inputs",
                "{$ {x} }",
                "a $inputs. b",
                "a $steps.create b",
                "a $steps.create/x[0] b",
            })
    void EXP_45_BOD_08_everything_else_is_literal(String text) {
        Template template = Template.parse(text);

        assertThat(template.isConstant()).isTrue();
        assertThat(template.lenientReadings()).isEmpty();
        assertThat(render(text, TemplateEscaping.NONE)).isEqualTo(text);
    }

    @Test
    void AMB_47_in_XPath_1_0_the_quote_of_the_literal_is_refused_wherever_it_stands_in_the_value() {
        ScopeOf quotes = ScopeOf.state("""
                {"inputs": {"first": "'x", "last": "x'", "other": "\\"x"}}""");

        for (String name : List.of("first", "last")) {
            assertThat(Template.parse("/a = '{$inputs." + name + "}'")
                            .render(quotes, TemplateEscaping.XPATH_10)
                            .text())
                    .isInstanceOf(Evaluation.Error.class);
        }
        assertThat(Template.parse("/a = '{$inputs.other}'")
                        .render(quotes, TemplateEscaping.XPATH_10)
                        .text())
                .isEqualTo(new Evaluation.Value(TextNode.valueOf("/a = '\"x'")));
    }

    @Test
    void EXP_45_a_brace_inside_a_broken_substitution_starts_a_new_one() {
        assertThat(render("{$oops {$inputs.id}", TemplateEscaping.NONE)).isEqualTo("{$oops 7");
    }

    @Test
    void EXP_46_SEC_10_inserted_text_is_not_scanned_again() {
        assertThat(render("<{$inputs.nested}>", TemplateEscaping.NONE)).isEqualTo("<{$inputs.id}>");
    }

    @Test
    void EXP_40_EXP_47_AMB_68_only_an_expression_without_braces_is_typed() {
        assertThat(Template.parse("$inputs.id").isWholeExpression()).isTrue();
        assertThat(Template.parse("$inputs.id").evaluate(SCOPE)).isEqualTo(new Evaluation.Value(ScopeOf.json("7")));
        assertThat(Template.parse("{$inputs.id}").isWholeExpression()).isFalse();
        assertThat(Template.parse("{$inputs.id}").evaluate(SCOPE)).isEqualTo(new Evaluation.Value(ScopeOf.json("'7'")));
    }

    @Test
    void EXP_62_AMB_67_a_missing_value_inside_a_text_is_an_error_and_names_the_expression() {
        assertThat(Template.parse("a {$inputs.absent} b")
                        .render(SCOPE, TemplateEscaping.NONE)
                        .text())
                .isInstanceOfSatisfying(
                        Evaluation.Error.class,
                        error -> assertThat(error.reason())
                                .startsWith("$inputs.absent finds nothing: the value has no member 'absent'"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Bearer $inputs.token | Bearer t0k",
                "$inputs.host/$inputs.id | x.test/7",
                "$inputs.host.$inputs.id | x.test.7",
                "$inputs.host-$inputs.id | x.test-7",
                "See $steps.create.outputs.id. | See c-1.",
                "https://x.test/$inputs.id/items | https://x.test/7/items",
                "($response.body#/name) | (Rex)",
                "name=$response.body.name, | name=Rex,",
                "$inputs.list[1], please | 2, please",
                "$inputs.a.b! | deep!",
                "x $inputs.id/a/b#c~d y | x 7/a/b#c~d y",
                "x $inputs.list[0]/-[b] y | x 1/-[b] y",
            })
    void section_0_1_expressions_without_braces_are_embedded_with_a_remark(String text, String expected) {
        assertThat(render(text, TemplateEscaping.NONE)).isEqualTo(expected);
        assertThat(Template.parse(text).lenientReadings())
                .isNotEmpty()
                .extracting(LenientReading::rule)
                .contains("expression-without-braces");
    }

    @Test
    void the_remark_shows_the_spelling_with_braces() {
        assertThat(Template.parse("Bearer $inputs.token").lenientReadings())
                .extracting(LenientReading::conformingSpelling)
                .containsExactly("{$inputs.token}");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"q\": \"{$inputs.quote}\"} | {\"q\": \"say \\\"hi\\\"\\\\\"}",
                "{\"q\": \"\\\"{$inputs.token}\"} | {\"q\": \"\\\"t0k\"}",
                "{\"id\": {$inputs.id}, \"o\": {$inputs.object}} | {\"id\": 7, \"o\": {\"b\":1,\"a\":[true]}}",
                "{\"id\": \"{$inputs.id}\"} | {\"id\": \"7\"}",
                "{\"o\": \"{$inputs.object}\"} | {\"o\": {\"b\":1,\"a\":[true]}}",
                "{\"o\": \"{$inputs.object}\", \"t\": \"x{$inputs.quote}\"} | {\"o\": {\"b\":1,\"a\":[true]}, \"t\": \"xsay \\\"hi\\\"\\\\\"}",
                "{\"o\": \"{$inputs.object}\", \"log\": \"was {$inputs.object}\"} | {\"o\": {\"b\":1,\"a\":[true]}, \"log\": \"was {\\\"b\\\":1,\\\"a\\\":[true]}\"}",
                "{\"o\": \"{$inputs.list}\"} | {\"o\": \"[1,2]\"}",
                "{\"e\": \"{$inputs.empty}\", \"o\": \" {$inputs.object}\"} | {\"e\": {}, \"o\": \" {\\\"b\\\":1,\\\"a\\\":[true]}\"}",
                "{\"e\": \"{$inputs.empty}\", \"o\": \"{$inputs.object} \"} | {\"e\": {}, \"o\": \"{\\\"b\\\":1,\\\"a\\\":[true]} \"}",
                "{\"e\": \"{$inputs.empty}\", \"o\": \"{$inputs.object}{$inputs.id}\"} | {\"e\": {}, \"o\": \"{\\\"b\\\":1,\\\"a\\\":[true]}7\"}",
                "{\"e\": \"{$inputs.empty}\", \"o\": \"{$inputs.id}{$inputs.object}\"} | {\"e\": {}, \"o\": \"7{\\\"b\\\":1,\\\"a\\\":[true]}\"}",
                "{\"e\": \"{$inputs.empty}\", \"o\": \"{$inputs.said}{$inputs.object}\"} | {\"e\": {}, \"o\": \"a \\\"b\\\"{\\\"b\\\":1,\\\"a\\\":[true]}\"}",
                "[\"{$inputs.empty}\", \"{$inputs.object} | [\"{}\", \"{\"b\":1,\"a\":[true]}",
                "{$inputs.object} | {\"b\":1,\"a\":[true]}",
                "{\"p\": \"c:\\\\\", \"o\": {$inputs.object}} | {\"p\": \"c:\\\\\", \"o\": {\"b\":1,\"a\":[true]}}",
                "not json {$inputs.quote} | not json say \"hi\"\\",
            })
    void BOD_07_AMB_32_values_fit_into_JSON_templates(String text, String expected) {
        assertThat(render(text, TemplateEscaping.JSON)).isEqualTo(expected);
    }

    @Test
    void AMB_32_dropped_quotes_are_noted() {
        assertThat(Template.parse("{\"o\": \"{$inputs.object}\"}")
                        .render(SCOPE, TemplateEscaping.JSON)
                        .notes())
                .containsExactly("a quoted placeholder holds an object: it was inserted without the quotes");
        assertThat(Template.parse("{\"o\": {$inputs.object}}")
                        .render(SCOPE, TemplateEscaping.JSON)
                        .notes())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<r>{$inputs.amp}</r> | <r>a &amp; b &lt; c</r>",
                "<r>{$inputs.xml}</r> | <r><a>1</a></r>",
                "<r x=\"{$inputs.xml}\"/> | <r x=\"&lt;a&gt;1&lt;/a&gt;\"/>",
                "<r x='{$inputs.apostrophe}'>{$inputs.id}</r> | <r x='it&apos;s'>7</r>",
                "<r><![CDATA[{$inputs.amp}{$inputs.cdata}]]></r> | <r><![CDATA[a & b < cx]]]]><![CDATA[>y]]></r>",
                "{$inputs.xml} | <a>1</a>",
                "<r>{$inputs.broken}</r> | <r>&lt;a&gt;1</r>",
                "<r><![CDATA[{$inputs.amp}]]>{$inputs.amp}</r> | <r><![CDATA[a & b < c]]>a &amp; b &lt; c</r>",
                "<!-- {$inputs.amp} --><r>{$inputs.amp}</r> | <!-- a & b < c --><r>a &amp; b &lt; c</r>",
            })
    void BOD_07_AMB_32_values_fit_into_XML_templates(String text, String expected) {
        assertThat(render(text, TemplateEscaping.XML)).isEqualTo(expected);
    }

    @Test
    void PRM_06_AMB_25_values_are_form_encoded_and_the_text_is_not() {
        assertThat(render("a b={$inputs.form}&c={$inputs.id}", TemplateEscaping.FORM))
                .isEqualTo("a b=a+b%26c%3Dd%2F%C3%A9&c=7");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "JSONPATH | $[?@.a == \"{$inputs.quote}\"] | $[?@.a == \"say \\\"hi\\\"\\\\\"]",
                "JSONPATH | $[?@.a == '{$inputs.apostrophe}'] | $[?@.a == 'it\\'s']",
                "JSONPATH | $[{$inputs.id}] | $[7]",
                "JSONPATH | $[?@.a == 'it\\'s {$inputs.apostrophe}'] | $[?@.a == 'it\\'s it\\'s']",
                "JSONPATH | $['\\\\'][{$inputs.apostrophe}] | $['\\\\'][it's]",
                "XPATH | /a[. = '{$inputs.apostrophe}'] | /a[. = 'it''s']",
                "XPATH_10 | /a[. = \"{$inputs.apostrophe}\"] | /a[. = \"it's\"]",
            })
    void AMB_47_inserted_values_cannot_end_their_literal(TemplateEscaping escaping, String text, String expected) {
        assertThat(render(text, escaping)).isEqualTo(expected);
    }

    @Test
    void AMB_47_XPath_1_refuses_what_it_cannot_escape() {
        assertThat(Template.parse("/a[. = '{$inputs.apostrophe}']")
                        .render(SCOPE, TemplateEscaping.XPATH_10)
                        .text())
                .isInstanceOf(Evaluation.Error.class);
    }

    @Test
    @Tag("random")
    void random_texts_keep_their_literal_parts() {
        Random random = new Random(42);
        String[] tokens = {"{", "}", "{$", "$", "$inputs.", "$inputs.id", "a", ".", "/", "#", "[0]", "\"", " ", "\\"};
        for (int round = 0; round < 40_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(tokens[random.nextInt(tokens.length)]);
            }
            StringBuilder rebuilt = new StringBuilder();
            for (Template.Segment segment : Template.parse(text.toString()).segments()) {
                if (segment instanceof Template.Segment.Literal literal) {
                    rebuilt.append(literal.text());
                } else if (segment instanceof Template.Segment.Embedded embedded) {
                    rebuilt.append(embedded.source());
                }
            }
            assertThat(rebuilt.toString().replaceAll("[{}]", ""))
                    .isEqualTo(text.toString().replaceAll("[{}]", ""));
            for (TemplateEscaping escaping : TemplateEscaping.values()) {
                assertThat(Template.parse(text.toString()).render(SCOPE, escaping))
                        .isNotNull();
            }
        }
    }

    @Test
    void hostile_texts_are_scanned_in_linear_time() {
        assertThat(Template.parse("{$".repeat(200_000) + "}").isConstant()).isTrue();
    }

    private static String render(String text, TemplateEscaping escaping) {
        Evaluation rendered = Template.parse(text).render(SCOPE, escaping).text();
        return rendered instanceof Evaluation.Value value ? value.json().textValue() : rendered.toString();
    }
}
