package io.github.arazzojunit.criterion.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.criterion.jsonpath.JsonPathCondition.Comparison;
import io.github.arazzojunit.criterion.jsonpath.JsonPathCondition.Operand;
import io.github.arazzojunit.criterion.jsonpath.JsonPathCondition.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Lenient CRT-50: a logical expression with $ as the root")
class JsonPathConditionTest {

    private static final String ORDER = """
            {"status": "Shipped", "total": 12.50, "id": 9007199254740993, "paid": true, "error": null,
             "items": [{"sku": "a-1", "tags": ["x"]}, {"sku": "b-2"}], "notes": [], "labels": {"k": 1},
             "name": "Zoë", "box": {"length": 30, "width": 2}}
            """;

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiterString = "→", quoteCharacter = '`', textBlock = """
            $.status == 'Shipped'                             → true
            $.status == "Shipped"                             → true
            $.status == 'shipped'                             → false
            'Shipped' == $.status                             → true
            $['status'] != 'running'                          → true
            $.status<'T'                                      → true
            $.total == 12.5                                   → true
            $.total > 12                                      → true
            $.total == '12.5'                                 → false
            $.id == 9007199254740993                          → true
            $.id == 9007199254740992                          → false
            $.paid == true                                    → true
            $.paid != false                                   → true
            $.paid == 'true'                                  → false
            $.error == null                                   → true
            $.error != null                                   → false
            $.missing == null                                 → false
            $.missing != null                                 → true
            $.missing == $.absent                             → true
            $.missing > 0                                     → false
            $.error                                           → true
            !$.error                                          → false
            $.missing                                         → false
            !$.missing                                        → true
            !($.paid == true)                                 → false
            $.total > 10 && $.paid == true                    → true
            $.total > 20 && $.paid == true                    → false
            $.total > 20 || $.paid == true                    → true
            $.total > 20 || $.paid == true && $.missing       → false
            ($.total > 20 || $.paid == true) && $.notes       → true
            ( ( $.paid == true ) )                            → true
            $.items.length > 0                                → true
            $.items.length == 2                               → true
            $.items[0].tags.length >= 1                       → true
            $.notes.length == 0                               → true
            $.labels.length == 1                              → true
            $.name.length == 3                                → true
            $.box.length == 30                                → true
            $.box.length == 2                                 → false
            $.total.length == 5                               → false
            $.missing.length == 0                             → false
            $.missing.length != 0                             → true
            $.items.length == $.box.width                     → true
            $.length == 10                                    → true
            $.items[-1].sku == 'b-2'                          → true
            $.items[*]                                        → true
            $.notes[*]                                        → false
            $.items[?@.sku == 'b-2']                          → true
            $.items[?@.tags.length == 1]                      → false
            count($.items[*]) == 2                            → true
            length($.items) == 2                              → true
            value($..width) == 2                              → true
            match($.status, 'S[a-z]+')                        → true
            search($.status, 'hip') && !search($.name, 'x')   → true
            $ == 1                                            → false
            """)
    void judges(String text, boolean expected) throws Exception {
        Outcome outcome = JsonPathCondition.parse(text).test(json(ORDER));

        assertThat(outcome.satisfied()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "column {1} of {0}")
    @CsvSource(delimiterString = "→", quoteCharacter = '`', textBlock = """
            $.a = 1                → 5
            $.a === 1              → 7
            $.a == running         → 8
            $.a == 'x              → 8
            $.a == 1 and $.b       → 10
            $.a == 'x' || 'y'      → 18
            $.items[*].a == 1      → 1
            $.a == @.b             → 8
            @.a == 1               → 1
            a == 1                 → 1
            $.items.length() > 0   → 15
            !$.a == 1              → 6
            true                   → 5
            $.a ==                 → 7
            ($.a == 1              → 10
            $.a == 1)              → 9
            $statusCode == 200     → 2
            `#/a/b`                → 1
            ``                     → 1
            """)
    void refusesAndSaysWhere(String text, int column) {
        var refusal = catchThrowableOfType(JsonPathSyntaxException.class, () -> JsonPathCondition.parse(text));

        assertThat(refusal).hasMessageContaining("at column " + column + " of \"" + text + "\"");
    }

    @Test
    void tellsBothSidesOfAComparison() throws Exception {
        Outcome outcome = JsonPathCondition.parse("$.status != 'Shipped'").test(json(ORDER));

        assertThat(outcome.comparison())
                .contains(new Comparison(
                        operand("$.status", TextNode.valueOf("Shipped")),
                        "!=",
                        operand("'Shipped'", TextNode.valueOf("Shipped"))));
        assertThat(outcome.operands()).containsExactly(operand("$.status", TextNode.valueOf("Shipped")));
    }

    @Test
    void tellsAMissingValueFromNull() throws Exception {
        Outcome outcome = JsonPathCondition.parse("$.missing == $.error").test(json(ORDER));

        assertThat(outcome.satisfied()).isFalse();
        assertThat(outcome.operands())
                .containsExactly(
                        new Operand("$.missing", Optional.empty()), operand("$.error", NullNode.getInstance()));
    }

    @Test
    void tellsEveryOperandOnceEvenIfItDidNotMatter() throws Exception {
        Outcome outcome = JsonPathCondition.parse(
                        "$.status == 'a' || $.status == 'b' || !($.items.length > 5 && $.items[*].sku)")
                .test(json(ORDER));

        assertThat(outcome.satisfied()).isTrue();
        assertThat(outcome.comparison()).isEmpty();
        assertThat(outcome.operands())
                .containsExactly(
                        operand("$.status", TextNode.valueOf("Shipped")),
                        operand("$.items.length", IntNode.valueOf(2)),
                        operand("$.items[*].sku", json("[\"a-1\", \"b-2\"]")));
    }

    @Test
    void tellsWhatFunctionsYielded() throws Exception {
        Outcome outcome = JsonPathCondition.parse("count($.items[*]) == 2 && match($.name, 'Z.*') && $.notes[*]")
                .test(json(ORDER));

        assertThat(outcome.operands())
                .containsExactly(
                        operand("count($.items[*])", IntNode.valueOf(2)),
                        operand("$.name", TextNode.valueOf("Zoë")),
                        new Operand("$.notes[*]", Optional.empty()));
    }

    @Test
    void ignoresBlanksAround() throws Exception {
        assertThat(JsonPathCondition.parse("\n  $.a == 1 \t")).isEqualTo(JsonPathCondition.parse("$.a==1"));
    }

    @Test
    void lengthOnItsOwnIsAQueryLikeAnyOther() throws Exception {
        assertThat(JsonPathCondition.parse("$.items.length && $.paid == true")
                        .test(json(ORDER))
                        .satisfied())
                .isFalse();
    }

    @Test
    void scalarsAndNullCanBeTheRoot() throws Exception {
        assertThat(JsonPathCondition.parse("$ == null")
                        .test(NullNode.getInstance())
                        .satisfied())
                .isTrue();
        assertThat(JsonPathCondition.parse("$.length == 2")
                        .test(TextNode.valueOf("ok"))
                        .satisfied())
                .isTrue();
    }

    @Test
    void refusesAMissingRootRatherThanFindNoErrorInIt() throws Exception {
        JsonPathCondition condition = JsonPathCondition.parse("!$.error");

        assertThatThrownBy(() -> condition.test(MissingNode.getInstance()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing value");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", quoteCharacter = '`', textBlock = """
            ( $["a"]   ==  "it's" )        → $.a == 'it\\'s'
            ($.a&&$.b)||!($.c)             → $.a && $.b || !$.c
            $.a && ($.b || $.c)            → $.a && ($.b || $.c)
            !( ! $.a )                     → !(!$.a)
            ! ($.a == 1.50e3)              → !($.a == 1.5E+3)
            $['odd name'].length>=0        → $['odd name'].length >= 0
            $[::-1] && $..['x',0]          → $[::-1] && $..['x', 0]
            """)
    void canonicalTextReadsBackAsTheSameCondition(String text, String canonical) throws Exception {
        JsonPathCondition condition = JsonPathCondition.parse(text);

        assertThat(condition).hasToString(canonical);
        assertThat(JsonPathCondition.parse(condition.toString()))
                .isEqualTo(condition)
                .hasSameHashCodeAs(condition);
    }

    private static Operand operand(String text, JsonNode value) {
        return new Operand(text, Optional.of(value));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
