package io.github.arazzojunit.target;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;

/** The Docker engine of the machine, for the tests that need one. */
final class DockerEngine {

    /** What the container sample uses too. */
    static final String IMAGE = "wiremock/wiremock:3.13.2";

    private DockerEngine() {}

    static void assumeItAnswers() {
        boolean answers;
        try {
            answers = DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException e) {
            throw new TestAbortedException(
                    "A Docker engine answers, but Testcontainers cannot use it, so no container can be started: "
                            + rootCause(e).getMessage()
                            + ". It starts a helper of its own first, Ryuk: let the engine pull"
                            + " its image or set TESTCONTAINERS_RYUK_DISABLED=true to run this test.",
                    e);
        }
        assumeTrue(answers, "No Docker engine answers, so no container can be started. Start Docker to run this test.");
    }

    private static Throwable rootCause(Throwable failure) {
        return failure.getCause() == null ? failure : rootCause(failure.getCause());
    }
}
