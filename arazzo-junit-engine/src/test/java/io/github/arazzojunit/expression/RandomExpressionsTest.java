package io.github.arazzojunit.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.expression.Template.Segment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties that hold for every expression and every text; the seed is fixed, so a failure comes back. */
@Tag("random")
class RandomExpressionsTest {

    private static final int ROUNDS = 2000;
    private static final ScopeOf SCOPE = ScopeOf.state("""
            {'statusCode': 200, 'url': 'https://x.test/', 'inputs': {'a': 1, 'b-c': {'': [null]}},
             'response': {'header': {'a': 'x'}, 'body': {'a': [1, {'b': '{$inputs.a}'}], '': 'empty'}},
             'steps': {'a': {'outputs': {'a': true}}}}""");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20, 300})
    void EXP_01_every_expression_is_read_back_from_its_text(long seed) throws ExpressionSyntaxException {
        RandomExpressions random = new RandomExpressions(seed);
        for (int i = 0; i < ROUNDS; i++) {
            RuntimeExpression expression = random.expression();
            ParsedExpression parsed = RuntimeExpressionParser.parse(expression.text());

            assertThat(parsed.expression()).as(expression.text()).isEqualTo(expression);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 30, 400})
    void EXP_60_every_expression_has_a_value_or_a_reason(long seed) {
        RandomExpressions random = new RandomExpressions(seed);
        for (int i = 0; i < ROUNDS; i++) {
            RuntimeExpression expression = random.expression();
            Evaluation evaluation = ExpressionEvaluator.evaluate(expression, SCOPE);

            assertThat(reason(evaluation)).as(expression.text()).isNotBlank();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 40, 500})
    void EXP_41_an_expression_in_braces_is_found_between_any_literals(long seed) {
        RandomExpressions random = new RandomExpressions(seed);
        for (int i = 0; i < ROUNDS; i++) {
            RuntimeExpression expression = random.expression();
            Template template = Template.parse("x " + "{" + expression.text() + "} {y}");

            assertThat(template.segments())
                    .as(template.text())
                    .containsExactly(
                            new Segment.Literal("x "),
                            new Segment.Embedded(expression, expression.text()),
                            new Segment.Literal(" {y}"));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 50, 600})
    void EXP_45_no_character_of_a_text_gets_lost_or_is_refused(long seed) {
        RandomExpressions random = new RandomExpressions(seed);
        for (int i = 0; i < ROUNDS; i++) {
            String text = random.garbage();
            StringBuilder written = new StringBuilder();
            for (Segment segment : Template.parse(text).segments()) {
                written.append(
                        segment instanceof Segment.Literal literal
                                ? literal.text()
                                : ((Segment.Embedded) segment).source());
            }

            assertThat(withoutBraces(written.toString())).isEqualTo(withoutBraces(text));
        }
    }

    @ParameterizedTest
    @EnumSource
    void EXP_46_no_text_and_no_value_makes_a_template_crash(TemplateEscaping escaping) {
        RandomExpressions random = new RandomExpressions(escaping.ordinal());
        for (int i = 0; i < ROUNDS; i++) {
            String text = "{\"a\": \"" + random.garbage() + "{$response.body#/a/1/b}" + random.garbage() + "\"}";
            Evaluation rendered = Template.parse(text).render(SCOPE, escaping).text();

            assertThat(reason(rendered)).as(text).isNotBlank();
            assertThat(rendered).as(text).isNotInstanceOf(Evaluation.Missing.class);
        }
    }

    private static String withoutBraces(String text) {
        return text.replaceAll("[{}]", "");
    }

    private static String reason(Evaluation evaluation) {
        if (evaluation instanceof Evaluation.Missing missing) {
            return missing.reason();
        }
        return evaluation instanceof Evaluation.Error error ? error.reason() : "a value";
    }
}
