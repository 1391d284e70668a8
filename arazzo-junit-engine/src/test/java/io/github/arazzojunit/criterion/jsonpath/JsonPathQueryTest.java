package io.github.arazzojunit.criterion.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathQueryTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @ParameterizedTest
    @ValueSource(strings = {"$", "$.a", "$['a'][0]", "$.a[-1].b"})
    void namesAndIndexesAloneAreSingular(String text) throws JsonPathSyntaxException {
        assertThat(JsonPathQuery.parse(text).isSingular()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.*", "$..a", "$[0,0]", "$[0:1]", "$[?@.a]", "$.a[*].b"})
    void everyOtherQueryIsNot(String text) throws JsonPathSyntaxException {
        assertThat(JsonPathQuery.parse(text).isSingular()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", quoteCharacter = '`', textBlock = """
            $["a"]['b c'][ 0 ]        → $.a['b c'][0]
            $.*..*                    → $[*]..[*]
            $..["a"]                  → $..a
            $[1:2:1,::,?@ .a]         → $[1:2:1, :, ?@.a]
            $[?(@.a==1.0)]            → $[?@.a == 1]
            $[?(@.a)&&(@.b||@.c)]     → $[?@.a && (@.b || @.c)]
            $[?match( @.a ,"x")]      → $[?match(@.a, 'x')]
            """)
    void printsCanonicalText(String text, String canonical) throws JsonPathSyntaxException {
        assertThat(JsonPathQuery.parse(text)).hasToString(canonical);
    }

    @Test
    void queriesThatMeanDifferentThingsDiffer() throws JsonPathSyntaxException {
        assertThat(JsonPathQuery.parse("$.a")).isNotEqualTo(JsonPathQuery.parse("$..a"));
        assertThat(JsonPathQuery.parse("$[?match(@, 'a')]")).isNotEqualTo(JsonPathQuery.parse("$[?match(@, 'b')]"));
        assertThat(JsonPathQuery.parse("$[?search(@, 'a')]")).isNotEqualTo(JsonPathQuery.parse("$[?match(@, 'a')]"));
    }

    @Test
    void aSyntaxErrorSaysWhatWasExpectedAndQuotesTheText() {
        assertThatThrownBy(() -> JsonPathQuery.parse("$.status == 'accepted'"))
                .isInstanceOf(JsonPathSyntaxException.class)
                .hasMessageStartingWith("Expected '.', '[' or the end of the query (comparisons belong in a filter")
                .hasMessageEndingWith("at column 9 of \"$.status == 'accepted'\"");
    }

    @Test
    void aSyntaxErrorQuotesOnlyTheSurroundingsInALongText() {
        String text = "$" + ".abc".repeat(10_000) + "!" + ".abc".repeat(10_000);

        assertThatThrownBy(() -> JsonPathQuery.parse(text))
                .hasMessageContaining("at column 40002 of \"...")
                .hasMessageContaining("abc!.abc")
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(500));
    }

    @Test
    void remarksThatAPatternMatchesNothingBecauseItIsNone() throws JsonPathSyntaxException {
        String text = "$[?!search(@, '(') && match(@, 'a.*') && match(@.a, @.b)]";

        assertThat(JsonPathQuery.parse(text).remarks())
                .containsExactly("Pattern '(' is no regular expression, so search is always false at column 15 of \""
                        + text + "\"");
        assertThat(JsonPathCondition.parse("match($.a, '[') || match($.a, 1)").remarks())
                .hasSize(2);
        assertThat(JsonPathQuery.parse("$.a").remarks()).isEmpty();
    }

    @Test
    void numbersHaveAThousandDigitsAtMost() throws JsonPathSyntaxException {
        String digits = "7".repeat(1000);
        JsonPathQuery largest = JsonPathQuery.parse("$[?@ < 0." + digits + "0e1]");

        assertThat(JsonPathQuery.parse(largest.toString())).isEqualTo(largest);
        assertThat(largest.select(NODES.arrayNode().add(7.7).add(7.8))).hasSize(1);
        assertThatThrownBy(() -> JsonPathQuery.parse("$[?" + digits + "7 > @]"))
                .hasMessageStartingWith("Expected a number of at most 1000 digits");
    }

    @Test
    void refusesAMissingRoot() throws JsonPathSyntaxException {
        JsonPathQuery query = JsonPathQuery.parse("$.a");

        assertThatThrownBy(() -> query.select(MissingNode.getInstance())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void decimalFractionsAreComparedAsTheDocumentHasThem() throws JsonPathSyntaxException {
        ArrayNode prices = NODES.arrayNode()
                .add(0.1f)
                .add(0.1)
                .add(Double.POSITIVE_INFINITY)
                .add(Double.NaN);

        assertThat(JsonPathQuery.parse("$[?@ < 1]").select(prices)).hasSize(2);
        assertThat(JsonPathQuery.parse("$[?@ > 1e308]").select(prices))
                .extracting(JsonPathNode::location)
                .contains("$[2]");
    }

    @Test
    void documentsNestedAThousandTimesAreSearchedAndCompared() throws JsonPathSyntaxException {
        ArrayNode document =
                NODES.arrayNode().add(nested(1000)).add(nested(1000)).add(nested(999));

        assertThat(JsonPathQuery.parse("$[?@ == $[0]]").select(document))
                .extracting(JsonPathNode::location)
                .containsExactly("$[0]", "$[1]");
        List<JsonPathNode> deepest = JsonPathQuery.parse("$..[?@ == 'end']").select(document);
        assertThat(deepest).hasSize(3);
        assertThat(deepest.get(0).location()).isEqualTo("$" + "[0]".repeat(1001));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", textBlock = """
            990 → (       → @      → )
            990 → !(      → @      → )
            990 → (@.a && → @      → )
            99  → @[?     → @      → ]
            98  → length( → @      → )
            """)
    void queriesNestedDeeplyAreReadPrintedAndEvaluated(int depth, String before, String middle, String after)
            throws JsonPathSyntaxException {
        String comparison = before.startsWith("length") ? " == 1" : "";
        String text = "$[?" + before.repeat(depth) + middle + after.repeat(depth) + comparison + "]";

        JsonPathQuery query = JsonPathQuery.parse(text);

        assertThat(JsonPathQuery.parse(query.toString())).isEqualTo(query).hasSameHashCodeAs(query);
        assertThat(query.select(nested(1000))).hasSizeLessThan(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "!(", "@[?", "length(", "!", "count(@[?", "@.a == length("})
    void moreNestingIsRefusedInsteadOfOverflowingTheStack(String before) {
        assertThatThrownBy(() -> JsonPathQuery.parse("$[?" + before.repeat(100_000)))
                .isInstanceOf(JsonPathSyntaxException.class);
    }

    @Test
    void longChainsNeedNoStack() throws JsonPathSyntaxException {
        JsonPathQuery path = JsonPathQuery.parse("$" + "[0]".repeat(100_000));
        JsonPathQuery filter = JsonPathQuery.parse("$[?" + "@.a || ".repeat(100_000) + "@ == 'end']");

        assertThat(path.select(nested(5))).isEmpty();
        assertThat(filter.select(nested(1))).hasSize(1);
    }

    @Test
    void aRunawayPatternIsStopped() throws JsonPathSyntaxException {
        JsonPathQuery query = JsonPathQuery.parse("$[?match(@, '(.*,){25}x')]");
        ArrayNode document = NODES.arrayNode().add("1,".repeat(60));
        EvaluationLimits limits = new EvaluationLimits(100, Duration.ofMillis(20));

        assertThatThrownBy(() -> query.select(document, limits))
                .isInstanceOf(JsonPathEvaluationException.class)
                .hasMessage("The pattern '(.*,){25}x' was stopped on a text of 120 characters, because all patterns of"
                        + " a query together may take 20 ms; make it less ambiguous");
    }

    @Test
    void allPatternsOfAnEvaluationShareTheTime() {
        EvaluationLimits limits = new EvaluationLimits(100, Duration.ofMillis(20));
        Regexp slow = Regexp.of("(.*,){25}x");
        String text = "1,".repeat(60);
        assertThatThrownBy(() -> slow.matches(text, limits)).isInstanceOf(JsonPathEvaluationException.class);

        assertThatThrownBy(() -> Regexp.of("b").isFoundIn("a".repeat(2000), limits))
                .isInstanceOf(JsonPathEvaluationException.class);
    }

    @Test
    void aPatternThatExhaustsTheStackIsNoMatchAndNoCrash() throws JsonPathSyntaxException {
        JsonPathQuery query = JsonPathQuery.parse("$[?!match(@, '(a|b)*')]");
        JsonNode document = NODES.arrayNode().add(TextNode.valueOf("ab".repeat(500_000)));
        EvaluationLimits patient = new EvaluationLimits(100, Duration.ofMinutes(1));

        assertThatThrownBy(() -> query.select(document, patient))
                .isInstanceOf(JsonPathEvaluationException.class)
                .hasMessageContaining("needs more stack");
    }

    @Test
    void aQueryThatMultipliesNodesIsStopped() throws JsonPathSyntaxException {
        JsonPathQuery query = JsonPathQuery.parse("$" + "[*,*]".repeat(40));
        EvaluationLimits limits = new EvaluationLimits(5_000, Duration.ofSeconds(1));

        assertThatThrownBy(() -> query.select(nested(50), limits))
                .isInstanceOf(JsonPathEvaluationException.class)
                .hasMessageContaining("more than 5000 nodes");
    }

    private static JsonNode nested(int depth) {
        JsonNode nested = TextNode.valueOf("end");
        for (int i = 0; i < depth; i++) {
            nested = NODES.arrayNode().add(nested);
        }
        return nested;
    }
}
