package io.github.arazzojunit.samples;

import io.github.arazzojunit.ArazzoServer;
import io.github.arazzojunit.ArazzoTest;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** The same workflow against the same provider in a container, which the engine starts and stops. */
@ArazzoTest("classpath:live/stub-lifecycle.yaml")
class ContainerWorkflowsTest {

    private static final GenericContainer<?> PROVIDER = new GenericContainer<>("wiremock/wiremock:3.13.2")
            .withExposedPorts(8080)
            .waitingFor(Wait.forHttp("/__admin/health"));

    @ArazzoServer("wiremockAdmin")
    static GenericContainer<?> admin() {
        requireDocker();
        return PROVIDER;
    }

    @ArazzoServer("greetings")
    static GenericContainer<?> greetings() {
        requireDocker();
        return PROVIDER;
    }

    /** Nobody should have to have Docker to build this module. */
    private static void requireDocker() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new TestAbortedException("No Docker engine answers, so the provider cannot be started.");
        }
    }
}
