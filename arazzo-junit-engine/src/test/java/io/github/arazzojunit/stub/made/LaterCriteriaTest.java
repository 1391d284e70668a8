package io.github.arazzojunit.stub.made;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Criteria that an answer decides although they stand elsewhere. */
class LaterCriteriaTest {

    private static final String DESCRIPTION = """
            openapi: 3.1.0
            info: {title: Shop, version: 1.0.0}
            paths:
              /pets:
                get:
                  operationId: readPet
                  responses:
                    '200':
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [status, tags]
                            properties:
                              status: {enum: [running, done, failed]}
                              owner: {type: object, properties: {name: {type: string}}}
                              tags: {type: array, items: {type: string}}
              /health:
                get: {operationId: health, responses: {'200': {description: fine}}}
            """;

    private static final String READ = """
              - stepId: read
                operationId: readPet
                outputs:
                  status: $response.body#/status
                  owner: $response.body#/owner
                  all: $response.body
            """;

    private static String checkedBy(String criteria) {
        return "  steps:\n" + READ + """
              - stepId: check
                operationId: health
                successCriteria:
            """ + criteria.indent(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- condition: $steps.read.outputs.status == 'done'",
                "- condition: $steps.read.outputs.owner#/name == 'Ann' && $steps.read.outputs.status != 'running'",
                "- {context: $steps.read.outputs.status, type: regex, condition: '^fail'}",
                "- {context: $steps.read.outputs.all, type: jsonpath, condition: \"$.tags[?@ == 'new']\"}",
            })
    void an_answer_has_what_a_later_step_asks_of_its_outputs(String criterion) {
        MadeRun run = MadeRun.of(checkedBy(criterion), DESCRIPTION);

        assertThat(run.passed()).as(run.failure()).isTrue();
    }

    @Test
    void later_criteria_that_exclude_each_other_fail_where_they_stand() {
        MadeRun run = MadeRun.of(checkedBy("""
                - condition: $steps.read.outputs.status == 'done'
                - condition: $steps.read.outputs.status == 'failed'
                """), DESCRIPTION);

        assertThat(run.failure())
                .startsWith("check: 1 of 2 success criteria not met")
                .contains("flow.arazzo.yaml:17:");
        assertThat(run.notes("read"))
                .contains("the made response does not have what the criterion '$steps.read.outputs.status == 'failed''"
                        + " (flow.arazzo.yaml:17:7) of a later step needs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$workflows.called.outputs.state == 'failed'", "$outputs.state == 'failed'"})
    void an_answer_has_what_the_caller_asks_of_the_outputs_of_the_workflow(String condition) {
        MadeRun run = MadeRun.of("""
                  steps:
                  - stepId: call
                    workflowId: called
                    successCriteria:
                    - condition: CONDITION
                - workflowId: called
                  steps:
                """.replace("CONDITION", condition) + READ + """
                  outputs: {state: $steps.read.outputs.status}
                """, DESCRIPTION);

        assertThat(run.passed()).as(run.failure()).isTrue();
    }
}
