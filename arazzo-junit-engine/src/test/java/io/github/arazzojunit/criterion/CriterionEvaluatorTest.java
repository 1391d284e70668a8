package io.github.arazzojunit.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.expression.ScopeOf;
import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.ExpressionType;
import io.github.arazzojunit.model.ExpressionType.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CriterionEvaluatorTest {

    private static final String BODY =
            "{'status': 'done', 'n': 5, 'ok': true, 'none': null, 'pets': [{'name': 'Rex'}, {'name': 'Max'}], 'q': \"it's\"}";
    private static final ScopeOf SCOPE = ScopeOf.state(
            "{'statusCode': 200, 'response': {'body': " + BODY
                    + "}, 'inputs': {'status': 'done', 'q': \"it's\", 'part': '[a-o]{2}', 'five': 5, 'xml': '<a><b>it&#39;s</b></a>'}}");
    private static final ExpressionType REGEX = new ExpressionType(Language.REGEX, Optional.empty());

    private final CriterionEvaluator evaluator = new CriterionEvaluator(Duration.ofSeconds(20));

    @Test
    void CRT_02_a_criterion_without_type_is_simple() {
        assertThat(evaluate(CriterionOf.simple("$statusCode == 200")).satisfied())
                .isTrue();
    }

    @Test
    void CRT_75_a_false_comparison_comes_with_both_sides() {
        CriterionResult result = evaluate(CriterionOf.simple("$response.body#/status == 'open'"));

        assertThat(result.satisfied()).isFalse();
        assertThat(result.reason()).isEmpty();
        assertThat(result.comparison())
                .contains(new CriterionResult.Comparison(
                        new CriterionResult.Operand("$response.body#/status", text("done")),
                        "==",
                        new CriterionResult.Operand("'open'", text("open"))));
    }

    @Test
    void CRT_74_a_syntax_error_fails_the_criterion_with_the_reason() {
        CriterionResult result = evaluate(CriterionOf.simple("$statusCode = 200"));

        assertThat(result.satisfied()).isFalse();
        assertThat(result.reason())
                .hasValueSatisfying(
                        reason -> assertThat(reason)
                                .isEqualTo(
                                        "'$statusCode = 200' is no simple condition: '=' is no operator, use '==': at character 13"));
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "^200$ | $statusCode | true",
                "^20$ | $statusCode | false",
                "on | $response.body#/status | true",
                "^true$ | $response.body#/ok | true",
                "\"name\":\"Rex\" | $response.body#/pets | true",
                "DONE | $response.body#/status | false",
                ".* | $response.body#/none | false",
                ".* | $response.body#/absent | false",
                "^{$inputs.part}ne$ | $response.body#/status | true",
                "^\\d{1}$ | $inputs.five | true",
            })
    void CRT_40_CRT_41_CRT_42_CRT_44_CRT_71_regex(String condition, String context, boolean satisfied) {
        assertThat(evaluate(CriterionOf.on(context, REGEX, condition)).satisfied())
                .isEqualTo(satisfied);
    }

    @Test
    void SEC_08_a_regex_that_takes_too_long_fails_the_criterion() {
        CriterionResult result = new CriterionEvaluator(Duration.ofMillis(50))
                .evaluate(CriterionOf.onBody(Language.REGEX, "(a*)*\\1b"), ScopeOf.textBody("a".repeat(60) + "c"));

        assertThat(result.satisfied()).isFalse();
        assertThat(result.reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("within 50 ms"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.pets[?@.name == 'Rex'] | true",
                "$.pets[?@.name == 'REX'] | false",
                "$.none | true",
                "$.absent | false",
                "$[?count(@.pets) > 0] | false",
                "$.pets[?(@.name == '{$inputs.status}')] | false",
                "$[?@ == \"{$inputs.status}\"] | true",
                "$[?@ == '{$inputs.q}'] | true",
                "$[?@ == {$inputs.five}] | true",
                "$[?@ == '$inputs.status'] | true",
                "$[?@ == '{$inputs.absent}'] | false",
                "$.pets[ | false",
                "$.status == 'done' | true",
                "$.status == 'DONE' | false",
                "$.pets.length > 1 && $.ok == true | true",
                "!$.error | true",
                "#/pets/1/name | true",
                "#/pets/2 | false",
                "$.status == '{$inputs.status}' | true",
            })
    void CRT_50_to_CRT_55_CRT_70_jsonpath_and_its_lenient_readings(String condition, boolean satisfied) {
        assertThat(evaluate(CriterionOf.onBody(Language.JSONPATH, condition)).satisfied())
                .isEqualTo(satisfied);
    }

    @Test
    void CRT_75_a_comparison_over_the_context_shows_both_sides() {
        CriterionResult result = evaluate(CriterionOf.onBody(Language.JSONPATH, "$.status == 'open'"));

        assertThat(result.comparison())
                .hasValueSatisfying(
                        comparison -> assertThat(comparison.left().value()).isEqualTo(text("done")));
        assertThat(result.operands())
                .extracting(CriterionResult.Operand::text)
                .first()
                .isEqualTo("$response.body");
    }

    @Test
    void CRT_53_AMB_45_JSON_text_in_a_string_is_parsed_with_a_note_and_other_text_fails() {
        Criterion criterion = CriterionOf.onBody(Language.JSONPATH, "$.a");

        CriterionResult parsed = evaluator.evaluate(criterion, ScopeOf.textBody("{\"a\": 1}"));
        assertThat(parsed.satisfied()).isTrue();
        assertThat(parsed.notes()).hasSize(1);
        assertThat(evaluator.evaluate(criterion, ScopeOf.textBody("<a/>")).reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("not JSON"));
        assertThat(evaluator.evaluate(criterion, ScopeOf.textBody("5")).satisfied())
                .isFalse();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "$.pets[?(@.name == 'Rex')] | true",
                "$.pets[?(@.name == 'Bob')] | false",
                "$..name | true",
                "$.absent | false",
                "$.none | true",
                "$.pets[?@.name == 'Rex'] | true",
                "$.pets[?@.name == 'a]b' && @.age] | false",
                "$.pets.length() | false",
                "$.pets[?(@.name.length() > 1)] | false",
                "pets | false",
                "$.pets[(@.length-1)] | false",
            })
    void CRT_56_the_draft_of_JSONPath_is_run_with_its_own_semantics(String condition, boolean satisfied) {
        assertThat(evaluate(CriterionOf.onBody(Language.JSONPATH, "draft-goessner-dispatch-jsonpath-00", condition))
                        .satisfied())
                .isEqualTo(satisfied);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "xpath-31 | /a/b = 'it''s' | true",
                "xpath-31 | /a/b = '{$inputs.q}' | true",
                "xpath-10 | /a/b = \"{$inputs.q}\" | true",
                "xpath-10 | /a/b = '{$inputs.q}' | false",
                "xpath-20 | /a/c | false",
                "xpath-30 | /a/b[ | false",
                "xpath-99 | true() | false",
            })
    void CRT_06_CRT_60_CRT_63_CRT_70_xpath(String version, String condition, boolean satisfied) {
        Criterion criterion =
                CriterionOf.on("$inputs.xml", new ExpressionType(Language.XPATH, Optional.of(version)), condition);

        CriterionResult result = evaluate(criterion);

        assertThat(result.satisfied()).isEqualTo(satisfied);
        assertThat(result.reason().isPresent()).isEqualTo(!satisfied);
    }

    @Test
    void CRT_63_xpath_needs_XML() {
        assertThat(evaluate(CriterionOf.onBody(Language.XPATH, "/a")).reason())
                .contains("the context is a JSON object, and XPath needs XML text");
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"REGEX", "JSONPATH", "XPATH"})
    void CRT_03_CRT_42_CRT_52_CRT_63_without_a_context_every_type_fails(Language language) {
        ExpressionType type = new ExpressionType(language, Optional.empty());
        for (Criterion criterion : List.of(
                CriterionOf.withoutContext(language, "true()"),
                CriterionOf.on("body", type, "true()"),
                CriterionOf.on("$response.body#/none", type, "true()"),
                CriterionOf.on("$response.body#/absent", type, "true()"))) {
            CriterionResult result = evaluate(criterion);

            assertThat(result.satisfied()).isFalse();
            assertThat(result.reason())
                    .hasValueSatisfying(reason -> assertThat(reason).contains("context"));
        }
    }

    @Test
    void CRT_05_a_pointer_has_no_truth_value() {
        assertThat(evaluate(CriterionOf.onBody(Language.JSONPOINTER, "/n")).reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("has no truth value"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "(", "[", "$", "$[", "$.a ==", "\u0000", "{$", "{$inputs.q", "{$inputs.q}"})
    void CRT_74_no_condition_makes_the_evaluation_throw(String condition) {
        for (Language language : Language.values()) {
            Criterion criterion =
                    CriterionOf.on("$inputs.xml", new ExpressionType(language, Optional.empty()), condition);

            CriterionResult result = evaluate(criterion);

            assertThat(result.criterion()).isEqualTo(criterion);
        }
    }

    @Test
    void one_evaluator_serves_many_threads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> tasks = IntStream.range(0, 400)
                    .<Callable<Boolean>>mapToObj(i -> () -> evaluate(
                                    i % 2 == 0
                                            ? CriterionOf.on(
                                                    "$inputs.xml",
                                                    new ExpressionType(Language.XPATH, Optional.empty()),
                                                    "/a/b = 'it''s'")
                                            : CriterionOf.onBody(Language.JSONPATH, "$.pets[?@.name == 'Rex']"))
                            .satisfied())
                    .toList();
            for (Future<Boolean> result : threads.invokeAll(tasks)) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private CriterionResult evaluate(Criterion criterion) {
        return evaluator.evaluate(criterion, SCOPE);
    }

    private static Evaluation text(String text) {
        return new Evaluation.Value(TextNode.valueOf(text));
    }
}
