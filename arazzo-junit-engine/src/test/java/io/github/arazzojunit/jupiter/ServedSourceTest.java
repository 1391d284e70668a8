package io.github.arazzojunit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The description of a server that the test starts. */
class ServedSourceTest {

    @WireMockTest
    @ExtendWith(ArazzoExtension.class)
    static class ServedCase {

        private Arazzo.Document document;

        @BeforeEach
        void provide(Arazzo arazzo, WireMockRuntimeInfo wireMock) {
            wireMock.getWireMock().register(WireMock.get("/v3/api-docs").willReturn(WireMock.okJson("""
                                    {"openapi": "3.0.1", "info": {"title": "Shop", "version": "1"}, "paths": {
                                      "/orders/{id}": {"get": {"operationId": "read", "responses": {"200": {"description": "ok"}},
                                        "parameters": [{"name": "id", "in": "path", "required": true, "schema": {}}]}}}}
                                    """)));
            wireMock.getWireMock().register(WireMock.get("/orders/o-1").willReturn(WireMock.ok()));
            document = arazzo.document("served/shop.yaml").server("shop", wireMock.getHttpPort());
        }

        @Test
        void behind_the_base_url() {
            assertThat(document.source("shop", "/v3/api-docs").run("look").isSuccessful())
                    .isTrue();
        }

        @Test
        void at_a_url(WireMockRuntimeInfo wireMock) {
            URI uri = URI.create(wireMock.getHttpBaseUrl() + "/v3/api-docs");

            assertThat(document.source("shop", uri).run("look").isSuccessful()).isTrue();
            assertThat(document.source("shop", uri.toString()).run("look").isSuccessful())
                    .isTrue();
        }

        @Test
        void without_it_the_one_that_the_document_names_counts() {
            assertThat(document.result("look").step("read").message())
                    .hasValueSatisfying(message -> assertThat(message).contains("http://localhost:9/v3/api-docs"));
        }

        @Test
        void of_an_unknown_source() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> document.source("shp", "/v3/api-docs"))
                    .withMessageContaining("Did you mean 'shop'?");
        }

        @Test
        void behind_a_base_url_that_nobody_gives(Arazzo arazzo) {
            Arazzo.Document without = arazzo.document("served/shop.yaml").source("shop", "/v3/api-docs");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> without.run("look"))
                    .withMessageContaining("nobody says where that is");
        }
    }

    @Test
    void a_test_names_the_description_of_the_server_that_it_started() {
        Report report = Report.ofClass(ServedCase.class);

        assertThat(report.nodes())
                .hasSize(6)
                .allSatisfy(node -> assertThat(node.explained()).startsWith(node.name() + ": successful"));
    }
}
