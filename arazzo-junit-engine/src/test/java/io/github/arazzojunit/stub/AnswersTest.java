package io.github.arazzojunit.stub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.JdkTransport;
import io.github.arazzojunit.http.Transport;
import io.github.arazzojunit.http.TransportSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that a run adds to a server which also has mappings of the user. */
class AnswersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path root;

    private final Transport transport = new JdkTransport(new TransportSettings(PATIENCE, PATIENCE, false, 1_000_000));
    private StubServers servers = new StubServers(StubConfiguration.defaults());
    private StubServer server;

    @BeforeEach
    void start() throws Exception {
        Path mappings = Files.createDirectories(root.resolve("mappings"));
        Files.writeString(mappings.resolve("all.json"), """
                {"mappings": [
                  {"request": {"url": "/mine"}, "response": {"body": "mine"}},
                  {"request": {"url": "/plain"}, "response": {"status": 201, "body": "mine"}},
                  {"request": {"url": "/file"}, "response": {"status": 201, "bodyFileName": "stored.txt"}},
                  {"request": {"url": "/parts"}, "response": {"status": 201,
                   "body": "{{request.parts.files.body}}-{{request.parts.files-2.body}}"}},
                  {"request": {"method": "POST", "url": "/order", "bodyPatterns": [{"equalToJson": {"sku": "chair"}}]},
                   "response": {"body": "mine"}},
                  {"scenarioName": "once", "requiredScenarioState": "Started", "newScenarioState": "over",
                   "request": {"url": "/once"}, "response": {"body": "mine"}}]}
                """);
        Files.writeString(
                Files.createDirectories(root.resolve("__files")).resolve("stored.txt"),
                "stored {{request.parts.files.body}}");
        servers = new StubServers(new StubConfiguration(List.of(root.toString()), 0));
        server = servers.acquire().server();
    }

    @AfterEach
    void stop() {
        servers.close();
        transport.close();
    }

    private HttpRequest get(String path) {
        return new HttpRequest("GET", URI.create(server.baseUrl() + path), List.of(), Optional.empty());
    }

    private HttpRequest post(String path, String json) {
        return new HttpRequest(
                "POST",
                URI.create(server.baseUrl() + path),
                List.of(new Header("Content-Type", "application/json")),
                Optional.of(Bytes.utf8(json)));
    }

    private static HttpResponse json(int status, String body) {
        return new HttpResponse(status, List.of(new Header("Content-Type", "application/json")), Bytes.utf8(body));
    }

    private HttpResponse send(HttpRequest request) throws Exception {
        return transport.send(request, PATIENCE);
    }

    @Test
    void the_server_knows_what_mappings_of_the_user_serve() throws Exception {
        assertThat(server.serves(get("/mine"))).isTrue();
        assertThat(server.serves(get("/other"))).isFalse();
        assertThat(server.serves(post("/order", "{\"sku\": \"chair\"}"))).isTrue();
        assertThat(server.serves(post("/order", "{\"sku\": \"table\"}"))).isFalse();
    }

    @Test
    void a_mapping_serves_only_in_its_state_of_the_scenario() throws Exception {
        assertThat(server.serves(get("/once"))).isTrue();
        send(get("/once"));
        assertThat(server.serves(get("/once"))).isFalse();
    }

    @Test
    void an_answer_never_counts_as_a_mapping_of_the_user_and_never_hides_one() throws Exception {
        server.answer(get("/other"), json(201, "{}"));
        server.answer(get("/mine"), json(201, "{}"));

        assertThat(server.serves(get("/other"))).isFalse();
        assertThat(send(get("/other")).status()).isEqualTo(201);
        assertThat(send(get("/mine")).bodyAsText()).isEqualTo("mine");
    }

    @Test
    void the_latest_answer_to_a_request_replaces_the_earlier_one() throws Exception {
        server.answer(get("/other?page=1"), json(200, "{\"n\":1}"));
        server.answer(get("/other?page=1"), json(200, "{\"n\":2}"));
        server.answer(get("/other?page=2"), json(200, "{\"n\":3}"));

        assertThat(send(get("/other?page=1")).bodyAsText()).isEqualTo("{\"n\":2}");
        assertThat(send(get("/other?page=2")).bodyAsText()).isEqualTo("{\"n\":3}");
    }

    @Test
    void an_answer_is_gone_after_a_reset() throws Exception {
        server.answer(get("/other"), json(200, "{}"));
        server.reset();

        assertThat(send(get("/other")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"{{now}}\"}", "{\"a\":\"\\u00e9 ü\"}", "{\"a\":\"\\\\{{b}}\"}", ""})
    void an_answer_arrives_as_it_is(String body) throws Exception {
        server.answer(get("/other"), json(200, body));

        assertThat(send(get("/other")).bodyAsText()).isEqualTo(body);
    }

    @Test
    void headers_arrive_as_they_are() throws Exception {
        HttpResponse response = new HttpResponse(
                302,
                List.of(
                        new Header("Location", "/{{x}}"),
                        new Header("Set-Cookie", "a=1"),
                        new Header("Set-Cookie", "b=2")),
                Bytes.EMPTY);
        server.answer(get("/other"), response);

        HttpResponse received = send(get("/other"));
        assertThat(received.header("Location")).hasValue("/{{x}}");
        assertThat(received.headers())
                .filteredOn(header -> header.isNamed("Set-Cookie"))
                .hasSize(2);
    }

    @Test
    void an_answer_to_a_body_that_repeats_the_name_of_a_part_arrives() throws Exception {
        HttpRequest upload = upload("/other");
        server.answer(upload, json(201, "{\"stored\":2}"));

        HttpResponse received = send(upload);

        assertThat(received.status()).isEqualTo(201);
        assertThat(received.bodyAsText()).isEqualTo("{\"stored\":2}");
    }

    @ParameterizedTest
    @CsvSource({
        "/parts, one-two",
        "/file, stored one",
        "/plain, mine",
    })
    void mappings_of_the_user_answer_a_body_that_repeats_the_name_of_a_part(String path, String answer)
            throws Exception {
        HttpResponse received = send(upload(path));

        assertThat(received.status()).isEqualTo(201);
        assertThat(received.bodyAsText()).isEqualTo(answer);
    }

    private HttpRequest upload(String path) {
        String part = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"f\"\r\n\r\n";
        return new HttpRequest(
                "POST",
                URI.create(server.baseUrl() + path),
                List.of(new Header("Content-Type", "multipart/form-data; boundary=x")),
                Optional.of(Bytes.utf8(part + "one\r\n" + part + "two\r\n--x--\r\n")));
    }
}
