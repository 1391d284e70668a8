package org.example;

import io.github.arazzojunit.ArazzoRequest;
import io.github.arazzojunit.ArazzoTest;
import io.restassured.specification.RequestSpecification;

@ArazzoTest
class WorkflowsIT {

    @ArazzoRequest
    static void identify(RequestSpecification request) {
        String jar = RequestSpecification.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        request.header("X-Sender", "WorkflowsIT").header("X-Jar", jar);
    }
}
