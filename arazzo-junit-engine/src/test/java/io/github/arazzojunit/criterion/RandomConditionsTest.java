package io.github.arazzojunit.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.criterion.simple.Condition;
import io.github.arazzojunit.criterion.simple.ConditionSyntaxException;
import io.github.arazzojunit.criterion.simple.SimpleCondition;
import io.github.arazzojunit.expression.ScopeOf;
import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.Finding.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties of conditions of every type; the seed is fixed, so a failure comes back. */
@Tag("random")
class RandomConditionsTest {

    private static final int ROUNDS = 700;
    private static final ScopeOf SCOPE = ScopeOf.state("""
            {'statusCode': 200, 'inputs': {'q': "it's", 'n': 1e400, 'none': null},
             'response': {'header': {'A': '10'}, 'body': {'a': [1, {'b': 'x'}], 't': true, 'z': 0, 'e': '', 'n': null}}}""");
    private static final List<String> OPERANDS = List.of(
            "$statusCode",
            "$response.body#/a",
            "$response.body#/t",
            "$response.body#/z",
            "$response.body#/e",
            "$response.body#/n",
            "$response.body#/absent",
            "$response.body#/a/1",
            "$inputs.q",
            "$inputs.n",
            "$response.header.A",
            "$request.body",
            "1",
            "-0",
            "1e400",
            "12345678901234567890.1",
            "true",
            "false",
            "null",
            "''",
            "'10'",
            "'IT''S'",
            "'x'");
    private static final List<String> OPERATORS = List.of("==", "!=", "<", "<=", ">", ">=");
    private static final List<String> PIECES = List.of(
            "$",
            "$.",
            "@",
            "[",
            "]",
            "(",
            ")",
            "?",
            "*",
            "..",
            "/",
            "//",
            "a",
            "b",
            "'",
            "\"",
            "\\",
            "1",
            "-",
            "==",
            "&&",
            "||",
            "!",
            "{",
            "}",
            "{$inputs.q}",
            "{$inputs.absent}",
            "{$response.body}",
            "|",
            "+",
            "^",
            "\\d",
            ",",
            ":",
            "=",
            " ",
            "<a/>",
            "div",
            "and",
            "not(",
            "length(",
            "#",
            "\u0000",
            "\uD800",
            "\u00e9");

    private final CriterionEvaluator evaluator = new CriterionEvaluator(Duration.ofSeconds(20));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20, 300})
    void CRT_34_a_condition_and_its_negation_never_agree(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            String condition = condition(random, 3);

            assertThat(isSatisfied("!(" + condition + ")")).as(condition).isNotEqualTo(isSatisfied(condition));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 30, 400})
    void CRT_22_connectives_mean_what_they_say(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            String one = condition(random, 1);
            String other = condition(random, 1);

            assertThat(isSatisfied("(" + one + ") && (" + other + ")"))
                    .as("%s and %s", one, other)
                    .isEqualTo(isSatisfied(one) && isSatisfied(other));
            assertThat(isSatisfied("(" + one + ") || (" + other + ")"))
                    .as("%s or %s", one, other)
                    .isEqualTo(isSatisfied(one) || isSatisfied(other));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 40, 500})
    void CRT_28_CRT_35_AMB_41_operators_contradict_each_other_nowhere(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            String left = pick(random, OPERANDS);
            String right = pick(random, OPERANDS);
            boolean less = isSatisfied(left + " < " + right);
            boolean greater = isSatisfied(left + " > " + right);
            boolean equal = isSatisfied(left + " == " + right);

            assertThat(isSatisfied(right + " > " + left))
                    .as("%s < %s", left, right)
                    .isEqualTo(less);
            assertThat(isSatisfied(right + " == " + left))
                    .as("%s == %s", left, right)
                    .isEqualTo(equal);
            assertThat(isSatisfied(left + " != " + right))
                    .as("%s != %s", left, right)
                    .isNotEqualTo(equal);
            assertThat(less && greater).as("%s <> %s", left, right).isFalse();
            assertThat(less || greater).as("%s <> %s", left, right).matches(ordered -> !ordered || !equal);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 50, 600})
    void CRT_29_a_condition_means_the_same_when_it_is_written_anew(long seed) throws ConditionSyntaxException {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            Condition condition = SimpleCondition.parse(condition(random, 3)).condition();

            assertThat(SimpleCondition.parse(condition.text()).condition()).isEqualTo(condition);
        }
    }

    @ParameterizedTest
    @EnumSource
    void CRT_74_no_condition_of_any_type_crashes_and_none_passes_that_is_known_to_be_wrong(LanguageVersion version) {
        Random random = new Random(version.ordinal());
        int rounds = version.name().startsWith("XPATH") ? 100 : ROUNDS;
        for (int i = 0; i < rounds; i++) {
            String text = garbage(random);
            Criterion criterion =
                    version == LanguageVersion.SIMPLE ? CriterionOf.simple(text) : CriterionOf.on(version, text);
            boolean wrong = ConditionChecker.check(criterion).stream()
                    .anyMatch(problem -> problem.severity() == Severity.ERROR);
            CriterionResult result = evaluator.evaluate(criterion, SCOPE);

            assertThat(wrong && result.satisfied()).as(text).isFalse();
        }
    }

    private boolean isSatisfied(String condition) {
        return evaluator.evaluate(CriterionOf.simple(condition), SCOPE).satisfied();
    }

    private static String condition(Random random, int depth) {
        return switch (depth == 0 ? random.nextInt(2) : random.nextInt(5)) {
            case 0 -> pick(random, OPERANDS);
            case 1 -> pick(random, OPERANDS) + " " + pick(random, OPERATORS) + " " + pick(random, OPERANDS);
            case 2 -> "!(" + condition(random, depth - 1) + ")";
            case 3 -> "(" + condition(random, depth - 1) + ") && (" + condition(random, depth - 1) + ")";
            default -> condition(random, depth - 1) + " || " + condition(random, depth - 1);
        };
    }

    private static String garbage(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(10); i > 0; i--) {
            text.append(pick(random, PIECES));
        }
        return text.toString();
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
