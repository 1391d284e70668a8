package io.github.arazzojunit.junit.execution;

import static io.github.arazzojunit.junit.execution.Scenario.read;
import static io.github.arazzojunit.junit.execution.Scenario.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.arazzojunit.ArazzoServer;
import io.github.arazzojunit.ArazzoTest;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Descriptions that a server of this machine gives: loopback is not remote, and the server may start with the test. */
class ServedDescriptionTest {

    private static final String DESCRIPTION = "{\"openapi\":\"3.0.1\",\"info\":{\"title\":\"Shop\",\"version\":\"1\"},"
            + "\"paths\":{\"/orders/{id}\":{\"get\":{\"operationId\":\"read\",\"parameters\":[{\"name\":\"id\",\"in\":\"path\","
            + "\"required\":true,\"schema\":{\"type\":\"string\"}},{\"name\":\"page\",\"in\":\"query\",\"required\":\"yes\"}],"
            + "\"responses\":{\"200\":{\"description\":\"ok\",\"content\":{\"application/json\":{\"schema\":{\"type\":"
            + "\"object\",\"required\":[\"id\"]}}}}}}}}}";

    private static Supplier<Object> server = () -> "";

    @RegisterExtension
    final Scenario scenario = new Scenario();

    @ArazzoTest("classpath:served/shop.yaml")
    static class Served {

        @ArazzoServer(value = "shop", description = "/v3/api-docs")
        static Object server() {
            return server.get();
        }
    }

    @ArazzoTest("classpath:served/shop.yaml")
    static class ServedAtItsBase {

        @ArazzoServer(value = "shop", description = "api-docs")
        static Object server() {
            return server.get() + "/v3/";
        }
    }

    @ArazzoTest("classpath:served/shop.yaml")
    static class NoPath {

        @ArazzoServer(value = "shop", description = "api docs")
        static Object server() {
            return server.get();
        }
    }

    @Test
    void a_description_at_a_port_of_localhost_needs_no_allowed_host() {
        provides(DESCRIPTION);
        Execution execution = scenario.file(
                        "shop.arazzo.yaml",
                        """
                        arazzo: 1.0.1
                        info: {title: Title, version: 1.0.0}
                        sourceDescriptions: [{name: shop, url: 'URL/v3/api-docs', type: openapi}]
                        workflows:
                        """.replace("URL", scenario.provider().url())
                                + workflow("look", List.of(read("green", "o-1"), read("red", "o-2")))
                                        .indent(2))
                .run();

        assertThat(execution.endsBelowDocuments()).containsExactly("green SUCCESSFUL", "red FAILED", "look SUCCESSFUL");
        assertThat(execution.failure("red"))
                .hasMessageContaining(
                        "(#/paths/~1orders~1{id}/get/responses/200/content/application~1json/schema/required"
                                + " in api-docs:1:");
        assertThat(execution.entries("look"))
                .filteredOn(entry -> entry.containsKey("arazzo.warning"))
                .hasSize(2)
                .first()
                .asString()
                .contains("is broken: #/paths/~1orders~1{id}/get/parameters/1/required in api-docs:1:");
    }

    @ParameterizedTest
    @CsvSource({"/v3/api-docs, Served", "/v3/api-docs, ServedAtItsBase"})
    void the_server_that_a_class_starts_gives_its_description(String path, String testClass) {
        provides(DESCRIPTION);
        scenario.provider().answer("GET /v3/orders/o-1", 200, "{\"id\":1}");
        server = scenario.provider()::url;

        Execution execution = execute(testClass.equals("Served") ? Served.class : ServedAtItsBase.class);

        assertThat(execution.ends()).contains("look › read SUCCESSFUL", "look SUCCESSFUL");
        assertThat(scenario.provider().requests()).startsWith("GET " + path);
    }

    @Test
    void a_server_that_gives_none_fails_the_steps_with_the_remedy() {
        server = scenario.provider()::url;

        Execution execution = execute(Served.class);

        assertThat(execution.failure("look › read"))
                .hasMessageContaining("Source 'shop' cannot be used: "
                        + scenario.provider().url() + "/v3/api-docs: the server answered" + " with status 404.")
                .hasMessageContaining("@ArazzoServer(value = \"shop\", description = \"/path\")");
    }

    @Test
    void a_configured_description_that_cannot_be_had_is_not_replaced_by_the_one_beside_the_document() {
        scenario.configure("arazzo.source.shop", scenario.provider().url() + "/none")
                .answer("GET /orders/o-1", 200, "{}")
                .workflows(workflow("look", List.of(read("read", "o-1"))));

        assertThat(scenario.run().failure("read")).hasMessageContaining("/none: the server answered with status 404.");
    }

    @Test
    void a_description_that_is_no_place_fails_the_class() {
        server = scenario.provider()::url;

        assertThat(execute(NoPath.class).failure("NoPath"))
                .hasMessageContaining(
                        "NoPath.server: The description of source 'shop' has to be a URL or a path such as"
                                + " /v3/api-docs, not 'api docs'.");
    }

    private void provides(String description) {
        scenario.provider()
                .answer("GET /v3/api-docs", 200, description)
                .answer("GET /orders/o-1", 200, "{\"id\":1}")
                .answer("GET /orders/o-2", 200, "{}");
    }

    private static Execution execute(Class<?> testClass) {
        return new Execution(EngineTestKit.engine("arazzo")
                .selectors(selectClass(testClass))
                .configurationParameter("arazzo.report", "off")
                .enableImplicitConfigurationParameters(false)
                .execute());
    }
}
