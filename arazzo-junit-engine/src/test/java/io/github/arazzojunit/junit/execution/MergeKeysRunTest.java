package io.github.arazzojunit.junit.execution;

import static io.github.arazzojunit.junit.execution.Scenario.criteria;
import static io.github.arazzojunit.junit.execution.Scenario.read;
import static io.github.arazzojunit.junit.execution.Scenario.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** DOC-03: what a merge key brings along counts, against a provider too. */
class MergeKeysRunTest {

    @RegisterExtension
    final Scenario scenario = new Scenario()
            .file("shop.yaml", """
                    openapi: 3.0.3
                    info: {title: Shop, version: 1.0.0}
                    x-entity: &entity {type: object, required: [id]}
                    x-errors: &errors {'404': {description: Unknown.}}
                    paths:
                      /orders/{id}:
                        get:
                          operationId: read
                          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                          responses:
                            <<: *errors
                            '200':
                              description: The order.
                              content: {application/json: {schema: {<<: *entity, title: order}}}
                    """)
            .answer("GET /orders/o-1", 200, "{\"wrong\": true}")
            .answer("GET /orders/o-2", 404, "");

    @Test
    void a_merged_demand_is_red_and_a_merged_response_is_documented_with_one_warning_for_the_file() {
        Execution execution = scenario.workflows(
                        workflow("wrong-body", List.of(read("look", "o-1"), read("again", "o-1"))),
                        workflow("missing", List.of(read("gone", "o-2", criteria("$statusCode == 404")))))
                .run();

        assertThat(execution.endsBelowDocuments()).contains("look FAILED", "gone SUCCESSFUL", "missing SUCCESSFUL");
        assertThat(execution.failure("look")).hasMessageContaining("id");
        assertThat(execution.entries("wrong-body"))
                .filteredOn(entry -> entry.containsKey("arazzo.warning"))
                .singleElement()
                .asString()
                .contains("shop.yaml:11:9", "merge key '<<'", "the first of 2 in this file");
    }
}
