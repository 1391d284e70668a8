package io.github.arazzojunit.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.ExpressionType;
import io.github.arazzojunit.model.ExpressionType.Language;
import io.github.arazzojunit.model.Finding.Severity;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionCheckerTest {

    private static Stream<Arguments> problems() {
        ExpressionType regex = new ExpressionType(Language.REGEX, Optional.empty());
        return Stream.of(
                Arguments.of(CriterionOf.simple(""), Severity.ERROR, "condition-empty", -1),
                Arguments.of(CriterionOf.simple("$statusCode = 1"), Severity.ERROR, "condition-syntax", 12),
                Arguments.of(CriterionOf.simple("$.a == 1"), Severity.ERROR, "condition-syntax", 1),
                Arguments.of(CriterionOf.simple("$response.body.a"), Severity.WARNING, "access-without-pointer", -1),
                Arguments.of(
                        CriterionOf.on("$url", ExpressionType.SIMPLE, "true"), Severity.WARNING, "context-ignored", -1),
                Arguments.of(CriterionOf.withoutContext(Language.JSONPATH, "$"), Severity.ERROR, "context-missing", -1),
                Arguments.of(CriterionOf.on("{$url}", regex, "a"), Severity.ERROR, "context-syntax", 0),
                Arguments.of(
                        CriterionOf.on("$response.body.a", regex, "a"), Severity.WARNING, "access-without-pointer", -1),
                Arguments.of(CriterionOf.onBody(Language.REGEX, "("), Severity.ERROR, "condition-syntax", 1),
                Arguments.of(CriterionOf.onBody(Language.REGEX, "a++"), Severity.WARNING, "regex-dialect", -1),
                Arguments.of(CriterionOf.onBody(Language.JSONPATH, "$.a["), Severity.ERROR, "condition-syntax", 4),
                Arguments.of(
                        CriterionOf.onBody(Language.JSONPATH, "$.a == 1"), Severity.WARNING, "jsonpath-comparison", -1),
                Arguments.of(CriterionOf.onBody(Language.JSONPATH, "#/a"), Severity.WARNING, "pointer-as-jsonpath", -1),
                Arguments.of(
                        CriterionOf.onBody(Language.JSONPATH, "$[?@.a == 1]"),
                        Severity.HINT,
                        "jsonpath-root-filter",
                        1),
                Arguments.of(
                        CriterionOf.onBody(Language.JSONPATH, "$.a[?@.b == '$inputs.x']"),
                        Severity.WARNING,
                        "expression-without-braces",
                        -1),
                Arguments.of(
                        CriterionOf.onBody(Language.REGEX, "$inputs.pattern"),
                        Severity.WARNING,
                        "expression-without-braces",
                        -1),
                Arguments.of(
                        CriterionOf.onBody(Language.JSONPATH, "draft-goessner-dispatch-jsonpath-00", "$.length()"),
                        Severity.ERROR,
                        "condition-syntax",
                        -1),
                Arguments.of(
                        CriterionOf.onBody(
                                Language.JSONPATH, "draft-goessner-dispatch-jsonpath-00", "$.a[?@.b == ']']"),
                        Severity.WARNING,
                        "filter-without-parentheses",
                        -1),
                Arguments.of(
                        CriterionOf.onBody(Language.JSONPATH, "rfc1", "$"), Severity.ERROR, "unsupported-version", -1),
                Arguments.of(
                        CriterionOf.onBody(Language.XPATH, "rfc9535", "/a"), Severity.ERROR, "unsupported-version", -1),
                Arguments.of(CriterionOf.onBody(Language.XPATH, "/a["), Severity.ERROR, "condition-syntax", -1),
                Arguments.of(CriterionOf.onBody(Language.XPATH, "doc('x')"), Severity.ERROR, "condition-syntax", -1),
                Arguments.of(CriterionOf.onBody(Language.JSONPOINTER, "/a"), Severity.ERROR, "criterion-type", -1));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("problems")
    void CRT_01_to_CRT_05_CRT_29_CRT_45_CRT_50_CRT_60_SEL_22_SEL_25_problems_are_found_without_running(
            Criterion criterion, Severity severity, String rule, int index) {
        assertThat(ConditionChecker.check(criterion)).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(severity);
            assertThat(problem.rule()).isEqualTo(rule);
            assertThat(problem.index()).isEqualTo(index < 0 ? OptionalInt.empty() : OptionalInt.of(index));
            assertThat(problem.message()).endsWith(".");
            assertThat(problem.remedy()).endsWith(".");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REGEX | ^{$inputs.a}[0-9]+$",
                "REGEX | ^[0-9]{3}$",
                "JSONPATH | $.pets[?length(@.name) > 2]",
                "JSONPATH | $.pets[?@.name == '{$inputs.name}']",
                "XPATH | /order/item => count() = 2",
                "XPATH | /a[. = '{$inputs.a}']",
            })
    void conforming_conditions_have_no_problem(Language language, String condition) {
        assertThat(ConditionChecker.check(CriterionOf.onBody(language, condition)))
                .isEmpty();
    }

    @Test
    void AMB_36_a_simple_condition_needs_no_context() {
        assertThat(ConditionChecker.check(CriterionOf.simple("$statusCode == 200")))
                .isEmpty();
    }

    @Test
    void what_looks_like_JSONPath_gets_the_hint_to_name_the_type() {
        assertThat(ConditionChecker.check(CriterionOf.simple("$.a == 1")).get(0).remedy())
                .contains("type: jsonpath");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "JSONPATH | $.a[ | selector-syntax",
                "JSONPATH | $.a == 1 | selector-syntax",
                "JSONPOINTER | a/b | selector-syntax",
                "JSONPOINTER | #/a | pointer-with-fragment",
                "XPATH | /a[ | selector-syntax",
                "REGEX | a | selector-type",
                "SIMPLE | true | selector-type",
            })
    void SEL_03_SEL_06_SEL_09_selectors_are_checked(Language language, String selector, String rule) {
        assertThat(ConditionChecker.checkSelector(selector, new ExpressionType(language, Optional.empty())))
                .extracting(ConditionProblem::rule)
                .containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource({"JSONPATH, $.a", "JSONPOINTER, /a/0", "XPATH, /a", "JSONPATH, $.a[{$inputs.i}]"})
    void sound_selectors_have_no_problem(Language language, String selector) {
        assertThat(ConditionChecker.checkSelector(selector, new ExpressionType(language, Optional.empty())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $.items[?(@.name =~ /a.*/i)]        | search(@.name
            $.items.length()                    | length(@.items)
            $.items.length() > 0                | length(@.items)
            $.prices.max() > 3                  | functions behind a path
            $.items[(@.length-1)]               | '[-1]'
            $.items[?(@.state in ['a', 'b'])]   | @.name == 'a' || @.name == 'b'
            $.items[?(@.state nin ['a', 'b'])]  | @.name == 'a' || @.name == 'b'
            $.items[?(@.tags subsetof ['a'])]   | a nested filter
            $.items[?(@.tags size 2)]           | length(@.items) == 2
            $.items[?(@.tags empty true)]       | length(@.items) == 0
            $.items[?(@.tags contains 'a')]     | search(@.name
            """)
    void CRT_50_what_Jayway_understands_is_an_error_that_names_the_form_of_RFC_9535(String condition, String remedy) {
        assertThat(ConditionChecker.check(CriterionOf.onBody(Language.JSONPATH, condition)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
                    assertThat(problem.remedy())
                            .startsWith("This is not RFC 9535: ")
                            .contains(remedy);
                });
        assertThat(ConditionChecker.checkSelector(condition, new ExpressionType(Language.JSONPATH, Optional.empty())))
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).contains(remedy));
    }

    @Test
    void CRT_50_a_text_that_only_resembles_Jayway_gets_no_such_remedy() {
        assertThat(ConditionChecker.check(CriterionOf.onBody(Language.JSONPATH, "$.a[?@.b == 'x =~ y' &&]")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).isEqualTo("Correct the condition."));
    }
}
