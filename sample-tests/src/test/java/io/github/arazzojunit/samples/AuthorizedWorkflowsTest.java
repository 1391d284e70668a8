package io.github.arazzojunit.samples;

import io.github.arazzojunit.ArazzoRequest;
import io.github.arazzojunit.ArazzoTest;
import io.restassured.specification.RequestSpecification;

/** One document, its requests customized with REST Assured: here a header that no document should have to mention. */
@ArazzoTest("classpath:arazzo/svix-create-integration-and-key.arazzo.yaml")
class AuthorizedWorkflowsTest {

    @ArazzoRequest
    static void identify(RequestSpecification request) {
        request.header("X-Request-Source", "contract-tests");
    }
}
