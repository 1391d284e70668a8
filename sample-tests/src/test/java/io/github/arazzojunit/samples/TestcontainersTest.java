package io.github.arazzojunit.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.arazzojunit.jupiter.Arazzo;
import io.github.arazzojunit.jupiter.ArazzoExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** A container that Testcontainers' own extension starts, as the provider of a workflow inside of a Jupiter test. */
@Testcontainers(disabledWithoutDocker = true)
@ExtendWith(ArazzoExtension.class)
class TestcontainersTest {

    @Container
    private static final GenericContainer<?> PROVIDER = new GenericContainer<>("wiremock/wiremock:3.13.2")
            .withExposedPorts(8080)
            .waitingFor(Wait.forHttp("/__admin/health"));

    @Test
    void the_stub_is_gone_in_the_end(Arazzo arazzo) {
        String url = "http://" + PROVIDER.getHost() + ":" + PROVIDER.getMappedPort(8080);

        Arazzo.Result result = arazzo.document("live/stub-lifecycle.yaml")
                .server("wiremockAdmin", url)
                .server("greetings", url)
                .run("stub-lifecycle");

        assertEquals(9, result.steps().size());
    }
}
