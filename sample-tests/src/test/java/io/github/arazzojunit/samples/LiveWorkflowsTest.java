package io.github.arazzojunit.samples;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.arazzojunit.ArazzoServer;
import io.github.arazzojunit.ArazzoTest;

/** A real provider instead of stubs: its URL makes a source live, and every response is held against its description. */
@ArazzoTest("classpath:live/stub-lifecycle.yaml")
class LiveWorkflowsTest {

    private static final WireMockServer PROVIDER = new WireMockServer(options().dynamicPort());

    static {
        PROVIDER.start();
    }

    @ArazzoServer("wiremockAdmin")
    static final int ADMIN_PORT = PROVIDER.port();

    @ArazzoServer("greetings")
    static final String GREETINGS_URL = PROVIDER.baseUrl();
}
