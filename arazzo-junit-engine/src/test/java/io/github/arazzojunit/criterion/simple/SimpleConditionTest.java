package io.github.arazzojunit.criterion.simple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.criterion.simple.Condition.And;
import io.github.arazzojunit.criterion.simple.Condition.Comparison;
import io.github.arazzojunit.criterion.simple.Condition.ExpressionOperand;
import io.github.arazzojunit.criterion.simple.Condition.Literal;
import io.github.arazzojunit.criterion.simple.Condition.Not;
import io.github.arazzojunit.criterion.simple.Condition.Operand;
import io.github.arazzojunit.criterion.simple.Condition.Operator;
import io.github.arazzojunit.criterion.simple.Condition.Or;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.expression.LenientReading;
import io.github.arazzojunit.expression.RuntimeExpressionParser;
import io.github.arazzojunit.expression.ScopeOf;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimpleConditionTest {

    private static final ScopeOf SCOPE = ScopeOf.state("""
            {
              'statusCode': 200, 'method': 'POST', 'url': 'http://x.test/',
              'request': {'header': {'Accept': 'text/html'}, 'body': {'n': 1}},
              'response': {
                'header': {'X-Rate-Limit': '10', 'Content-Type': 'application/json; charset=utf-8', 'A!b': 'x'},
                'body': {
                  'count': 3, 'name': 'Rex', 'quote': "it's", 'nothing': null, 'yes': true, 'no': false, 'zero': 0,
                  'empty': '', 'false': 'false', 'one': 1.0, 'big': 9007199254740993, 'items': [{'id': 7}, {'id': 8}],
                  'list': [], 'object': {}, 'a': {'b': 'C'}, 'title': 'TITLE', 'number': ' 12.50 ', 'version': '1.10'
                }
              },
              'inputs': {'threshold': 2, 'name': 'rex', 'object': {'b': 'C'}, 'other': {'b': 'c'}, 'half': 0.5,
                         'whole': {'x': [1, {'y': 2}]}, 'decimals': {'x': [1.0, {'y': 2.00}]}, 'more': {'x': [1, {'y': 3}]}},
              'steps': {'find': {'list': [{'name': 'A'}, {'name': 'B'}], 'o': {'x': 1.0}}},
              'workflows': {'w': {'outputs': {'r': 'ok'}}}
            }
            """);

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "true",
                "!false",
                "!null",
                "1",
                "-1 < 0.5",
                "1e3 == 1000",
                "'a' == 'A'",
                "'it''s' == $response.body#/quote",
                "'' == ''",
                "$statusCode == 200",
                "$statusCode==200",
                "  $statusCode\n==\t200  ",
                "$statusCode >= 200 && $statusCode < 300",
                "$method == 'post'",
                "$response.body#/count > $inputs.threshold",
                "$response.body.items[0].id == 7",
                "$response.body#/items[1].id == 8",
                "$response.body.count == 3",
                "$steps.find.outputs.list[1].name == 'B'",
                "$workflows.w.outputs.r == 'ok'",
                "$request.header.accept == 'text/html'",
                "$request.body#/n == 1",
            })
    void CRT_09_CRT_20_to_CRT_26_literals_operators_and_expressions(String condition) {
        assertThat(isSatisfied(condition)).isTrue();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`true || false && false` | true",
                "`(true || false) && false` | false",
                "`!true || true` | true",
                "`!(true || true)` | false",
                "!$response.body#/nothing | true",
                "!($statusCode == 404) && true | true",
                "`1 == 1 && 2 == 2 || 1 == 2` | true",
            })
    void CRT_23_and_binds_stronger_than_or(String condition, boolean expected) {
        assertThat(isSatisfied(condition)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "1 < 2 < 3; 6",
                "!$statusCode == 1; 13",
                "($statusCode) == 1; 14",
                "``; 0",
                "$statusCode ==; 14",
                "$statusCode = 200; 12",
                "$statusCode === 200; 12",
                "$statusCode == NEW; 15",
                "$statusCode == 'open; 15",
                "$statusCode == \"open; 15",
                "$statusCode == 200 and true; 19",
                "$statusCode == 200); 18",
                "($statusCode == 200; 19",
                "$statusCode & true; 12",
                "$body.count > 1; 1",
                "$.count > 1; 1",
                "$statuscode == 200; 7",
                "true && $oops; 10",
                "01 == 1; 0",
                "True; 0",
                "$response.body#/a == $response.body#/b c; 39",
            })
    void CRT_23_CRT_29_syntax_errors_have_a_place(String condition, int index) {
        ConditionSyntaxException failure =
                catchThrowableOfType(ConditionSyntaxException.class, () -> SimpleCondition.parse(condition));

        assertThat(failure).isNotNull();
        assertThat(failure.index()).isEqualTo(index);
        assertThat(failure).hasMessageStartingWith("'" + condition + "' is no simple condition: ");
    }

    @Test
    void CRT_25_an_operand_ends_before_blanks_and_operators() throws Exception {
        assertThat(SimpleCondition.parse("$response.header.X-Rate-Limit>10&&$statusCode!=404")
                        .condition())
                .isEqualTo(new And(List.of(
                        new Comparison(expression("$response.header.X-Rate-Limit"), Operator.GREATER, number("10")),
                        new Comparison(expression("$statusCode"), Operator.NOT_EQUAL, number("404")))));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "$response.body.items[9].id == null",
                "$response.body.name.x == null",
                "$response.body.absent == null",
                "$response.body#/list/0 == null",
                "$steps.never.outputs.x == null",
                "$response.body#/absent != 1",
            })
    void CRT_27_CRT_33_EXP_61_what_is_missing_behaves_as_null(String condition) {
        assertThat(isSatisfied(condition)).isTrue();
        assertThat(evaluate(condition).notes())
                .singleElement()
                .asString()
                .contains("finds nothing and counts as null: ");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$response.body#/one == 1 | true",
                "1.0 == 1 | true",
                "$response.body#/big == 9007199254740993 | true",
                "$response.body#/big == 9007199254740992 | false",
                "0.1 == 0.10 | true",
                "1e-2 == 0.01 | true",
            })
    void CRT_28_numbers_compare_by_exact_value(String condition, boolean expected) {
        assertThat(isSatisfied(condition)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$response.body#/name == $inputs.name | true",
                "$response.body#/name != 'REX' | false",
                "'b' > 'A' | true",
                "'a' <= 'A' | true",
                "$response.body#/title == 'title' | true",
            })
    void CRT_30_strings_compare_without_case(String condition, boolean expected) {
        assertThat(isSatisfied(condition)).isEqualTo(expected);
    }

    @Test
    void CRT_30_the_default_locale_does_not_matter() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(isSatisfied("$response.body#/title == 'title'")).isTrue();
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$response.header.X-Rate-Limit > 9 | true",
                "$response.header.X-Rate-Limit == 10 | true",
                "$statusCode == '200' | true",
                "$statusCode == '2e2' | true",
                "$statusCode == 'ok' | false",
                "$statusCode != 'ok' | true",
                "$statusCode < 'ok' | false",
                "$response.body#/number == 12.5 | true",
                "'10' > '9' | true",
                "'1.10' == '1.1' | false",
                "'10' > '9a' | false",
                "$response.body#/empty == 0 | false",
            })
    void CRT_31_AMB_41_numeric_strings_become_numbers(String condition, boolean expected) {
        assertThat(isSatisfied(condition)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null == null | true",
                "$response.body#/nothing == null | true",
                "$response.body#/name == null | false",
                "$response.body#/name != null | true",
                "$response.body#/nothing != null | false",
                "$response.body#/zero == null | false",
                "$response.body#/empty == null | false",
                "$response.body#/no == null | false",
                "null <= null | false",
                "null < 1 | false",
                "1 > null | false",
                "null >= 'a' | false",
            })
    void CRT_32_AMB_42_null_equals_only_null(String condition, boolean expected) {
        assertThat(isSatisfied(condition)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$response.body#/yes | true",
                "$response.body#/no | false",
                "$response.body#/nothing | false",
                "$response.body#/absent | false",
                "$response.body#/zero | false",
                "$response.body#/empty | false",
                "$response.body#/list | true",
                "$response.body#/object | true",
                "$response.body#/name | true",
                "$inputs.half | true",
            })
    void CRT_34_AMB_43_truth_of_a_bare_operand(String condition, boolean expected) {
        assertThat(isSatisfied(condition)).isEqualTo(expected);
    }

    @Test
    void AMB_43_the_string_false_is_true_with_a_remark() {
        assertThat(isSatisfied("$response.body#/false")).isTrue();
        assertThat(evaluate("$response.body#/false").notes())
                .singleElement()
                .asString()
                .contains("counts as true");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true == 'true' | false",
                "true != 'true' | true",
                "true == 1 | false",
                "true > 0 | false",
                "true >= true | false",
                "$response.body#/object == 'x' | false",
                "$response.body#/object < 1 | false",
                "$response.body#/list != 0 | true",
            })
    void CRT_35_other_mixtures_are_unequal_and_without_order(String condition, boolean expected) {
        assertThat(isSatisfied(condition)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$response.body#/a == $inputs.object | true",
                "$response.body#/a == $inputs.other | false",
                "$response.body#/list == $response.body#/object | false",
                "$steps.find.outputs.o == $steps.find.outputs.o | true",
                "$inputs.whole == $inputs.decimals | true",
                "$inputs.whole == $inputs.more | false",
                "$inputs.whole != $inputs.more | true",
            })
    void CRT_36_structures_compare_deeply_and_with_case(String condition, boolean expected) {
        assertThat(isSatisfied(condition)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{$statusCode == 200} | braces-in-simple-condition | ($statusCode == 200)",
                "{$statusCode} == 200 | braces-in-simple-condition | $statusCode",
                "200 == {$statusCode} | braces-in-simple-condition | $statusCode",
                "$response.body#/name == \"Rex\" | double-quoted-string | 'Rex'",
                "$response.body.count == 3 | access-without-pointer | $response.body#/count",
                "$response.headers.X-Rate-Limit == 10 | headers-plural | $response.header.X-Rate-Limit",
            })
    void CRT_37_AMB_37_section_0_1_forms_of_practice_hold_with_a_remark(String condition, String rule, String spelling)
            throws Exception {
        assertThat(isSatisfied(condition)).isTrue();
        assertThat(SimpleCondition.parse(condition).lenientReadings())
                .singleElement()
                .extracting(LenientReading::rule, LenientReading::conformingSpelling)
                .containsExactly(rule, spelling);
    }

    @Test
    void double_quoted_strings_have_the_escapes_of_JSON() throws Exception {
        assertThat(SimpleCondition.parse("\"a\\n\\\"b\\\\ \\d\"").condition())
                .isEqualTo(new Condition.Test(new Literal(TextNode.valueOf("a\n\"b\\ \\d"))));
    }

    @Test
    void EXP_48_braces_in_a_string_are_part_of_it_with_a_remark() throws Exception {
        assertThat(isSatisfied("$response.body#/name == '{$inputs.name}'")).isFalse();
        assertThat(isSatisfied("'{$inputs.name}' == '{$INPUTS.name}'")).isTrue();
        assertThat(SimpleCondition.parse("$response.body#/name == '{$inputs.name}'")
                        .lenientReadings())
                .singleElement()
                .extracting(LenientReading::rule)
                .isEqualTo("expression-in-string");
    }

    @Test
    void CRT_75_a_failed_comparison_shows_both_sides() {
        SimpleCondition.Outcome outcome =
                evaluate("$statusCode == 200 && $response.body#/name == 'Max' && $response.body#/yes");

        assertThat(outcome.satisfied()).isFalse();
        assertThat(outcome.comparison()).hasValueSatisfying(comparison -> {
            assertThat(comparison.left().text()).isEqualTo("$response.body#/name");
            assertThat(comparison.left().value()).isEqualTo(new Evaluation.Value(TextNode.valueOf("Rex")));
            assertThat(comparison.operator()).isEqualTo("==");
            assertThat(comparison.right().text()).isEqualTo("'Max'");
        });
        assertThat(outcome.operands())
                .extracting(SimpleCondition.Observation::text)
                .containsExactly("$statusCode", "$response.body#/name", "$response.body#/yes");
    }

    @Test
    void CRT_75_the_values_of_all_operands_are_shown_once() {
        SimpleCondition.Outcome outcome =
                evaluate("$statusCode == 201 || !($response.body#/count == 3) || $statusCode == $inputs.threshold");

        assertThat(outcome.satisfied()).isFalse();
        assertThat(outcome.operands())
                .extracting(SimpleCondition.Observation::text)
                .containsExactly("$statusCode", "$response.body#/count", "$inputs.threshold");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 == 2 || 1 == 3", "1 == 2 && 1 == 3", "!(1 == 1)", "1 == 1", "false"})
    void there_is_no_comparison_to_show_unless_one_alone_decided(String condition) {
        assertThat(evaluate(condition).comparison()).isEmpty();
    }

    @Test
    @Tag("random")
    void random_conditions_print_and_parse_alike_and_have_a_result() throws Exception {
        Random random = new Random(20261123);
        for (int round = 0; round < 20_000; round++) {
            Condition condition = randomCondition(random, 4);

            SimpleCondition parsed = SimpleCondition.parse(condition.text());

            assertThat(parsed.condition()).as(condition.text()).isEqualTo(condition);
            assertThat(parsed.evaluate(SCOPE).problem()).isEmpty();
        }
    }

    @Test
    @Tag("random")
    void random_texts_are_read_or_refused_with_a_place() {
        Random random = new Random(5);
        String[] tokens = {
            "$statusCode",
            "$response.body#/a",
            "$inputs.",
            "==",
            "!=",
            "<",
            ">=",
            "&&",
            "||",
            "!",
            "(",
            ")",
            "{",
            "}",
            "'",
            "\"",
            "a",
            "1",
            "-",
            ".5",
            " ",
            "\n",
            "true",
            "null",
            "=",
            "&",
            "|",
            "\\",
            "\u0000",
            "ü"
        };
        int read = 0;
        for (int round = 0; round < 60_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(9); i > 0; i--) {
                text.append(tokens[random.nextInt(tokens.length)]);
            }
            try {
                SimpleCondition condition = SimpleCondition.parse(text.toString());
                assertThat(SimpleCondition.parse(condition.condition().text()).condition())
                        .as(text.toString())
                        .isEqualTo(condition.condition());
                condition.evaluate(SCOPE);
                read++;
            } catch (ConditionSyntaxException e) {
                assertThat(e.index()).isBetween(0, text.length());
            }
        }
        assertThat(read).isGreaterThan(500);
    }

    @Test
    void endless_nesting_is_refused() {
        String condition = "(".repeat(50_000) + "true" + ")".repeat(50_000);

        assertThat(catchThrowableOfType(ConditionSyntaxException.class, () -> SimpleCondition.parse(condition)))
                .isNotNull();
    }

    private static Condition randomCondition(Random random, int depth) {
        return switch (depth == 0 ? random.nextInt(2) : random.nextInt(6)) {
            case 0 -> new Condition.Test(randomOperand(random));
            case 1, 2 ->
                new Comparison(
                        randomOperand(random),
                        Operator.values()[random.nextInt(Operator.values().length)],
                        randomOperand(random));
            case 3 -> new Not(randomCondition(random, depth - 1));
            case 4 -> new Or(randomConditions(random, depth));
            default -> new And(randomConditions(random, depth));
        };
    }

    private static List<Condition> randomConditions(Random random, int depth) {
        return random.ints(2 + random.nextInt(2))
                .mapToObj(unused -> randomCondition(random, depth - 1))
                .toList();
    }

    private static Operand randomOperand(Random random) {
        String[] expressions = {
            "$statusCode",
            "$response.body#/a~1b",
            "$response.header.A!b",
            "$inputs.object",
            "$steps.find.outputs.list[0]"
        };
        return switch (random.nextInt(5)) {
            case 0 -> new Literal(random.nextBoolean() ? BooleanNode.TRUE : NullNode.getInstance());
            case 1 ->
                number(new BigDecimal(random.nextInt())
                        .movePointLeft(random.nextInt(12) - 4)
                        .toString());
            case 2 ->
                new Literal(TextNode.valueOf(
                        new String[] {"", "'", "a'b''", "\" \\ {", "\u0000 || 'x'"}[random.nextInt(5)]));
            default -> {
                String text = expressions[random.nextInt(expressions.length)];
                yield expression(text.contains("!") ? "$response.header.Accept" : text);
            }
        };
    }

    private static Literal number(String text) {
        return new Literal(DecimalNode.valueOf(new BigDecimal(text)));
    }

    private static ExpressionOperand expression(String text) {
        try {
            return new ExpressionOperand(
                    text, RuntimeExpressionParser.parse(text).expression());
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static boolean isSatisfied(String condition) {
        SimpleCondition.Outcome outcome = evaluate(condition);
        assertThat(outcome.problem()).isEmpty();
        return outcome.satisfied();
    }

    private static SimpleCondition.Outcome evaluate(String condition) {
        try {
            return SimpleCondition.parse(condition).evaluate(SCOPE);
        } catch (ConditionSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
