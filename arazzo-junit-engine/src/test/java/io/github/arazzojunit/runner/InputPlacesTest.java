package io.github.arazzojunit.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where messages about inputs point to. Workflows begin in line 6. */
class InputPlacesTest {

    @Test
    void AMB_69_a_payload_with_an_input_that_nobody_declared_names_all_places() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: flow
                  inputs: {type: object, properties: {name: {type: string}}}
                  steps:
                    - stepId: create
                      operationId: add
                      requestBody: {payload: {count: $inputs.count}}
                """);

        run.run("flow");

        assertThat(run.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.reason())
                        .get()
                        .asString()
                        .startsWith("The payload of the request (main.arazzo.yaml:11:23) has no value: at /count: ")
                        .endsWith(
                                "It is for api.yaml:14:31 #/paths/~1things/post/requestBody/content/application~1json;"
                                        + " the inputs are declared in main.arazzo.yaml:7:5"));
    }

    @Test
    void AMB_69_an_input_that_a_call_does_not_pass_names_the_step_that_calls() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: caller
                  steps:
                    - {stepId: call, workflowId: called}
                - workflowId: called
                  inputs: {type: object, properties: {count: {type: integer}}}
                  steps:
                    - {stepId: create, operationId: add, requestBody: {payload: {count: $inputs.count}}}
                """);

        run.run("caller");

        assertThat(run.failures().get(0).reason().orElseThrow())
                .contains("the inputs are declared in main.arazzo.yaml:10:5; step 'call' (main.arazzo.yaml:8:9), which"
                        + " calls the workflow, passes none");
    }

    @Test
    void STP_44_an_input_of_a_call_that_is_not_valid_names_who_passes_and_who_uses_it() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: caller
                  steps:
                    - stepId: call
                      workflowId: called
                      parameters: [{name: page, value: one}]
                - workflowId: called
                  inputs: {type: object, properties: {page: {type: integer}}}
                  steps:
                    - stepId: read
                      operationId: status
                      parameters: [{name: page, in: query, value: $inputs.page}]
                """);

        run.run("caller");

        assertThat(run.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.reason())
                        .get()
                        .asString()
                        .contains("/page: string found, integer expected (main.arazzo.yaml:12:48"
                                + " #/workflows/1/inputs/properties/page/type); it is \"one\"; passed as parameter 'page'"
                                + " (main.arazzo.yaml:10:22); used by parameter 'page' (main.arazzo.yaml:16:22)"
                                + " of GET /status, api.yaml:6:5 #/paths/~1status/get"));
    }

    @Test
    void WF_10_a_schema_of_inputs_that_is_for_no_object_is_the_thing_to_correct() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: flow
                  inputs: {type: string}
                  steps: [{stepId: read, operationId: status}]
                """);

        assertThat(run.run("flow").problem().orElseThrow())
                .contains("(main.arazzo.yaml:7:14 #/workflows/0/inputs/type)")
                .endsWith("Write a schema of type object: the inputs of a workflow are an object, whatever is given.");
    }

    @Test
    void EXP_21_an_output_that_a_calling_step_does_not_declare_names_the_step_and_how_to_declare_it() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: flow
                  steps:
                    - stepId: call
                      workflowId: called
                      outputs: {other: $outputs.id}
                    - stepId: create
                      operationId: add
                      requestBody: {payload: {id: $steps.call.outputs.id}}
                - workflowId: called
                  steps:
                    - stepId: read
                      operationId: status
                """).answering(200);

        run.run("flow");

        assertThat(run.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.reason())
                        .get()
                        .asString()
                        .endsWith(
                                "; step 'call' (main.arazzo.yaml:8:9) declares no output 'id': take it from the called"
                                        + " workflow with 'id: $outputs.id'"));
    }

    @Test
    void EXP_12_a_content_type_that_a_request_without_body_does_not_have_says_why() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: flow
                  steps:
                    - stepId: create
                      operationId: add
                      successCriteria: [{condition: $request.header.content-type == 'text/plain'}]
                """).answering(200);

        run.run("flow");

        assertThat(run.failures())
                .singleElement()
                .satisfies(failure -> assertThat(
                                failure.attempt().orElseThrow().criteria().toString())
                        .contains("the request has no header 'content-type', because the step sends no body"));
    }

    @Test
    void BOD_12_a_payload_that_is_an_input_of_the_wrong_type_names_its_declaration() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: flow
                  inputs: {type: object, properties: {body: {type: object, default: {a: 1}}}}
                  steps:
                    - stepId: create
                      operationId: add
                      requestBody: {contentType: text/plain, payload: $inputs.body}
                """);

        run.run("flow");

        assertThat(run.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.reason())
                        .get()
                        .asString()
                        .startsWith(
                                "There is no rule by which the payload (main.arazzo.yaml:11:48), of type object, becomes")
                        .endsWith(" $inputs.body is declared in main.arazzo.yaml:7:5."));
    }

    @Test
    void STP_44_an_input_that_comes_from_an_output_names_the_operation_that_answers_it() {
        ScriptedRun run = ScriptedRun.of("""
                - workflowId: caller
                  steps:
                    - stepId: first
                      operationId: status
                      outputs: {token: $response.body#/token}
                    - stepId: call
                      workflowId: called
                      parameters: [{name: page, value: $steps.first.outputs.token}]
                - workflowId: called
                  inputs: {type: object, properties: {page: {type: string}}}
                  steps: [{stepId: read, operationId: status}]
                """).answering(200, "{\"token\": 1}");

        run.run("caller");

        assertThat(run.failures())
                .singleElement()
                .satisfies(
                        failure -> assertThat(failure.reason())
                                .get()
                                .asString()
                                .contains(
                                        "passed as parameter 'page' (main.arazzo.yaml:13:22) with an output of step 'first'"
                                                + " (main.arazzo.yaml:8:9), which GET /status answers, api.yaml:6:5 #/paths/~1status/get"));
    }
}
