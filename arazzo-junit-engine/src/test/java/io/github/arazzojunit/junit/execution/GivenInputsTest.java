package io.github.arazzojunit.junit.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of inputs that the configuration and the file beside the document give. */
class GivenInputsTest {

    @RegisterExtension
    final Scenario scenario = new Scenario();

    @BeforeEach
    void workflow() {
        scenario.answer("POST /orders", 201, "{}").workflows(workflow("{pin: {type: string}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"482913", "048291", "12e4", "9e3", "true", "null", "{\"a\":1}"})
    void a_configured_text_is_sent_as_it_is(String pin) {
        scenario.configure("arazzo.inputs.pin", pin).run();

        assertThat(scenario.provider().bodies()).containsExactly("{\"pin\":\"" + pin.replace("\"", "\\\"") + "\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{pin: {type: integer}} | 482913 | 482913",
                "{pin: {type: [integer, string]}} | 048291 | \"048291\"",
                "{pin: {oneOf: [{type: boolean}, {type: string}]}} | true | true",
                "{other: {type: string}} | true | true",
            })
    void the_schema_types_what_is_configured(String properties, String configured, String sent) {
        scenario.workflows(workflow(properties))
                .configure("arazzo.inputs.w.pin", configured)
                .run();

        assertThat(scenario.provider().bodies()).containsExactly("{\"pin\":" + sent + "}");
    }

    @Test
    void a_value_that_the_schema_refuses_is_shown() {
        Execution execution = scenario.workflows(workflow("{pin: {type: integer}}"))
                .configure("arazzo.inputs.pin", "9e3x")
                .run();

        assertThat(execution.failure("w")).hasMessageContaining("/pin: ").hasMessageContaining("; it is \"9e3x\"");
        assertThat(scenario.provider().bodies()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4829", "482913", "'\"hush-hush\"'"})
    void a_refused_password_is_not_shown(String pin) {
        Execution execution = scenario.workflows(workflow("{pin: {type: boolean, format: password}}"))
                .file("shop.arazzo.inputs.yaml", "w: {pin: " + pin + "}")
                .run();

        assertThat(execution.failure("w"))
                .hasMessageContaining("/pin: ")
                .hasMessageContaining("***")
                .hasMessageNotContaining(pin.replace("\"", ""));
    }

    @Test
    void an_unknown_name_in_the_file_of_inputs_is_a_warning_where_it_stands_first() {
        scenario.file("shop.arazzo.inputs.yaml", """
                        w:
                          - {name: one, inputs: {pin: a, pni: a}}
                          - {name: two, inputs: {pin: a, pni: a}}
                        """);

        assertThat(scenario.warnings())
                .containsExactly(
                        "shop.arazzo.inputs.yaml:2:34: The workflow 'w' declares no input 'pni' and reads none, so"
                                + " the value has no effect. Did you mean 'pin'? [undeclared-input-value]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pni     | No workflow of this run declares an input 'pni' or reads one, so the value has no effect. Did you mean 'pin'?",
                "colour  | No workflow of this run declares an input 'colour' or reads one, so the value has no effect. Known: pin.",
                "w.pni   | The workflow 'w' declares no input 'pni' and reads none, so the value has no effect. Did you mean 'pin'?",
            })
    void an_unknown_name_in_the_configuration_is_a_warning(String key, String warning) {
        scenario.configure("arazzo.inputs." + key, "1").configure("arazzo.inputs.pin", "1");

        assertThat(scenario.warnings())
                .containsExactly("The configuration parameter 'arazzo.inputs." + key + "': " + warning);
    }

    @Test
    void an_almost_known_workflow_in_the_configuration_is_a_warning() {
        scenario.workflows(Scenario.workflow("place-order", List.of(create())))
                .configure("arazzo.inputs.plce-order.pin", "1");

        assertThat(scenario.warnings())
                .containsExactly(
                        "The configuration parameter 'arazzo.inputs.plce-order.pin': No workflow of this run is"
                                + " called 'plce-order', so the value has no effect. Did you mean 'place-order'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pin", "w.pin", "elsewhere.pin"})
    void a_known_name_or_one_of_other_documents_is_no_warning(String key) {
        assertThat(scenario.configure("arazzo.inputs." + key, "1").warnings()).isEmpty();
    }

    @Test
    void an_input_that_is_read_without_a_schema_is_known_and_one_that_is_not_is_a_warning() {
        scenario.workflows(Scenario.workflow("w", List.of(create())));

        assertThat(scenario.file("shop.arazzo.inputs.yaml", "w: {pin: 1}").warnings())
                .isEmpty();
        assertThat(scenario.file("shop.arazzo.inputs.yaml", "w: {pin: 1, pni: 1}")
                        .warnings())
                .singleElement()
                .asString()
                .contains("'pni'", "Did you mean 'pin'?");
    }

    @Test
    void a_schema_that_allows_other_inputs_makes_no_warning() {
        scenario.workflows(Scenario.workflow(
                "w", List.of(create()), "inputs: {type: object, properties: {pin: {}}, additionalProperties: true}"));

        assertThat(scenario.file("shop.arazzo.inputs.yaml", "w: {pin: 1, more: 1}")
                        .configure("arazzo.inputs.most", "1")
                        .warnings())
                .isEmpty();
    }

    private static String workflow(String properties) {
        return Scenario.workflow("w", List.of(create()), "inputs: {type: object, properties: " + properties + "}");
    }

    private static String create() {
        return Scenario.step("s", "operationId: create", "requestBody: {payload: {pin: $inputs.pin}}");
    }
}
