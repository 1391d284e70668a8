package io.github.arazzojunit.criterion.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Runs the compliance suite of the JSONPath standard, which is not part of this repository. */
@EnabledIfSystemProperty(
        named = "jsonpath.suite",
        matches = ".+",
        disabledReason = "needs the official JSONPath compliance suite: -Djsonpath.suite=<path of cts.json>")
class OfficialSuiteTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    @DisplayName("CRT-50: every case of the official compliance suite passes")
    Stream<DynamicTest> everyCasePasses(TestReporter reporter) throws IOException {
        JsonNode cases = JSON.readTree(
                        Path.of(System.getProperty("jsonpath.suite")).toFile())
                .path("tests");
        assertThat(cases).isNotEmpty();
        reporter.publishEntry("cases", String.valueOf(cases.size()));
        return StreamSupport.stream(cases.spliterator(), false)
                .map(testCase -> dynamicTest(testCase.path("name").asText(), () -> passes(testCase)));
    }

    private static void passes(JsonNode testCase) throws JsonPathSyntaxException {
        String name = testCase.path("name").asText();
        String selector = testCase.path("selector").asText();
        if (testCase.path("invalid_selector").asBoolean()) {
            assertThatThrownBy(() -> JsonPathQuery.parse(selector))
                    .as("%s: %s", name, selector)
                    .isInstanceOf(JsonPathSyntaxException.class);
            return;
        }
        JsonPathQuery query = JsonPathQuery.parse(selector);
        List<JsonPathNode> nodes = query.select(testCase.path("document"));
        JsonNode values =
                JSON.valueToTree(nodes.stream().map(JsonPathNode::value).toList());
        JsonNode paths =
                JSON.valueToTree(nodes.stream().map(JsonPathNode::location).toList());
        assertThat(alternatives(testCase, "result", "results")).as(name).contains(values);
        assertThat(alternatives(testCase, "result_paths", "results_paths"))
                .as(name)
                .contains(paths);
        assertThat(JsonPathQuery.parse(query.toString())).as(name).isEqualTo(query);
    }

    /** Where the order of members is open, the suite lists every acceptable result. */
    private static List<JsonNode> alternatives(JsonNode testCase, String one, String several) {
        return testCase.has(one)
                ? List.of(testCase.path(one))
                : StreamSupport.stream(testCase.path(several).spliterator(), false)
                        .toList();
    }
}
