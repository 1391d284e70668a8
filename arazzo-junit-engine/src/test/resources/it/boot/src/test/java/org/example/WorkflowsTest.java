package org.example;

import io.github.arazzojunit.ArazzoServer;
import io.github.arazzojunit.ArazzoTest;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

@ArazzoTest
class WorkflowsTest {

    private static final ConfigurableApplicationContext APPLICATION =
            SpringApplication.run(ParcelsApplication.class, "--server.port=0");

    @ArazzoServer("parcels")
    static int port() {
        return APPLICATION.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
