package io.github.arazzojunit.criterion.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries with what they select, and queries that are refused: {@code criterion/jsonpath/queries.json}. */
@DisplayName("CRT-50: queries follow RFC 9535")
class QueryTableTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode TABLE = table();

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void selects(String rule, String text, JsonNode row) throws JsonPathSyntaxException {
        JsonNode document = document(row);

        List<JsonPathNode> nodes = JsonPathQuery.parse(text).select(document);

        assertThat(row.has("paths") || row.has("values"))
                .as("row has an expectation")
                .isTrue();
        if (row.has("paths")) {
            assertThat(nodes).extracting(JsonPathNode::location).containsExactlyElementsOf(texts(row.path("paths")));
        }
        if (row.has("values")) {
            assertThat(nodes).extracting(JsonPathNode::value).containsExactlyElementsOf(row.path("values"));
        }
    }

    static Stream<Arguments> selects() {
        return rows("selecting");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void refusesAndSaysWhere(String rule, String text, JsonNode row) {
        int column = row.path("error").asInt();

        var refusal = catchThrowableOfType(JsonPathSyntaxException.class, () -> JsonPathQuery.parse(text));

        assertThat(refusal).hasMessageContaining("at column " + column + " of \"" + text + "\"");
        assertThat(refusal.index()).isEqualTo(column - 1);
    }

    static Stream<Arguments> refusesAndSaysWhere() {
        return rows("refused");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("selects")
    void readsItsOwnCanonicalText(String rule, String text, JsonNode row) throws JsonPathSyntaxException {
        JsonPathQuery query = JsonPathQuery.parse(text);

        JsonPathQuery again = JsonPathQuery.parse(query.toString());

        assertThat(again).isEqualTo(query).hasSameHashCodeAs(query).hasToString(query.toString());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("selects")
    void locationsAreQueriesForTheirNode(String rule, String text, JsonNode row) throws JsonPathSyntaxException {
        JsonNode document = document(row);

        for (JsonPathNode node : JsonPathQuery.parse(text).select(document)) {
            JsonPathQuery location = JsonPathQuery.parse(node.location());
            assertThat(location.isSingular()).isTrue();
            assertThat(location.select(document)).containsExactly(node);
        }
    }

    private static JsonNode document(JsonNode row) {
        return row.has("on") ? TABLE.path("documents").path(row.path("on").asText()) : row.path("document");
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Stream<Arguments> rows(String part) {
        return TABLE.path(part).properties().stream().flatMap(QueryTableTest::rowsOfRule);
    }

    private static Stream<Arguments> rowsOfRule(Map.Entry<String, JsonNode> rule) {
        return StreamSupport.stream(rule.getValue().spliterator(), false)
                .map(row -> Arguments.of(rule.getKey(), row.path("query").asText(), row));
    }

    private static JsonNode table() {
        try (InputStream table = QueryTableTest.class.getResourceAsStream("/criterion/jsonpath/queries.json")) {
            return JSON.readTree(table);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
