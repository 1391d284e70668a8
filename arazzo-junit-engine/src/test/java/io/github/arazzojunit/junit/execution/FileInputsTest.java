package io.github.arazzojunit.junit.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.junit.discovery.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;

/** What the files beside a document can say about inputs: placeholders, profiles, rows in CSV files. */
class FileInputsTest {

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    @RegisterExtension
    final Scenario scenario = new Scenario();

    @BeforeEach
    void workflow() {
        // What takes all inputs at once needs Arazzo 1.1.
        scenario.answer("POST /orders", 201, "{}")
                .file(
                        "shop.arazzo.yaml",
                        Workspace.document(
                                        workflow(
                                                "{reference: {type: string}, again: {type: string}, count: {type: integer},"
                                                        + " day: {type: string, format: date}, lines: {type: array, items: {type: integer}}}"))
                                .replaceFirst("arazzo: 1.0.[01]", "arazzo: 1.1.0"));
    }

    private static String workflow(String properties) {
        return Scenario.workflow(
                "w",
                List.of(Scenario.step(
                        "s",
                        "operationId: create",
                        "requestBody: {payload: {context: $inputs, selector: '', type: jsonpointer}}")),
                "inputs: {type: object, properties: " + properties + "}");
    }

    private Scenario inputs(String yaml) {
        return scenario.file("shop.arazzo.inputs.yaml", yaml);
    }

    /** Without the one about the test's own way to send all inputs. */
    private List<String> warnings() {
        return scenario.warnings().stream()
                .filter(warning -> !warning.endsWith("[all-inputs]"))
                .toList();
    }

    private List<String> sent() {
        return scenario.provider().bodies();
    }

    @Test
    void a_placeholder_has_one_value_in_a_run_which_the_report_shows() {
        Execution execution =
                inputs("w: {reference: 'r-${uuid}', again: '${uuid}'}").run();

        assertThat(sent())
                .singleElement()
                .asString()
                .matches("\\{\"reference\":\"r-(" + UUID + ")\",\"again\":\"\\1\"}");
        assertThat(execution.entries("w")).contains(Map.of("arazzo.inputs.made", sent().get(0)));
    }

    @Test
    void the_page_of_the_report_shows_what_the_run_made_up() throws IOException {
        Path report = scenario.module().resolve("report");
        inputs("w: {reference: '${uuid}'}")
                .configure("arazzo.report", report.toString())
                .run();

        assertThat(Files.readString(report.resolve("index.html"))).contains("inputs that nobody gave " + sent().get(0));
    }

    @Test
    void each_row_has_values_of_its_own() {
        inputs("""
                w:
                  - {name: one, inputs: {reference: '${uuid}'}}
                  - {name: two, inputs: {reference: '${uuid}'}}
                """).run();

        assertThat(sent()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void the_schema_types_what_a_placeholder_became() {
        inputs("w: {count: '${seq}', lines: ['${seq}'], reference: '${seq}', day: '${now}'}")
                .run();

        assertThat(sent())
                .singleElement()
                .asString()
                .matches("\\{\"count\":([0-9]+),\"lines\":\\[\\1],\"reference\":\"\\1\",\"day\":\"[0-9-]{10}\"}");
    }

    @Test
    void a_text_that_looks_like_a_number_stays_a_text_without_a_placeholder() {
        inputs("w: {reference: '5'}").run();

        assertThat(sent()).containsExactly("{\"reference\":\"5\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "w: {reference: '${uid}'}                     | shop.arazzo.inputs.yaml:1:5: The placeholder '${uid}' is unknown.",
                "w: {lines: ['${env:NOT_SET_9X}']}            | shop.arazzo.inputs.yaml:1:13: The environment variable 'NOT_SET_9X' is not set.",
                "w: [{name: a, inputs: {reference: '${now'}}] | shop.arazzo.inputs.yaml:1:24: The placeholder '${now' has no closing brace.",
            })
    void a_placeholder_that_cannot_be_filled_fails_the_workflow_with_its_place(String yaml, String problem) {
        Execution execution = inputs(yaml).run();

        assertThat(firstFailure(execution)).contains(problem, "'$${' stands for '${' itself");
        assertThat(sent()).isEmpty();
    }

    @Test
    void bad_inputs_of_one_workflow_keep_no_other_one_from_running() {
        Execution execution = inputs("w: {reference: '${uid}'}\nother: {reference: fine}")
                .workflows(
                        Scenario.workflow("w", List.of(Scenario.step("s", "operationId: create"))),
                        Scenario.workflow(
                                "other",
                                List.of(Scenario.step("t", "operationId: find")),
                                "inputs: {type: object, properties: {reference: {type: string}}}"))
                .run();

        assertThat(execution.endsBelowDocuments())
                .containsExactly(
                        "s SKIPPED not reached: the workflow is not valid", "w FAILED", "t FAILED", "other SUCCESSFUL");
        assertThat(execution.failure("t")).hasMessageContaining("404");
    }

    @Test
    void a_profile_overrides_inputs_by_name_and_may_add_some() {
        inputs("w: {reference: general, again: general}")
                .file("shop.arazzo.inputs.staging.yaml", "w: {again: staging, count: 2}")
                .configure("arazzo.profile", "staging")
                .run();

        assertThat(sent()).containsExactly("{\"reference\":\"general\",\"again\":\"staging\",\"count\":2}");
    }

    @Test
    void rows_of_a_profile_replace_what_the_general_file_says() {
        inputs("w: {reference: general}")
                .file("shop.arazzo.inputs.staging.yaml", "w: [{name: one, inputs: {again: staging}}]")
                .configure("arazzo.profile", "staging")
                .run();

        assertThat(sent()).containsExactly("{\"again\":\"staging\"}");
    }

    @Test
    void without_its_profile_a_file_has_no_effect() {
        inputs("w: {reference: general}")
                .file("shop.arazzo.inputs.staging.yaml", "no-workflow: {}")
                .run();

        assertThat(sent()).containsExactly("{\"reference\":\"general\"}");
    }

    @Test
    void an_error_in_the_inputs_of_a_profile_names_their_file() {
        Execution execution = scenario.file("shop.arazzo.inputs.staging.yaml", "no-workflow: {}")
                .configure("arazzo.profile", "staging")
                .run();

        assertThat(execution.failure("shop.arazzo.yaml"))
                .hasMessageContaining(
                        "shop.arazzo.inputs.staging.yaml:1:1: The document has no workflow 'no-workflow'");
    }

    @Test
    void a_profile_brings_parameters_that_those_of_the_run_override() {
        scenario.file(
                        "arazzo-staging.properties",
                        "arazzo.inputs.reference=profile\narazzo.inputs.again=größer\narazzo.inputs.count=1")
                .configure("arazzo.profile", "staging")
                .configure("arazzo.inputs.count", "2")
                .run();

        assertThat(sent()).containsExactly("{\"again\":\"größer\",\"count\":2,\"reference\":\"profile\"}");
    }

    @Test
    void a_profile_without_any_file_is_a_warning() {
        scenario.configure("arazzo.profile", "stagin");

        assertThat(warnings())
                .containsExactly("The profile 'stagin' has no effect: there is neither arazzo-stagin.properties on the"
                        + " class path nor a file of inputs <document>.inputs.stagin.yaml beside a document of this"
                        + " run. Correct 'arazzo.profile', or add one of them.");
        scenario.file("shop.arazzo.inputs.stagin.yaml", "w: {reference: a}");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void an_unknown_key_of_a_profile_is_a_warning() {
        scenario.file("arazzo-staging.properties", "arazzo.targt=live\n").configure("arazzo.profile", "staging");

        assertThat(warnings()).singleElement().asString().contains("'arazzo.targt' is unknown");
    }

    @Test
    void a_name_that_no_file_can_have_is_not_a_profile() {
        Execution execution = scenario.configure("arazzo.profile", "../x").run();

        assertThat(execution.failure("configuration"))
                .hasMessageContaining(
                        "The configuration parameter 'arazzo.profile' has the value '../x', which is not valid."
                                + " Valid: a name of letters, digits, '-' and '_'.");
    }

    @Test
    void rows_come_from_a_CSV_file_and_are_typed_by_the_schema() {
        Execution execution = inputs("w: {$ref: rows/orders.csv}")
                .file("rows/orders.csv", """
                        $name,reference,count,lines
                        plain,048291,7,"[1, 2]"
                        "with a comma","a,""b\""",,
                        empty,"",8
                        """)
                .run();

        assertThat(sent())
                .containsExactly(
                        "{\"reference\":\"048291\",\"count\":7,\"lines\":[1,2]}",
                        "{\"reference\":\"a,\\\"b\\\"\"}",
                        "{\"reference\":\"\",\"count\":8}");
        assertThat(execution.ends().toString()).contains("plain", "with a comma", "empty");
    }

    @Test
    void without_names_rows_are_called_by_their_lines_and_may_have_placeholders() {
        Execution execution = inputs("w: {$ref: orders.csv}")
                .file("orders.csv", "\uFEFFreference\r\n\r\n${uuid}\r\nb\r\n")
                .run();

        assertThat(sent()).hasSize(2).first().asString().matches("\\{\"reference\":\"" + UUID + "\"}");
        assertThat(execution.ends().toString()).contains("line 3", "line 4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reference\\na,b            | rows.csv:2:1: The row has 2 cells, the first line only 1 names.",
                "reference                  | rows.csv:1:1: The file has no rows of inputs below a line with their names.",
                "reference,reference\\n1,2                  | rows.csv:1:1: Two columns are named 'reference'.",
                "reference,,count\\n1,2,3               | rows.csv:1:1: The column 2 has no name.",
                "$name,count\\nx,1\\nx,2    | rows.csv:3:1: Two rows are named 'x'.",
                "reference\\na\\n${uid}     | rows.csv:3:1: The placeholder '${uid}' is unknown.",
            })
    void a_CSV_file_that_is_not_a_table_fails_the_workflow_with_the_line(String csv, String problem) {
        Execution execution = inputs("w: {$ref: rows.csv}")
                .file("rows.csv", csv.replace("\\n", "\n"))
                .run();

        assertThat(firstFailure(execution)).contains(problem, "The workflow cannot run.");
        assertThat(sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "missing.csv, There is no file",
        "/etc/passwd, are not the only member",
        "http://localhost/a.csv, are not the only member",
        "rows.txt, are not the only member"
    })
    void a_reference_to_anything_else_fails_the_workflow(String reference, String problem) {
        Execution execution = inputs("w: {$ref: '" + reference + "'}").run();

        assertThat(execution.failure("w")).hasMessageContainingAll("shop.arazzo.inputs.yaml:1:5: ", problem);
    }

    @Test
    void an_unknown_column_is_a_warning() {
        inputs("w: {$ref: rows.csv}")
                .file("rows.csv", "refrence\na\n")
                .workflows(Scenario.workflow(
                        "w",
                        List.of(Scenario.step("s", "operationId: create")),
                        "inputs: {type: object, properties: {reference: {type: string}}}"));

        assertThat(warnings())
                .singleElement()
                .asString()
                .startsWith("rows.csv:1:1: ")
                .contains("Did you mean 'reference'?");
    }

    private static String firstFailure(Execution execution) {
        return execution
                .events()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .map(Throwable::getMessage)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing failed in " + execution.ends()));
    }
}
