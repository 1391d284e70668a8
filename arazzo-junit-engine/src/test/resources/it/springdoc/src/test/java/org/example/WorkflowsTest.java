package org.example;

import io.github.arazzojunit.ArazzoServer;
import io.github.arazzojunit.ArazzoTest;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

@ArazzoTest("classpath:print-shop.arazzo.yaml")
class WorkflowsTest {

    private static final ConfigurableApplicationContext APPLICATION =
            SpringApplication.run(PrintShop.class, "--server.port=0");

    @ArazzoServer(value = "shop", description = "/v3/api-docs")
    static int port() {
        return APPLICATION.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
