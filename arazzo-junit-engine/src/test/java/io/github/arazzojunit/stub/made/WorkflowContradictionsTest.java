package io.github.arazzojunit.stub.made;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small workflows that contradict what the same run has sent, asked for or been shown, and those beside them that do
 * not. The cases are in {@code contradiction/*.cases.yaml}, one file for each kind of fact. A case continues the steps
 * that its file has under {@code given}, or stands for itself under {@code workflows}, and says what must become of it:
 *
 * <ul>
 *   <li>{@code red}: it contradicts itself; the failure has these texts;
 *   <li>{@code undeclared}: it reads what the description does not declare; the failure has these texts;
 *   <li>{@code green}: it passes, and its notes have these texts;
 *   <li>{@code places}: the lines that the failure names, each by the mark {@code #: name} behind it; {@code a|b} is one
 *       of two.
 * </ul>
 */
class WorkflowContradictionsTest {

    private static final List<String> FILES = List.of(
            "members",
            "changes",
            "deletions",
            "shown",
            "lists",
            "ids",
            "several",
            "flow",
            "regex-jsonpath-xpath",
            "undeclared",
            "bad-input");

    private static final Set<String> KEYS =
            Set.of("case", "steps", "workflows", "inputs", "red", "undeclared", "green", "places");

    private static final String HEAD = """
            arazzo: 1.0.1
            info: {title: Shop, version: 1.0.0}
            sourceDescriptions:
            - {name: shop, url: shop.yaml, type: openapi}
            - {name: depot, url: depot.yaml, type: openapi}
            workflows:
            """;

    /** One workflow with what must become of it. */
    private record Case(String file, String given, JsonNode source) {

        String document() {
            return HEAD
                    + (source.has("workflows")
                            ? source.path("workflows").textValue()
                            : "- workflowId: flow\n  steps:\n"
                                    + given.indent(2)
                                    + source.path("steps").asText().indent(2));
        }

        MadeRun run() {
            String inputs = source.has("inputs") ? source.path("inputs").toString() : "{}";
            return MadeRun.ofDocument(document(), WorkflowContradictionsTest::text, inputs);
        }

        List<String> texts(String key) {
            return StreamSupport.stream(source.path(key).spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }

        /** Matches the position of the line with a mark. */
        Pattern position(String mark) {
            List<String> lines = document().lines().toList();
            List<String> numbers = Stream.of(mark.split("\\|"))
                    .map(name -> Integer.toString(lineOf(lines, name)))
                    .toList();
            return Pattern.compile("flow\\.arazzo\\.yaml:(" + String.join("|", numbers) + "):\\d+\\b");
        }

        private int lineOf(List<String> lines, String name) {
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).endsWith("#: " + name)) {
                    return i + 1;
                }
            }
            return fail("No line of '" + this + "' has the mark '" + name + "'");
        }

        @Override
        public String toString() {
            return file + ": " + source.path("case").asText();
        }
    }

    static Stream<Case> red() {
        return cases("red");
    }

    static Stream<Case> undeclared() {
        return cases("undeclared");
    }

    static Stream<Case> green() {
        return cases("green");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("red")
    void a_contradiction_is_red_and_names_both_places(Case each) {
        MadeRun run = each.run();

        assertThat(run.passed()).as("passed: " + run.notesOfAll()).isFalse();
        assertThat(run.failure()).contains("contradicts").contains(each.texts("red"));
        assertPlaces(each, run);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("undeclared")
    void a_read_of_what_nobody_declares_is_red_and_names_what_is_near(Case each) {
        MadeRun run = each.run();

        assertThat(run.passed()).as("passed: " + run.notesOfAll()).isFalse();
        assertThat(run.failure()).contains(each.texts("undeclared"));
        assertPlaces(each, run);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("green")
    void what_the_facts_leave_open_is_green(Case each) {
        MadeRun run = each.run();

        assertThat(run.passed()).as(run.failure()).isTrue();
        assertThat(each.texts("green"))
                .allSatisfy(
                        text -> assertThat(String.join("\n", run.notesOfAll())).contains(text));
    }

    @Test
    void every_case_has_one_verdict_and_known_keys_only() {
        List<Case> all = FILES.stream().flatMap(file -> cases(file, tree(file))).toList();

        assertThat(all).hasSizeGreaterThan(60);
        assertThat(all).allSatisfy(each -> {
            assertThat(each.source().fieldNames()).toIterable().isSubsetOf(KEYS);
            assertThat(Stream.of("red", "undeclared", "green").filter(each.source()::has))
                    .hasSize(1);
            assertThat(each.source().has("places")).isEqualTo(!each.source().has("green"));
        });
        assertThat(all.stream().map(Case::toString)).doesNotHaveDuplicates();
    }

    /** Not all of so long a list become facts, but those in front do, and the rest is left open. */
    @ParameterizedTest
    @CsvSource({"I-1, 9, true", "I-1, 12, false", "I-9999, 12, true"})
    void a_list_of_ten_thousand_resources_makes_some_of_them_facts(String id, int price, boolean green) {
        String items = IntStream.rangeClosed(1, 10_000)
                .mapToObj(number -> "{id: I-%d, name: Lamp, price: 9, state: open, createdAt: '2026-01-01T00:00:00Z'}"
                        .formatted(number))
                .collect(Collectors.joining(", ", "[", "]"));
        String description = text("shop.yaml")
                .replace(
                        "schema: {type: array, items: {$ref: '#/components/schemas/Item'}}",
                        "schema: {type: array, items: {$ref: '#/components/schemas/Item'}}, example: " + items);

        MadeRun run = MadeRun.ofDocument(
                HEAD + """
                - workflowId: flow
                  steps:
                  - stepId: list
                    operationId: listItems
                    successCriteria:
                    - condition: $statusCode == 200
                    - {context: $response.body, type: jsonpath, condition: "count($[*]) == 10000"}
                    - {context: $response.body, type: jsonpath, condition: "$[?@.id == 'I-9999' && @.price == 9]"}
                  - stepId: read
                    operationId: readItem
                    parameters: [{name: id, in: path, value: %s}]
                    successCriteria:
                    - condition: $statusCode == 200
                    - condition: $response.body#/price == %d
                """.formatted(id, price), file -> file.equals("shop.yaml") ? description : text(file), "{}");

        assertThat(run.passed()).as(run.failure()).isEqualTo(green);
        if (!green) {
            assertThat(run.failure())
                    .contains("$response.body#/price == 12 (flow.arazzo.yaml:", "contradicts price 9", "step 'list'");
        }
    }

    private static void assertPlaces(Case each, MadeRun run) {
        assertThat(each.texts("places"))
                .isNotEmpty()
                .allSatisfy(
                        mark -> assertThat(run.failure()).as("place of " + mark).containsPattern(each.position(mark)));
    }

    private static Stream<Case> cases(String verdict) {
        return FILES.stream()
                .flatMap(file -> cases(file, tree(file)))
                .filter(each -> each.source().has(verdict));
    }

    private static Stream<Case> cases(String file, JsonNode tree) {
        return StreamSupport.stream(tree.path("cases").spliterator(), false)
                .map(source -> new Case(file, tree.path("given").asText(), source));
    }

    private static JsonNode tree(String file) {
        try {
            return new YAMLMapper().readTree(text(file + ".cases.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) {
        try (InputStream stream = WorkflowContradictionsTest.class.getResourceAsStream("/contradiction/" + file)) {
            assertThat(stream).as(file).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
