package io.github.arazzojunit.target;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.testcontainers.DockerClientFactory;

/** The Docker engine of the machine, for the tests that need one. */
final class DockerEngine {

    /** What the container sample uses too. */
    static final String IMAGE = "wiremock/wiremock:3.13.2";

    private DockerEngine() {}

    static void assumeItAnswers() {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "No Docker engine answers, so no container can be started. Start Docker to run this test.");
    }
}
