package io.github.arazzojunit.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueEvaluatorTest {

    private static final ScopeOf SCOPE = ScopeOf.state("""
            {
              'inputs': {'quantity': 3, 'order': {'id': 1}, 'name': 'Rex', 'ids': [1, 2], 'none': null, 'q': "it's"},
              'response': {'body': {'items': [{'id': 5}]}}
            }
            """);
    private static final SelectorEvaluator ECHO = (context, selector, type) ->
            new Evaluation.Value(TextNode.valueOf(type.language().fieldValue() + " " + selector + " in " + context));

    private final ValueEvaluator values = new ValueEvaluator(ECHO, true);

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'$inputs.quantity' | 3",
                "'$inputs.order' | {\"id\":1}",
                "'$inputs.none' | null",
                "'n={$inputs.quantity}' | \"n=3\"",
                "'{$inputs.quantity}' | \"3\"",
                "{'a': '$inputs.quantity', 'b': ['$inputs.ids', 'x {$inputs.name}'], '$inputs.name': 1} "
                        + "| {\"a\":3,\"b\":[[1,2],\"x Rex\"],\"$inputs.name\":1}",
                "{'price': '$9.99', 'path': '$.items[*]', '$ref': '$ref'} "
                        + "| {\"price\":\"$9.99\",\"path\":\"$.items[*]\",\"$ref\":\"$ref\"}",
                "{'n': 1.50, 't': true, 'z': null, 'e': {}} | {\"n\":1.50,\"t\":true,\"z\":null,\"e\":{}}",
                "17 | 17",
            })
    void PRM_15_PRM_17_BOD_04_BOD_05_BOD_06_BOD_08_values_are_walked(String value, String expected) {
        assertThat(values.evaluate(ScopeOf.json(value), SCOPE)).isEqualTo(new Evaluation.Value(ScopeOf.json(expected)));
    }

    @Test
    void AMB_69_a_missing_part_makes_the_whole_missing_and_names_pointer_and_expression() {
        assertThat(values.evaluate(ScopeOf.json("{'a': {'b/c': ['x', '$inputs.absent']}}"), SCOPE))
                .isInstanceOfSatisfying(
                        Evaluation.Missing.class,
                        missing -> assertThat(missing.reason())
                                .startsWith(
                                        "at /a/b~1c/1: $inputs.absent finds nothing: the value has no member 'absent'"));
    }

    @Test
    void BOD_15_results_are_copies() {
        JsonNode result = ((Evaluation.Value) values.evaluate(ScopeOf.json("'$inputs.order'"), SCOPE)).json();
        ((ObjectNode) result).put("id", 99);

        assertThat(SCOPE.state().at("/inputs/order/id").intValue()).isEqualTo(1);
    }

    @Test
    void PRM_16_SEL_04_selector_objects_are_selected_at_any_depth() {
        JsonNode value = ScopeOf.json(
                "{'a': [{'context': '$response.body', 'selector': '/items/0/id', 'type': 'jsonpointer', 'x-why': 1}]}");

        assertThat(values.evaluate(value, SCOPE))
                .isEqualTo(new Evaluation.Value(
                        ScopeOf.json("{\"a\":[\"jsonpointer /items/0/id in {\\\"items\\\":[{\\\"id\\\":5}]}\"]}")));
    }

    @Test
    void SEL_07_AMB_47_selectors_may_embed_expressions_escaped_in_literals() {
        JsonNode value = ScopeOf.json(
                "{'context': '$inputs.ids', 'selector': \"$[?@.n == '{$inputs.q}']\", 'type': 'jsonpath'}");

        assertThat(values.evaluate(value, SCOPE))
                .isEqualTo(new Evaluation.Value(TextNode.valueOf("jsonpath $[?@.n == 'it\\'s'] in [1,2]")));
    }

    @Test
    void SEL_20_an_expression_type_object_names_the_version() {
        JsonNode value = ScopeOf.json(
                "{'context': '$inputs.q', 'selector': '/a', 'type': {'type': 'xpath', 'version': 'xpath-10'}}");

        assertThat(SelectorObject.of(value))
                .hasValueSatisfying(
                        selector -> assertThat(selector.type().version()).contains("xpath-10"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'context': '$response.body', 'selector': '/a'}",
                "{'context': '$response.body', 'selector': '/a', 'type': 'regex'}",
                "{'context': '$response.body', 'selector': '/a', 'type': 'jsonpath', 'extra': 1}",
                "{'context': '$response.body', 'selector': '/a', 'type': {'version': 'xpath-10'}}",
            })
    void AMB_27_what_is_no_complete_selector_is_a_literal_object(String value) {
        assertThat(SelectorObject.of(ScopeOf.json(value))).isEmpty();
        assertThat(values.evaluate(ScopeOf.json(value), SCOPE)).isInstanceOf(Evaluation.Value.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'context': 'constant', 'selector': '/a', 'type': 'jsonpath'}",
                "{'context': 5, 'selector': '/a', 'type': 'jsonpath'}",
                "{'context': '$response.body', 'selector': 5, 'type': 'jsonpath'}",
                "{'context': '$response.bodie', 'selector': '/a', 'type': {'type': 'xpath'}, 'x-a': 1}",
            })
    void AMB_27_a_selector_with_an_unusable_part_is_an_error_and_never_data(String value) {
        assertThat(values.evaluate(ScopeOf.json(value), SCOPE)).isInstanceOf(Evaluation.Error.class);
    }

    @Test
    void STP_96_an_output_may_embed_expressions_in_braces() {
        assertThat(values.evaluateOutput(TextNode.valueOf("id-{$response.body#/items/0/id}"), SCOPE))
                .isEqualTo(new Evaluation.Value(TextNode.valueOf("id-5")));
        assertThat(values.evaluateOutput(TextNode.valueOf("id-{$response.body#/absent}"), SCOPE))
                .isInstanceOf(Evaluation.Error.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "constant",
                "{$response.body}",
                "id-$response.body#/id",
                "{$response.body#/id",
                "{$inputs.q}{$in.q}"
            })
    void STP_96_an_output_without_braces_around_each_expression_is_none(String output) {
        assertThat(values.evaluateOutput(TextNode.valueOf(output), SCOPE)).isInstanceOf(Evaluation.Error.class);
    }

    @Test
    void all_inputs_are_one_object_as_context_only() {
        assertThat(values.evaluate(
                        ScopeOf.json("{'context': '$inputs', 'selector': '/q', 'type': 'jsonpointer'}"), SCOPE))
                .asString()
                .contains("jsonpointer /q in {");
        assertThat(values.evaluate(TextNode.valueOf("$inputs"), SCOPE))
                .isEqualTo(new Evaluation.Value(TextNode.valueOf("$inputs")));
    }

    @Test
    void AMB_27_objects_of_1_0_documents_are_no_selectors() {
        JsonNode value = ScopeOf.json("{'context': '$inputs.name', 'selector': '/a', 'type': 'jsonpath'}");

        assertThat(new ValueEvaluator(ECHO, false).evaluate(value, SCOPE))
                .isEqualTo(
                        new Evaluation.Value(ScopeOf.json("{'context': 'Rex', 'selector': '/a', 'type': 'jsonpath'}")));
    }

    @Test
    void SEL_02_a_missing_context_makes_the_value_missing() {
        JsonNode value = ScopeOf.json("{'context': '$inputs.absent', 'selector': '/a', 'type': 'jsonpath'}");

        assertThat(values.evaluate(value, SCOPE)).isInstanceOf(Evaluation.Missing.class);
    }

    @Test
    void STP_96_outputs_are_expressions_or_selectors() {
        assertThat(values.evaluateOutput(ScopeOf.json("'$inputs.ids'"), SCOPE))
                .isEqualTo(new Evaluation.Value(ScopeOf.json("[1,2]")));
        assertThat(new ValueEvaluator(ECHO, false)
                        .evaluateOutput(
                                ScopeOf.json("{'context': '$inputs.ids', 'selector': '/0', 'type': 'jsonpointer'}"),
                                SCOPE))
                .isEqualTo(new Evaluation.Value(TextNode.valueOf("jsonpointer /0 in [1,2]")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'constant'", "'a $inputs.name'", "5", "{'context': '$inputs.ids'}", "null"})
    void EXP_05_STP_96_other_outputs_are_errors(String value) {
        assertThat(values.evaluateOutput(ScopeOf.json(value), SCOPE)).isInstanceOf(Evaluation.Error.class);
    }
}
