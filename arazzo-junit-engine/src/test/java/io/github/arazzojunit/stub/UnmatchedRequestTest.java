package io.github.arazzojunit.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnmatchedRequestTest {

    private static StubServers servers;

    private final HttpClient client = HttpClient.newHttpClient();
    private StubLease lease;

    @BeforeAll
    static void open() {
        servers = new StubServers(StubConfiguration.defaults());
    }

    @AfterAll
    static void close() {
        servers.close();
    }

    @BeforeEach
    void acquire() {
        lease = servers.acquire();
    }

    @AfterEach
    void giveBack() {
        lease.close();
    }

    @Test
    void a_request_that_no_stub_serves_is_recognized() throws Exception {
        HttpResponse<String> response = send("GET", "/pets?limit=1", "");

        assertThat(StubServer.isUnmatched(
                        response.statusCode(), response.headers().map()))
                .isTrue();
        assertThat(lease.server().lastUnmatched()).hasValueSatisfying(unmatched -> {
            assertThat(unmatched.method()).isEqualTo("GET");
            assertThat(unmatched.url()).isEqualTo("/pets?limit=1");
            assertThat(unmatched.nearestStub()).isEmpty();
            assertThat(unmatched.message()).contains("No stub serves GET /pets?limit=1", "arazzo.stubs");
        });
    }

    @Test
    void a_stub_that_answers_404_is_an_answer() throws Exception {
        lease.server().add("{\"request\": {\"url\": \"/gone\"}, \"response\": {\"status\": 404}}");

        HttpResponse<String> response = send("GET", "/gone", "");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(StubServer.isUnmatched(
                        response.statusCode(), response.headers().map()))
                .isFalse();
        assertThat(lease.server().lastUnmatched()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"})
    void a_request_of_any_method_is_recognized(String method) throws Exception {
        HttpResponse<String> response = send(method, "/pets", "");

        assertThat(StubServer.isUnmatched(
                        response.statusCode(), response.headers().map()))
                .isTrue();
        assertThat(lease.server().lastUnmatched()).map(UnmatchedRequest::method).hasValue(method);
    }

    @Test
    void the_marker_is_found_in_any_case_and_counts_for_404_only() {
        Map<String, List<String>> headers = Map.of("content-type", List.of("application/vnd.arazzo-unmatched"));

        assertThat(StubServer.isUnmatched(404, headers)).isTrue();
        assertThat(StubServer.isUnmatched(200, headers)).isFalse();
        assertThat(StubServer.isUnmatched(404, Map.of("Content-Type", List.of("text/plain"))))
                .isFalse();
    }

    @Test
    void the_nearest_stub_and_its_differences_are_told() throws Exception {
        lease.server().add("""
            {"name": "create pet",
             "request": {"method": "POST", "urlPath": "/pets",
                         "headers": {"X-Tenant": {"equalTo": "acme"}},
                         "bodyPatterns": [{"equalToJson": {"name": "Rex", "age": 3}}]},
             "response": {"status": 201}}
            """);

        HttpResponse<String> response = send("POST", "/pet", "{\"name\": \"Rex\", \"age\": 4}");

        UnmatchedRequest unmatched = lease.server().lastUnmatched().orElseThrow();
        assertThat(unmatched.nearestStub())
                .contains("create pet", "URL does not match", "/pets", "X-Tenant", "Body does not match")
                .doesNotContain("<<<<<", "----");
        assertThat(unmatched.nearestStub().lines()).hasSize(4);
        assertThat(response.body()).isEqualTo(unmatched.message());
    }

    @Test
    void a_scenario_in_another_state_is_told() throws Exception {
        lease.server().add("""
            {"scenarioName": "order", "requiredScenarioState": "paid",
             "request": {"url": "/order"}, "response": {"status": 200}}
            """);

        send("GET", "/order", "");

        assertThat(lease.server().lastUnmatched().orElseThrow().nearestStub()).contains("order", "paid", "Started");
    }

    @Test
    void a_long_value_is_shortened() throws Exception {
        lease.server().add("""
            {"request": {"method": "POST", "url": "/pets", "bodyPatterns": [{"equalTo": "%s"}]},
             "response": {"status": 201}}
            """.formatted("x".repeat(5_000)));

        send("POST", "/pets", "y".repeat(5_000));

        assertThat(lease.server().lastUnmatched().orElseThrow().nearestStub())
                .contains("Body does not match", "xxx", "yyy", "...")
                .hasSizeLessThan(1_000);
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(lease.server().baseUrl() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
