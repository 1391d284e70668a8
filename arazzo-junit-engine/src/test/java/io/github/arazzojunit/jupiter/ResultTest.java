package io.github.arazzojunit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.arazzojunit.jupiter.Report.Node;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

/** The cases are test classes of their own, because only the engine of Jupiter can inject and configure. */
class ResultTest {

    private static void passes(Class<?> testClass, String... configuration) {
        Report report = Report.ofClass(testClass, configuration);
        assertThat(report.nodes())
                .hasSizeGreaterThan(1)
                .allSatisfy(node -> assertThat(node.explained()).startsWith(node.name() + ": successful"));
    }

    @ExtendWith(ArazzoExtension.class)
    static class GreenCase {
        private final Arazzo arazzo;

        GreenCase(Arazzo arazzo) {
            this.arazzo = arazzo;
        }

        @Test
        void outputs() {
            Arazzo.Result result = arazzo.document("jupiter/orders.yaml").run("place-order");

            assertThat(result.isSuccessful()).isTrue();
            assertThat(result.assertSuccessful()).isSameAs(result);
            assertThat(result.outputs()).isEqualTo(Map.of("orderId", "o-1", "price", new BigDecimal("9.50")));
        }

        @Test
        void steps() {
            Arazzo.Result result = arazzo.document("jupiter/orders.yaml").run("place-order");

            assertThat(result.steps()).hasToString("[place-order.create SUCCESSFUL, place-order.read SUCCESSFUL]");
            Arazzo.Step create = result.step("create");
            assertThat(create.outputs()).containsEntry("id", "o-1");
            assertThat(create.message()).isEmpty();
            assertThat(create.exchanges()).hasSize(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> result.step("creat"))
                    .withMessage("The workflow 'place-order' has no step 'creat'. Did you mean 'create'?");
        }

        @Test
        void exchanges() {
            Arazzo.Result result = arazzo.document("jupiter/orders.yaml")
                    .input("place-order", "customerId", 42)
                    .run("place-order");

            assertThat(result.exchanges())
                    .extracting(
                            Arazzo.Exchange::method, exchange -> exchange.url().getPath(), Arazzo.Exchange::status)
                    .containsExactly(tuple("POST", "/orders", 201), tuple("GET", "/orders/o-1", 200));
            Arazzo.Exchange first = result.exchanges().get(0);
            assertThat(first.requestBody()).isEqualTo("{\"customer\":42}");
            assertThat(first.requestHeader("content-type")).hasValue("application/json");
            assertThat(first.responseHeader("content-type")).hasValue("application/json");
            assertThat(first.responseBody()).contains("\"o-1\"");
            assertThat(first.duration()).isPositive();
            assertThat(first.toString()).matches("POST http://localhost:[0-9]+/orders -> 201 in [0-9]+ ms");
        }

        @Test
        void visits_and_called_steps() {
            Arazzo.Document document = arazzo.document("jupiter/orders.yaml");

            assertThat(document.run("wait-in-a-loop").steps())
                    .hasToString("[wait-in-a-loop.poll SUCCESSFUL, wait-in-a-loop.poll SUCCESSFUL]");
            Arazzo.Result around = document.run("go-around-a-failure");
            assertThat(around.step("find").status()).isEqualTo(Arazzo.Status.ABORTED);
            assertThat(around.step("find").message().orElseThrow())
                    .startsWith("goto 'createIt' continues at step 'create', because:");
            assertThat(around.step("pack").status()).isEqualTo(Arazzo.Status.SKIPPED);
            assertThat(around.step("pack").message()).hasValue("not reached: 'find' jumped over it");
        }
    }

    @Test
    void a_successful_run_gives_outputs_steps_and_exchanges() {
        passes(GreenCase.class);
    }

    @ExtendWith(ArazzoExtension.class)
    static class RedCase {
        @Test
        void run(Arazzo arazzo) {
            arazzo.document("jupiter/orders.yaml").run("fail-in-the-middle");
        }

        @Test
        void result(Arazzo arazzo) {
            Arazzo.Result result = arazzo.document("jupiter/orders.yaml").result("fail-in-the-middle");

            assertThat(result.isSuccessful()).isFalse();
            assertThat(result.step("create").status()).isEqualTo(Arazzo.Status.FAILED);
            assertThat(result.step("read").message()).hasValue("not reached: 'create' failed");
            assertThat(catchThrowable(result::assertSuccessful))
                    .hasMessage(result.step("create").message().orElseThrow());
        }

        @Test
        void several(Arazzo arazzo) {
            assertThatExceptionOfType(MultipleFailuresError.class)
                    .isThrownBy(() -> arazzo.document("jupiter/orders.yaml").run("call-others"))
                    .withMessageContainingAll(
                            "The workflow 'call-others' failed (2 failures)", "create: 1 of 1", "fail:");
        }

        @Test
        void drift(Arazzo arazzo) {
            Arazzo.Result result = arazzo.document("jupiter/orders.yaml").result("drift");

            assertThat(result.isSuccessful()).isFalse();
            assertThat(result.step("read").status()).isEqualTo(Arazzo.Status.FAILED);
            assertThat(result.step("create").status()).isEqualTo(Arazzo.Status.SUCCESSFUL);
        }

        @Test
        void prerequisite(Arazzo arazzo) {
            assertThatExceptionOfType(AssertionFailedError.class)
                    .isThrownBy(() -> arazzo.document("jupiter/orders.yaml").run("depend-on-a-failure"))
                    .withMessageContaining("Not executed, because workflow 'fail-in-the-middle'");
        }

        @Test
        void inputs(Arazzo arazzo) {
            assertThatExceptionOfType(AssertionFailedError.class)
                    .isThrownBy(() -> arazzo.document("jupiter/orders.yaml").run("break-an-input"))
                    .withMessageContainingAll("no request was sent", "customerId");
        }
    }

    @Test
    void a_failed_run_throws_what_its_node_would_and_leads_to_the_document_and_the_test() {
        Report report = Report.ofClass(RedCase.class);

        Node red = report.node("run(Arazzo)");
        assertThat(red.status()).isEqualTo("failed");
        assertThat(red.message())
                .isEqualTo(Report.ofEngine(NodesTest.EngineCase.class)
                        .node("fail-in-the-middle › create")
                        .message());
        AssertionFailedError error = (AssertionFailedError) red.thrown().orElseThrow();
        assertThat(error.getExpected().getStringRepresentation()).isEqualTo("paid");
        assertThat(error.getStackTrace()[0]).hasToString("fail-in-the-middle.create(orders.yaml:39)");
        assertThat(error.getStackTrace()[1].getClassName()).isEqualTo(RedCase.class.getName());
        assertThat(report.lines())
                .contains(
                        "result(Arazzo): successful",
                        "several(Arazzo): successful",
                        "drift(Arazzo): successful",
                        "prerequisite(Arazzo): successful",
                        "inputs(Arazzo): successful");
    }

    @ExtendWith(ArazzoExtension.class)
    static class MistakesCase {
        @Test
        void names(Arazzo arazzo) {
            Arazzo.Document document = arazzo.document("jupiter/orders.yaml");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> document.run("plase-order"))
                    .withMessage("The document 'jupiter/orders.yaml' has no workflow 'plase-order'."
                            + " Did you mean 'place-order'?");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> document.input("plase-order", "customerId", 1))
                    .withMessageContaining("Did you mean 'place-order'?");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> document.server("shopp", 8080))
                    .withMessage("The document 'jupiter/orders.yaml' has no source 'shopp'. Did you mean 'shop'?");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> document.server("shop", "localhost"))
                    .withMessageContaining("absolute URL such as http://localhost:8080, not 'localhost'");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> document.run("read-orders"))
                    .withMessageContainingAll("has 2 rows for the workflow 'read-orders'", "nodes(\"read-orders\")");
        }

        @Test
        void documents(Arazzo arazzo) {
            assertThatExceptionOfType(AssertionFailedError.class)
                    .isThrownBy(() -> arazzo.document("jupiter/missing.yaml").run("any"))
                    .withMessageContaining("There is no document at 'jupiter/missing.yaml'");
            assertThatExceptionOfType(AssertionFailedError.class)
                    .isThrownBy(() -> arazzo.document("jupiter/broken.yaml")
                            .server("any", 8080)
                            .input("only", "any", 1)
                            .run("only"))
                    .withMessageContaining("none of its workflows was started");
            assertThatExceptionOfType(AssertionFailedError.class)
                    .isThrownBy(
                            () -> arazzo.document("jupiter/half-broken.yaml").run("invalid"))
                    .withMessageContaining("Workflow 'invalid' is not valid and was not started");
            assertThat(arazzo.document("jupiter/half-broken.yaml").run("valid").steps())
                    .hasSize(1);
        }

        @Test
        void rows(Arazzo arazzo) {
            Arazzo.Result result = arazzo.document("jupiter/orders.yaml")
                    .input("read-orders", "id", "o-1")
                    .run("read-orders");

            assertThat(result.steps()).hasSize(1);
        }
    }

    @Test
    void mistakes_of_the_test_are_told_with_what_was_probably_meant() {
        passes(MistakesCase.class);
    }

    @ExtendWith(ArazzoExtension.class)
    static class ConfiguredCase {
        @Test
        void inputs(Arazzo arazzo) {
            Arazzo.Document document = arazzo.document("jupiter/orders.yaml");

            assertThat(sent(document)).isEqualTo("{\"customer\":7}");
            assertThat(sent(document.input("place-order", "customerId", 8))).isEqualTo("{\"customer\":8}");
        }

        private static String sent(Arazzo.Document document) {
            return document.run("place-order").exchanges().get(0).requestBody();
        }
    }

    @Test
    void configuration_wins_over_the_file_of_inputs_and_the_test_over_both() {
        passes(ConfiguredCase.class, "arazzo.inputs.place-order.customerId", "7");
    }

    @ExtendWith(ArazzoExtension.class)
    static class AnyCase {
        @Test
        void any(Arazzo arazzo) {
            arazzo.document("jupiter/orders.yaml").run("place-order");
        }
    }

    @Test
    void a_value_of_the_configuration_that_is_not_valid_fails_the_test() {
        Node node = Report.ofClass(AnyCase.class, "arazzo.target", "life").node("any(Arazzo)");

        assertThat(node.status()).isEqualTo("failed");
        assertThat(node.message()).contains("'arazzo.target' has the value 'life'", "No workflow was run");
    }

    @Test
    void a_server_of_the_configuration_is_used() {
        Node node = Report.ofClass(AnyCase.class, "arazzo.server.shop", "http://localhost:1")
                .node("any(Arazzo)");

        assertThat(node.status()).isEqualTo("failed");
        assertThat(node.thrown().orElseThrow()).hasMessageContaining("nothing accepts connections at localhost:1");
    }

    @WireMockTest
    @ExtendWith(ArazzoExtension.class)
    static class LiveCase {
        @Test
        void live(Arazzo arazzo, WireMockRuntimeInfo wireMock) {
            WireMock.stubFor(WireMock.post("/orders")
                    .withHeader("X-Tenant", WireMock.equalTo("t-1"))
                    .willReturn(WireMock.okJson("{\"id\":\"live\",\"state\":\"placed\"}")
                            .withStatus(201)));
            WireMock.stubFor(
                    WireMock.get("/orders/live").willReturn(WireMock.okJson("{\"id\":\"live\",\"state\":\"placed\"}")));

            Arazzo.Result result = arazzo.document("jupiter/orders.yaml")
                    .server("shop", wireMock.getHttpBaseUrl())
                    .request(request -> request.header("X-Tenant", "t-1"))
                    .run("place-order");

            assertThat(result.outputs()).containsEntry("orderId", "live");
            assertThat(result.exchanges())
                    .allSatisfy(exchange -> assertThat(exchange.url()).hasPort(wireMock.getHttpPort()));
            WireMock.verify(2, WireMock.anyRequestedFor(WireMock.anyUrl()));
        }
    }

    @Test
    void requests_go_to_a_server_beside_the_extension_of_WireMock_and_are_customized() {
        passes(LiveCase.class);
    }
}
