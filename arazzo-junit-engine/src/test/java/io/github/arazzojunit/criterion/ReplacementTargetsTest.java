package io.github.arazzojunit.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.expression.ScopeOf;
import io.github.arazzojunit.model.ExpressionType;
import io.github.arazzojunit.model.ExpressionType.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplacementTargetsTest {

    private static final String DRAFT = "draft-goessner-dispatch-jsonpath-00";

    private final ReplacementTargets targets = new ReplacementTargets(Duration.ofSeconds(20));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.a | {'a': 'new', 'list': [1, {'a': 2}], 'x/y~z': 0}",
                "$.list[0] | {'a': {'a': 1}, 'list': ['new', {'a': 2}], 'x/y~z': 0}",
                "$.list[*] | {'a': {'a': 1}, 'list': ['new', 'new'], 'x/y~z': 0}",
                "$['x/y~z'] | {'a': {'a': 1}, 'list': [1, {'a': 2}], 'x/y~z': 'new'}",
                "$..a | {'a': 'new', 'list': [1, {'a': 'new'}], 'x/y~z': 0}",
                "$ | 'new'",
            })
    void BOD_24_AMB_35_every_place_that_a_query_selects_is_replaced(String target, String expected) {
        JsonNode replaced = ScopeOf.json(expected);

        assertThat(targets.replace(payload(), target, jsonPath(Optional.empty()), TextNode.valueOf("new")))
                .isEqualTo(new Evaluation.Value(replaced));
        if (!target.equals("$..a")) {
            assertThat(targets.replace(payload(), target, jsonPath(Optional.of(DRAFT)), TextNode.valueOf("new")))
                    .isEqualTo(new Evaluation.Value(replaced));
        }
    }

    @Test
    void BOD_15_each_place_has_a_value_of_its_own() {
        JsonNode value = ScopeOf.json("{'n': 1}");

        for (Optional<String> version : List.of(Optional.<String>empty(), Optional.of(DRAFT))) {
            Evaluation replaced = targets.replace(payload(), "$.list[*]", jsonPath(version), value);
            JsonNode list = ((Evaluation.Value) replaced).json().get("list");

            assertThat(list.get(0)).isEqualTo(value).isNotSameAs(list.get(1));
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "JSONPATH | | $.none | '$.none' selects nothing",
                "JSONPATH | | $.list[7] | '$.list[7]' selects nothing",
                "JSONPATH | | $[ | column 3",
                "JSONPATH | " + DRAFT + " | $.none | '$.none' selects nothing",
                "JSONPATH | " + DRAFT + " | $.a.length() | does not exist in",
                "JSONPATH | rfc1 | $.a | version 'rfc1' of jsonpath is not supported",
                "XPATH | | /a | is a JSON object",
                "SIMPLE | | a | a target of type simple selects nothing",
                "REGEX | | a | a target of type regex selects nothing",
                "JSONPOINTER | | /a | a target of type jsonpointer selects nothing",
            })
    void BOD_28_what_cannot_be_replaced_is_an_error(Language language, String version, String target, String reason) {
        ExpressionType type = new ExpressionType(language, Optional.ofNullable(version));

        assertThat(targets.replace(payload(), target, type, TextNode.valueOf("new")))
                .isInstanceOfSatisfying(
                        Evaluation.Error.class,
                        error -> assertThat(error.reason()).contains(reason));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'new' | <a>new</a>",
                "7.50 | <a>7.50</a>",
                "true | <a>true</a>",
                "null | <a>null</a>",
                "'<b/>' | <a>&lt;b/&gt;</a>",
            })
    void EXP_42_scalars_become_text_in_XML(String value, String expected) {
        assertThat(targets.replace(TextNode.valueOf("<a>x</a>"), "/a", xPath(), ScopeOf.json(value)))
                .isEqualTo(new Evaluation.Value(TextNode.valueOf(expected)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<a/> | {'b': 1} | the value is a JSON object, which has no form in XML",
                "<a/> | [1] | the value is a JSON array, which has no form in XML",
                "no XML | 'x' | not well-formed XML",
                "<b/> | 'x' | selects no element",
            })
    void AMB_35_XML_takes_no_structures_and_only_XML_can_be_changed(String payload, String value, String reason) {
        assertThat(targets.replace(TextNode.valueOf(payload), "/a", xPath(), ScopeOf.json(value)))
                .isInstanceOfSatisfying(
                        Evaluation.Error.class,
                        error -> assertThat(error.reason()).contains(reason));
    }

    @Test
    void BOD_28_a_text_has_no_place_for_JSONPath() {
        assertThat(targets.replace(TextNode.valueOf("x"), "$", jsonPath(Optional.empty()), TextNode.valueOf("y")))
                .isEqualTo(new Evaluation.Error("the payload is a JSON string, and JSONPath needs an object or array"));
    }

    private static JsonNode payload() {
        return ScopeOf.json("{'a': {'a': 1}, 'list': [1, {'a': 2}], 'x/y~z': 0}");
    }

    private static ExpressionType jsonPath(Optional<String> version) {
        return new ExpressionType(Language.JSONPATH, version);
    }

    private static ExpressionType xPath() {
        return new ExpressionType(Language.XPATH, Optional.empty());
    }
}
