package io.github.arazzojunit.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.expression.ScopeOf;
import io.github.arazzojunit.model.ExpressionType;
import io.github.arazzojunit.model.ExpressionType.Language;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorsTest {

    private static final JsonNode PETS =
            ScopeOf.json("{'pets': [{'name': 'Rex', 'age': 1.50}, {'name': 'Max'}], 'n': null}");

    private final Selectors selectors = new Selectors(Duration.ofSeconds(20));

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "JSONPOINTER | /pets/0/name | \"Rex\"",
                "JSONPOINTER | #/pets/0/age | 1.50",
                "JSONPOINTER | /n | null",
                "JSONPATH | $.pets[0].name | \"Rex\"",
                "JSONPATH | $.pets[*].name | [\"Rex\",\"Max\"]",
                "JSONPATH | $.pets[*].age | 1.50",
                "JSONPATH | $.n | null",
            })
    void SEL_02_SEL_05_SEL_06_SEL_24_AMB_71_one_value_or_an_array(Language language, String selector, String json) {
        assertThat(select(PETS, selector, language)).isEqualTo(new Evaluation.Value(ScopeOf.json(json)));
    }

    @Test
    void SEL_06_the_empty_pointer_is_the_whole_context() {
        assertThat(select(PETS, "", Language.JSONPOINTER)).isEqualTo(new Evaluation.Value(PETS));
    }

    @ParameterizedTest
    @CsvSource({"JSONPOINTER, /pets/9", "JSONPATH, $.absent", "JSONPATH, $.pets[?@.age > 9]"})
    void AMB_71_nothing_selected_is_missing(Language language, String selector) {
        assertThat(select(PETS, selector, language)).isInstanceOf(Evaluation.Missing.class);
    }

    @ParameterizedTest
    @CsvSource({
        "JSONPOINTER, pets",
        "JSONPOINTER, /a~2",
        "JSONPATH, $.pets[",
        "JSONPATH, $.n == 1",
        "SIMPLE, true",
        "REGEX, a",
        "XPATH, /a"
    })
    void SEL_03_SEL_09_what_cannot_be_applied_is_an_error(Language language, String selector) {
        assertThat(select(PETS, selector, language)).isInstanceOf(Evaluation.Error.class);
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "xpath-31 | /r/a | [\"1\",\"2\"]",
                "xpath-31 | count(/r/a) | 2",
                "xpath-10 | /r/a[2] | \"2\"",
                "xpath-10 | count(/r/a) | 2",
            })
    void SEL_22_SEL_23_AMB_70_xpath_selects_in_XML_text(String version, String selector, String json) {
        Evaluation selected = selectors.select(
                TextNode.valueOf("<r><a>1</a><a>2</a></r>"),
                selector,
                new ExpressionType(Language.XPATH, Optional.of(version)));

        assertThat(selected)
                .isInstanceOfSatisfying(
                        Evaluation.Value.class,
                        value -> assertThat(value.json()).hasToString(json));
    }

    @Test
    void SEL_22_the_draft_of_JSONPath_is_supported() {
        assertThat(selectors.select(
                        PETS,
                        "$.pets[?(@.name == 'Max')].name",
                        new ExpressionType(Language.JSONPATH, Optional.of("draft-goessner-dispatch-jsonpath-00"))))
                .isEqualTo(new Evaluation.Value(TextNode.valueOf("Max")));
    }

    @Test
    void SEL_25_an_unsupported_version_is_an_error() {
        assertThat(selectors.select(PETS, "$", new ExpressionType(Language.JSONPATH, Optional.of("xpath-31"))))
                .isEqualTo(new Evaluation.Error("version 'xpath-31' of jsonpath is not supported; supported: rfc9535,"
                        + " draft-goessner-dispatch-jsonpath-00"));
    }

    @Test
    void AMB_70_JSON_text_in_a_string_is_parsed_and_scalars_are_errors() {
        assertThat(select(TextNode.valueOf("{\"a\": [1.50]}"), "/a/0", Language.JSONPOINTER))
                .isEqualTo(new Evaluation.Value(ScopeOf.json("1.50")));
        assertThat(select(TextNode.valueOf("text"), "/a", Language.JSONPOINTER)).isInstanceOf(Evaluation.Error.class);
        assertThat(select(ScopeOf.json("5"), "$", Language.JSONPATH)).isInstanceOf(Evaluation.Error.class);
    }

    private Evaluation select(JsonNode context, String selector, Language language) {
        return selectors.select(context, selector, new ExpressionType(language, Optional.empty()));
    }
}
