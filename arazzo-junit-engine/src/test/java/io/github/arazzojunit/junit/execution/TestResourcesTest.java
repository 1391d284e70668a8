package io.github.arazzojunit.junit.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a document of the test resources may use (SEC-06). */
class TestResourcesTest {

    @RegisterExtension
    final Scenario scenario = new Scenario()
            .file("shop.arazzo.yaml", """
                arazzo: 1.0.1
                info: {title: Title, version: 1.0.0}
                sourceDescriptions: [{name: shop, url: ../shop.yaml, type: openapi}]
                workflows:
                  - workflowId: look
                    steps: [{stepId: find, operationId: find}]
                """)
            .file("../shop.yaml", """
                openapi: 3.1.0
                info: {title: Shop, version: 1.0.0}
                paths:
                  /orders:
                    get: {operationId: find, responses: {default: {description: Any answer.}}}
                """)
            .answer("GET /orders", 200, "{}");

    @Test
    void SEC_06_a_description_outside_of_the_test_resources_is_refused() {
        Execution execution = scenario.run();

        assertThat(execution.failure("find"))
                .hasMessageContaining("shop.yaml: it is outside of the test resources")
                .hasMessageContaining("set 'arazzo.source.shop'");
    }

    @Test
    void SEC_06_a_description_outside_of_the_test_resources_is_used_where_the_user_names_it() {
        Execution execution = scenario.configure(
                        "arazzo.source.shop",
                        scenario.module().resolve("target/shop.yaml").toString())
                .run();

        assertThat(execution.ends()).contains("find SUCCESSFUL");
    }
}
