package io.github.arazzojunit.criterion.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.criterion.jsonpath.FilterParser.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties that hold for every query; the seed is fixed, so a failure comes back. */
@Tag("random")
class RandomQueriesTest {

    private static final int ROUNDS = 1000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20, 300, 4000})
    void everyQueryIsReadBackFromItsText(long seed) throws JsonPathSyntaxException {
        RandomQueries random = new RandomQueries(seed);
        for (int i = 0; i < ROUNDS; i++) {
            Query query = random.query(3);
            String text = query.toString();

            assertThat(new QueryParser(new Cursor(text)).query()).as(text).isEqualTo(query);
            assertThat(JsonPathQuery.parse(text)).as(text).hasToString(text);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 30, 400, 5000})
    void everyExpressionIsReadBackFromItsText(long seed) throws JsonPathSyntaxException {
        RandomQueries random = new RandomQueries(seed);
        for (int i = 0; i < ROUNDS; i++) {
            LogicalExpression expression = random.expression(4);
            String text = expression.toString();

            assertThat(new FilterParser(new Cursor(text), Reading.FILTER).expression())
                    .as(text)
                    .isEqualTo(expression);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 40, 500, 6000})
    void everySelectedNodeIsWhereItsLocationSays(long seed) throws JsonPathSyntaxException {
        RandomQueries random = new RandomQueries(seed);
        int selected = 0;
        for (int i = 0; i < ROUNDS; i++) {
            JsonPathQuery query = JsonPathQuery.parse(random.query(2).toString());
            JsonNode document = random.document(4);
            List<JsonPathNode> nodes = query.select(document);

            assertThat(nodes).as("%s on %s", query, document).hasSizeLessThan(query.isSingular() ? 2 : 1_000_000);
            for (JsonPathNode node : new HashSet<>(nodes)) {
                assertThat(JsonPathQuery.parse(node.location()).select(document))
                        .as("%s on %s", query, document)
                        .containsExactly(node);
            }
            selected += nodes.size();
        }
        assertThat(selected).as("enough queries select something").isGreaterThan(ROUNDS / 2);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 50, 600, 7000})
    void anExpressionAndItsNegationShareTheChildren(long seed) throws JsonPathSyntaxException {
        RandomQueries random = new RandomQueries(seed);
        JsonPathQuery all = JsonPathQuery.parse("$[*]");
        for (int i = 0; i < ROUNDS; i++) {
            LogicalExpression expression = random.expression(3);
            JsonNode document = random.document(3);

            List<JsonPathNode> parts = new ArrayList<>();
            parts.addAll(JsonPathQuery.parse("$[?" + expression + "]").select(document));
            parts.addAll(JsonPathQuery.parse("$[?!(" + expression + ")]").select(document));

            assertThat(parts)
                    .as("%s on %s", expression, document)
                    .containsExactlyInAnyOrderElementsOf(all.select(document));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 60, 700, 8000})
    void everyOtherTextIsRefusedAtAPlaceWithinIt(long seed) {
        RandomQueries random = new RandomQueries(seed);
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            refused += refusals(random.noise());
            refused += refusals(random.damaged(random.query(3).toString()));
            refused += refusals(random.damaged(random.expression(3).toString()));
        }
        assertThat(refused).as("some texts are valid in spite of their damage").isBetween(ROUNDS, 6 * ROUNDS - 100);
    }

    private static int refusals(String text) {
        int refusals = 0;
        try {
            JsonPathQuery query = JsonPathQuery.parse(text);
            assertThat(readBack(query)).as(text).isEqualTo(query);
        } catch (JsonPathSyntaxException refusal) {
            assertThat(refusal.index()).as(text).isBetween(0, text.length());
            refusals++;
        }
        try {
            JsonPathCondition condition = JsonPathCondition.parse(text);
            assertThat(readBack(condition)).as(text).isEqualTo(condition);
        } catch (JsonPathSyntaxException refusal) {
            assertThat(refusal.index()).as(text).isBetween(0, text.length());
            refusals++;
        }
        return refusals;
    }

    private static JsonPathQuery readBack(JsonPathQuery query) {
        try {
            return JsonPathQuery.parse(query.toString());
        } catch (JsonPathSyntaxException unreadable) {
            return fail("canonical text is unreadable", unreadable);
        }
    }

    private static JsonPathCondition readBack(JsonPathCondition condition) {
        try {
            return JsonPathCondition.parse(condition.toString());
        } catch (JsonPathSyntaxException unreadable) {
            return fail("canonical text is unreadable", unreadable);
        }
    }
}
