package io.github.arazzojunit.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocatedReaderTest {

    private static final URI YAML = URI.create("file:/dir/some.yaml");
    private static final URI JSON = URI.create("file:/dir/some.json");

    @Nested
    class Positions {

        @Test
        void of_a_member_are_those_of_its_key() throws Exception {
            LocatedNode root = read("""
                    # comment
                    workflows:
                      - workflowId: a
                        steps: [ {stepId: s} ]
                    """);

            assertThat(root.at("/workflows").orElseThrow().position()).hasToString("some.yaml:2:1");
            assertThat(root.at("/workflows/0").orElseThrow().position()).hasToString("some.yaml:3:5");
            assertThat(root.at("/workflows/0/steps").orElseThrow().position()).hasToString("some.yaml:4:5");
            assertThat(root.at("/workflows/0/steps/0/stepId").orElseThrow().position())
                    .hasToString("some.yaml:4:15");
        }

        @Test
        void of_json_are_the_same() throws Exception {
            LocatedNode root = LocatedReader.read(JSON, bytes("""
                    {
                    \t"ä": "ü", "workflows": [
                        { "workflowId": "a" }
                      ]
                    }"""), ReadLimits.DEFAULT);

            assertThat(root.position()).hasToString("some.json:1:1");
            assertThat(root.at("/workflows").orElseThrow().position()).hasToString("some.json:2:12");
            assertThat(root.at("/workflows/0").orElseThrow().position()).hasToString("some.json:3:5");
            assertThat(root.at("/workflows/0/workflowId").orElseThrow().position())
                    .hasToString("some.json:3:7");
        }

        @Test
        void of_an_alias_are_its_own_and_below_it_those_of_the_anchor() throws Exception {
            LocatedNode root = read("a: &x\n  b: 1\nc: *x\n");

            assertThat(root.at("/c").orElseThrow().position()).hasToString("some.yaml:3:1");
            assertThat(root.at("/c/b").orElseThrow().position()).hasToString("some.yaml:2:3");
        }
    }

    @Nested
    class Values {

        @ParameterizedTest
        @DisplayName("DOC-03: plain scalars follow the core schema of YAML 1.2")
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "yes | \"yes\"",
                    "off | \"off\"",
                    "y | \"y\"",
                    "true | true",
                    "FALSE | false",
                    "~ | null",
                    "Null | null",
                    "012 | 12",
                    "0o14 | 12",
                    "0x1F | 31",
                    "0b11 | \"0b11\"",
                    "+7 | 7",
                    "-0.50 | -0.50",
                    ".5 | 0.5",
                    "1_000 | \"1_000\"",
                    "1:30 | \"1:30\"",
                    "2024-01-01 | \"2024-01-01\"",
                    "1.0.0 | \"1.0.0\"",
                    "'12' | \"12\"",
                    "\"true\" | \"true\"",
                    "! 12 | \"12\"",
                    "!!str 12 | \"12\"",
                    "!!int 12 | 12",
                    "!!float 12 | 12",
                    "!!null ~ | null",
                    "!!bool true | true",
                    "!!seq [1] | [1]",
                    "!!map {a: 1} | {\"a\":1}",
                })
        void of_plain_scalars(String yaml, String json) throws Exception {
            assertThat(read("a: " + yaml).at("/a").orElseThrow().value()).hasToString(json);
        }

        @ParameterizedTest
        @DisplayName("DOC-08: numbers are never rounded")
        @ValueSource(
                strings = {
                    "10",
                    "1.10",
                    "9007199254740993",
                    "123456789012345678901234567890",
                    "0.1000000000000000055511151231257827"
                })
        void of_numbers_are_exact(String number) throws Exception {
            assertThat(read("a: " + number).at("/a").orElseThrow().text()).isEqualTo(number);
            assertThat(read("{\"a\": " + number + "}").at("/a").orElseThrow().text())
                    .isEqualTo(number);
        }

        @Test
        @DisplayName("DOC-05: a plain key is a text whatever its value would be")
        void of_keys() throws Exception {
            assertThat(read("200: a\ntrue: b\n? &k key\n: c\nd: {*k : e}\n")
                            .value()
                            .toString())
                    .contains("\"200\":\"a\"", "\"true\":\"b\"", "\"d\":{\"key\":\"e\"}");
        }

        @Test
        void of_block_texts() throws Exception {
            assertThat(read("a: |\n  x\n  y\nb: >-\n  x\n  y\n").value())
                    .hasToString("{\"a\":\"x\\ny\\n\",\"b\":\"x y\"}");
        }

        @Test
        void in_braces_are_yaml_when_they_are_no_json_and_the_name_does_not_say_so() throws Exception {
            assertThat(read("{a: yes}").value()).hasToString("{\"a\":\"yes\"}");
        }

        @Test
        void of_json_indented_with_tabs() throws Exception {
            assertThat(read("{\n\t\"a\": [\n\t\t1, 1e3, null, false]}").value())
                    .hasToString("{\"a\":[1,1E+3,null,false]}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
        void behind_a_byte_order_mark(String charset) throws Exception {
            byte[] content = "\uFEFFa: ä".getBytes(Charset.forName(charset));

            assertThat(LocatedReader.read(YAML, content, ReadLimits.DEFAULT).value())
                    .hasToString("{\"a\":\"ä\"}");
        }
    }

    /** DOC-03: YAML 1.2 has no merge key, but whoever writes one means it. */
    @Nested
    class Merge_keys {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{<<: *x, d: 4} | {\"d\":4,\"b\":1,\"c\":2}",
                    "{<<: *x, b: 4} | {\"b\":4,\"c\":2}",
                    "{b: 4, <<: *x} | {\"b\":4,\"c\":2}",
                    "{<<: [*x, *y]} | {\"b\":1,\"c\":2,\"d\":7}",
                    "{<<: [*y, *x]} | {\"c\":6,\"d\":7,\"b\":1}",
                    "{<<: {e: 5}} | {\"e\":5}",
                    "{<<: {<<: *x, c: 5}} | {\"c\":5,\"b\":1}",
                    "{<<: []} | {}",
                    "{!!merge <<: *x} | {\"b\":1,\"c\":2}",
                })
        void merge_objects_and_lists_of_them_own_members_first(String yaml, String json) throws Exception {
            for (String directive : List.of("", "%YAML 1.1\n---\n", "%YAML 1.2\n---\n")) {
                LocatedNode root = read(directive + "x: &x {b: 1, c: 2}\ny: &y {c: 6, d: 7}\nz: " + yaml);

                assertThat(root.at("/z").orElseThrow().value()).hasToString(json);
                assertThat(root.remarks()).singleElement().satisfies(remark -> {
                    assertThat(remark.rule()).isEqualTo("merge-key");
                    assertThat(remark.isError()).isFalse();
                });
            }
        }

        @Test
        void are_one_warning_for_the_file_at_the_first_of_them() throws Exception {
            LocatedNode root = read("a: &a {b: 1}\nc:\n  <<: *a\nd: {<<: *a}\ne: {<<: *a}\n");

            assertThat(root.remarks()).singleElement().satisfies(remark -> {
                assertThat(remark.position()).hasToString("some.yaml:3:3");
                assertThat(remark.message()).contains("the first of 3 in this file");
            });
            assertThat(root.at("/d").orElseThrow().remarks()).isEqualTo(root.remarks());
        }

        @Test
        void leave_merged_members_at_their_places() throws Exception {
            LocatedNode root = read("a: &a\n  b: {c: 1}\nd:\n  <<: *a\n  e: 2\n");

            assertThat(root.at("/d/b/c").orElseThrow().position()).hasToString("some.yaml:2:7");
            assertThat(root.at("/d/e").orElseThrow().position()).hasToString("some.yaml:5:3");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a: {'<<': {b: 1}}", "a: {\"<<\": {b: 1}}", "{\"a\": {\"<<\": {\"b\": 1}}}"})
        void in_quotes_are_names(String text) throws Exception {
            assertThat(read(text).value()).hasToString("{\"a\":{\"<<\":{\"b\":1}}}");
            assertThat(read(text).remarks()).isEmpty();
        }

        @Test
        @DisplayName("SEC-04: merging counts as aliases do")
        void end_at_the_node_budget() {
            StringBuilder bomb = new StringBuilder("a0: &a0 {x: [x, x]}\n");
            for (int i = 1; i < 40; i++) {
                bomb.append("a%d: &a%d {<<: *a%d, y%d: *a%d}%n".formatted(i, i, i - 1, i, i - 1));
            }

            assertThat(findings(YAML, bomb.toString()))
                    .extracting(Finding::rule)
                    .containsExactly("too-many-aliases");
        }
    }

    @ParameterizedTest
    @DisplayName("DOC-03: a file that asks for YAML 1.1 is told what is read otherwise")
    @CsvSource({"yes, true", "012, true", "1_000, true", "1:30, true", "0b11, true", "true, false", "text, false"})
    void types_of_yaml_1_1_are_a_warning(String value, boolean warned) throws Exception {
        List<String> remarks = read("%YAML 1.1\n---\na: " + value).remarks().stream()
                .map(Finding::rule)
                .toList();

        assertThat(remarks).isEqualTo(warned ? List.of("yaml-version") : List.of());
        assertThat(read("a: " + value).remarks()).isEmpty();
    }

    @Nested
    class Refusals {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "empty-file | `` | 1:1",
                    "empty-file | `  \n ` | 1:1",
                    "empty-file | `# only a comment` | 1:1",
                    "empty-file | `---\n` | 2:1",
                    "yaml-syntax | `a: b: c` | 1:5",
                    "yaml-syntax | `a:\n\tb: c` | 2:1",
                    "yaml-syntax | `a: @b` | 1:4",
                    "yaml-syntax | `a: [1` | 1:6",
                    "yaml-syntax | `a: 1\nb: \u0000` | 2:4",
                    "duplicate-key | `a: 1\nb: 2\na: 3` | 3:1",
                    "duplicate-key | `{\"a\": 1,\n \"a\": 2}` | 2:2",
                    "duplicate-key | `a: &a {b: 1}\nc: {<<: *a,\n <<: *a}` | 3:2",
                    "invalid-merge | `a: &a b\nc:\n  <<: *a` | 3:3",
                    "invalid-merge | `<<: [{a: 1}, b]` | 1:1",
                    "invalid-merge | `<<:` | 1:1",
                    "unknown-anchor | `a: &a {<<: *a}` | 1:12",
                    "key-not-text | `a: 1\n~: 2` | 2:1",
                    "key-not-text | `? [a]\n: 2` | 1:3",
                    "foreign-tag | `a: !ruby/object:X {}` | 1:4",
                    "foreign-tag | `a: !env HOME` | 1:4",
                    "foreign-tag | `a: !!binary aGFsbG8=` | 1:4",
                    "foreign-tag | `a: !!timestamp 2024-01-01` | 1:4",
                    "foreign-tag | `a: !!set {x}` | 1:4",
                    "foreign-tag | `a: !!int x` | 1:4",
                    "several-documents | `a: 1\n---\nb: 2` | 2:1",
                    "several-documents | `{} {}` | 1:4",
                    "unknown-anchor | `a: *x` | 1:4",
                    "unknown-anchor | `a: &x [*x]` | 1:8",
                    "unusable-number | `a: .inf` | 1:4",
                    "unusable-number | `a: -.INF` | 1:4",
                    "unusable-number | `a: .nan` | 1:4",
                    "unusable-number | `a: 1e999999999` | 1:4",
                    "unusable-number | `{\"a\": 1e99999999999}` | 1:7",
                })
        void name_rule_and_place(String rule, String text, String place) {
            assertThat(findings(YAML, text)).singleElement().satisfies(finding -> {
                assertThat(finding.rule()).isEqualTo(rule);
                assertThat(finding.isError()).isTrue();
                assertThat(finding.position()).hasToString("some.yaml:" + place);
                assertThat(finding.message()).isNotBlank();
                assertThat(finding.remedy()).isNotBlank();
            });
        }

        @Test
        void of_json_by_name_are_not_tried_as_yaml() {
            assertThat(findings(JSON, "{\"a\": 1,}")).singleElement().satisfies(finding -> {
                assertThat(finding.rule()).isEqualTo("json-syntax");
                assertThat(finding.position()).hasToString("some.json:1:9");
            });
        }

        @Test
        void list_every_problem_that_does_not_break_the_syntax() {
            assertThat(findings(YAML, "a: !x 1\na: 2\nb: *c\n"))
                    .extracting(Finding::rule)
                    .containsExactly("foreign-tag", "duplicate-key", "unknown-anchor");
        }

        @Test
        void of_bytes_that_are_no_utf_8() {
            byte[] latin = "a: ä".getBytes(StandardCharsets.ISO_8859_1);

            assertThat(findings(YAML, latin, ReadLimits.DEFAULT))
                    .extracting(Finding::rule)
                    .containsExactly("unknown-encoding");
        }

        @Test
        @DisplayName("SEC-04: size")
        void of_large_files() {
            assertThat(findings(YAML, bytes("a: 12345678"), new ReadLimits(10, 5, 5)))
                    .extracting(Finding::rule)
                    .containsExactly("file-too-large");
        }

        @ParameterizedTest
        @DisplayName("SEC-04: nesting")
        @ValueSource(strings = {"a: {b: {c: 1}}", "{\"a\": {\"b\": {\"c\": 1}}}", "a: &x {b: 1}\nc:\n  d: *x\n"})
        void of_deep_nesting(String text) {
            assertThat(findings(YAML, bytes(text), new ReadLimits(100, 2, 100)))
                    .extracting(Finding::rule)
                    .containsExactly("too-deep");
        }

        @Test
        @DisplayName("SEC-04: only the size of a file limits a name in JSON")
        void but_not_of_names() throws Exception {
            String name = "n".repeat(60_000);

            assertThat(LocatedReader.read(JSON, bytes("{\"" + name + "\": 1}"), ReadLimits.DEFAULT)
                            .member(name))
                    .isPresent();
        }

        @Test
        @DisplayName("SEC-04: a billion laughs end at the node budget")
        void of_alias_bombs() {
            StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
            for (int i = 1; i < 40; i++) {
                bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]%n".formatted(i, i, i - 1, i - 1, i - 1));
            }

            assertThat(findings(YAML, bomb.toString()))
                    .extracting(Finding::rule)
                    .containsExactly("too-many-aliases");
        }

        @Test
        void are_told_in_the_message_of_the_exception() {
            UnreadableException refusal = catchThrowableOfType(
                    UnreadableException.class, () -> LocatedReader.read(YAML, bytes("a: b: c"), ReadLimits.DEFAULT));

            assertThat(refusal)
                    .hasMessageContaining("some.yaml:1:5")
                    .hasMessageContaining("in quotes")
                    .hasMessageContaining("[yaml-syntax]");
        }
    }

    private static LocatedNode read(String text) throws UnreadableException {
        return LocatedReader.read(YAML, bytes(text), ReadLimits.DEFAULT);
    }

    private static List<Finding> findings(URI uri, String text) {
        return findings(uri, bytes(text), ReadLimits.DEFAULT);
    }

    private static List<Finding> findings(URI uri, byte[] content, ReadLimits limits) {
        return catchThrowableOfType(UnreadableException.class, () -> LocatedReader.read(uri, content, limits))
                .findings();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
