package io.github.arazzojunit.junit.execution;

import static io.github.arazzojunit.junit.execution.Scenario.step;
import static io.github.arazzojunit.junit.execution.Scenario.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Credentials from configuration keys, in whole runs against a provider that asks for them. */
class CredentialsRunTest {

    private static final String DESCRIPTION = """
            openapi: 3.1.0
            info: {title: Shop, version: 1.0.0}
            servers: [{url: 'http://shop.invalid'}]
            paths:
              /orders:
                get:
                  operationId: find
                  security: [{oauth: []}]
                  responses: {'200': {description: The orders.}, '401': {description: Unauthorized., headers: {X-Reason: {required: true, schema: {type: string}}}}}
              /stock:
                get:
                  operationId: stock
                  security: [{key: []}]
                  responses: {'200': {description: The stock.}, '401': {description: Unauthorized.}}
            components:
              securitySchemes:
                oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'http://localhost:%d/token', scopes: {}}}}
                key: {type: apiKey, in: query, name: k}
            """;

    @RegisterExtension
    final Scenario scenario = new Scenario();

    private HttpServer provider;
    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicInteger firstOrders = new AtomicInteger();

    @BeforeEach
    void setUp() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", this::handle);
        provider.start();
        int port = provider.getAddress().getPort();
        scenario.file("shop.yaml", DESCRIPTION.formatted(port))
                .configure("arazzo.server.shop", "http://localhost:" + port);
    }

    @AfterEach
    void tearDown() {
        provider.stop(0);
    }

    /** Takes the first token once, then only the second; and one key. */
    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            boolean known = "Bearer token-number-2"
                            .equals(exchange.getRequestHeaders().getFirst("Authorization"))
                    || "k=the-key-of-Ann".equals(exchange.getRequestURI().getQuery());
            String token = "{\"access_token\": \"token-number-%d\"}";
            byte[] body = (path.equals("/token") ? token.formatted(tokens.incrementAndGet()) : "")
                    .getBytes(StandardCharsets.UTF_8);
            boolean first = path.equals("/orders") && tokens.get() == 1 && firstOrders.getAndIncrement() == 0;
            exchange.sendResponseHeaders(
                    path.equals("/token") || known || first ? 200 : 401, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Test
    void a_token_is_fetched_kept_and_renewed_when_the_provider_refuses_it() {
        Execution execution = scenario.configure("arazzo.security.shop.oauth.client-id", "app")
                .configure("arazzo.security.shop.oauth.client-secret", "the-secret")
                .workflows(
                        workflow("look", List.of(step("one", "operationId: find"), step("two", "operationId: find"))))
                .run();

        assertThat(execution.endsBelowDocuments())
                .containsExactly("one SUCCESSFUL", "two SUCCESSFUL", "look SUCCESSFUL");
        assertThat(tokens).hasValue(2);
        assertThat(entries(execution, "two")).contains("a new one was fetched and the request repeated");
        assertThat(entries(execution, "one") + entries(execution, "two")).doesNotContain("token-number", "the-secret");
    }

    @Test
    void a_response_that_asks_for_a_new_token_is_in_the_report_and_held_against_the_description() throws IOException {
        Path report = scenario.module().resolve("report");
        Execution execution = scenario.configure("arazzo.security.shop.oauth.client-id", "app")
                .configure("arazzo.security.shop.oauth.client-secret", "the-secret")
                .configure("arazzo.report", report.toString())
                .workflows(
                        workflow("look", List.of(step("one", "operationId: find"), step("two", "operationId: find"))))
                .run();

        assertThat(execution.endsBelowDocuments())
                .containsExactly("one SUCCESSFUL", "two SUCCESSFUL", "look SUCCESSFUL");
        JsonNode har = new JsonMapper().readTree(report.resolve("exchanges.har").toFile());
        assertThat(har.at("/log/entries"))
                .extracting(entry -> entry.at("/response/status").intValue())
                .containsExactly(200, 401, 200);
        assertThat(report.resolve("index.html"))
                .content()
                .contains("refused: GET ")
                .doesNotContain("token-number");
        assertThat(entries(execution, "two")).contains("the response with 401 before it: ");
    }

    @Test
    void a_key_of_the_configuration_is_sent_and_never_shown() {
        Execution execution = scenario.configure("arazzo.security.shop.key.value", "the-key-of-Ann")
                .workflows(workflow("look", List.of(step("one", "operationId: stock"))))
                .run();

        assertThat(execution.endsBelowDocuments()).containsExactly("one SUCCESSFUL", "look SUCCESSFUL");
        assertThat(entries(execution, "one")).contains("/stock?k=***").doesNotContain("the-key-of-Ann");
    }

    @Test
    void a_provider_that_refuses_a_request_without_credentials_leads_to_the_key_to_set() {
        Execution execution = scenario.workflows(workflow("look", List.of(step("one", "operationId: stock"))))
                .run();

        assertThat(execution.failure("one"))
                .hasMessageContaining("no credentials are configured; set 'arazzo.security.shop.key.value'");
    }

    @Test
    void a_scheme_that_does_not_exist_fails_the_step_and_names_the_nearest() {
        Execution execution = scenario.configure("arazzo.security.shop.kee.value", "the-key-of-Ann")
                .workflows(workflow("look", List.of(step("one", "operationId: stock"))))
                .run();

        assertThat(execution.failure("one"))
                .hasMessageContaining("'arazzo.security.shop.kee.value' names no security scheme of source 'shop'")
                .hasMessageContaining("Did you mean 'key'?");
    }

    private static String entries(Execution execution, String step) {
        return execution.entries(step).stream().map(Map::toString).collect(Collectors.joining("\n"));
    }
}
