package io.github.arazzojunit.stub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StubServersTest {

    private static final String PING = """
            {"request": {"method": "GET", "urlPath": "/ping"}, "response": {"status": 200, "body": "pong"}}
            """;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path root;

    @Test
    void a_mapping_of_a_folder_is_served_with_its_body_file() throws Exception {
        write("mappings/pets/one.json", """
            {"request": {"url": "/pets/1"}, "response": {"bodyFileName": "pets/one.json"}}
            """);
        write("__files/pets/one.json", "{\"id\": 1}");

        try (StubServers servers = servers(root.toString());
                StubLease lease = servers.acquire()) {
            assertThat(get(lease, "/pets/1").body()).isEqualTo("{\"id\": 1}");
        }
    }

    @Test
    void several_mappings_may_stand_in_one_file_with_comments() throws Exception {
        write("mappings/all.json", """
            {"mappings": [ // two
              {"request": {"url": "/a"}, "response": {"status": 201}},
              {"request": {"url": "/b"}, "response": {"status": 202}}]}
            """);

        try (StubServers servers = servers(root.toString());
                StubLease lease = servers.acquire()) {
            assertThat(get(lease, "/a").statusCode()).isEqualTo(201);
            assertThat(get(lease, "/b").statusCode()).isEqualTo(202);
        }
    }

    @Test
    void responses_are_templates() throws Exception {
        write("mappings/echo.json", """
            {"request": {"urlPath": "/echo"}, "response": {"body": "hello {{request.query.name}}"}}
            """);

        try (StubServers servers = servers(root.toString());
                StubLease lease = servers.acquire()) {
            assertThat(get(lease, "/echo?name=ann").body()).isEqualTo("hello ann");
        }
    }

    @Test
    void a_body_file_outside_of_the_roots_is_never_served() throws Exception {
        Path secret = Files.writeString(root.resolve("secret.txt"), "do not show");
        write("stubs/mappings/any.json", """
            {"request": {"urlPath": "/file"}, "response": {"bodyFileName": "{{request.query.name}}"}}
            """);
        write("stubs/__files/public.txt", "public");

        try (StubServers servers = servers(root.resolve("stubs").toString());
                StubLease lease = servers.acquire()) {
            assertThat(get(lease, "/file?name=public.txt").body()).isEqualTo("public");
            assertThat(get(lease, "/file?name=../../secret.txt").body()).doesNotContain("do not show");
            assertThat(get(lease, "/file?name=" + secret).body()).doesNotContain("do not show");
        }
    }

    @Test
    void the_mapping_of_the_earlier_root_wins() throws Exception {
        write("first/mappings/a.json", "{\"request\": {\"url\": \"/a\"}, \"response\": {\"body\": \"first\"}}");
        write("second/mappings/a.json", "{\"request\": {\"url\": \"/a\"}, \"response\": {\"bodyFileName\": \"a\"}}");
        write("second/__files/a", "second");

        try (StubServers servers = servers(
                        root.resolve("first").toString(), root.resolve("second").toString());
                StubLease lease = servers.acquire()) {
            assertThat(get(lease, "/a").body()).isEqualTo("first");
        }
    }

    @Test
    void class_path_roots_are_read_from_folders_and_from_jars() throws Exception {
        Path jar = root.resolve("with space.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entry(entries, "api/", "");
            entry(entries, "api/mappings/in jar.json", """
                {"request": {"url": "/jar"}, "response": {"bodyFileName": "in jar.txt"}}
                """);
            entry(entries, "api/__files/in jar.txt", "from the jar");
            entry(entries, "apidocs/mappings/other.json", "not a mapping of ours");
        }
        write("classes/api/mappings/folder.json", """
            {"request": {"url": "/folder"}, "response": {"body": "from the folder"}}
            """);
        Path classes = root.resolve("classes");

        ClassLoader before = Thread.currentThread().getContextClassLoader();
        URL[] classPath = {classes.toUri().toURL(), jar.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classPath, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            try (StubServers servers = servers("classpath:api");
                    StubLease lease = servers.acquire()) {
                assertThat(get(lease, "/jar").body()).isEqualTo("from the jar");
                assertThat(get(lease, "/folder").body()).isEqualTo("from the folder");
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void the_default_root_may_be_missing() throws Exception {
        try (StubServers servers = new StubServers(StubConfiguration.defaults());
                StubLease lease = servers.acquire()) {
            assertThat(get(lease, "/ping").statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({"classpath:no/such/root, is not on the class path", "no/such/root, is no folder"})
    void a_configured_root_that_does_not_exist_is_named(String location, String why) {
        try (StubServers servers = servers(location)) {
            assertThatThrownBy(servers::acquire)
                    .isInstanceOf(StubException.class)
                    .hasMessageContaining("'" + location + "' " + why)
                    .hasMessageContaining("arazzo.stubs");
        }
    }

    @Test
    void a_mapping_that_is_no_json_is_named_with_line_and_column() throws Exception {
        write("mappings/broken.json", "{\n  \"request\": oops\n}");

        try (StubServers servers = servers(root.toString())) {
            assertThatThrownBy(servers::acquire)
                    .isInstanceOf(StubException.class)
                    .hasMessageContaining("mappings/broken.json")
                    .hasMessageContaining("'oops'")
                    .hasMessageContaining("line 2, column");
        }
    }

    @Test
    void a_mapping_that_WireMock_does_not_know_is_named_with_the_reason() throws Exception {
        write("mappings/odd.json", "{\"request\": {\"url\": \"/a\"}, \"response\": {\"statsu\": 200}}");

        try (StubServers servers = servers(root.toString())) {
            assertThatThrownBy(servers::acquire)
                    .isInstanceOf(StubException.class)
                    .hasMessageContaining("mappings/odd.json")
                    .hasMessageContaining("\"statsu\"")
                    .hasMessageContaining("/response");
        }
    }

    @Test
    void a_mapping_whose_body_file_is_missing_is_named() throws Exception {
        write("mappings/lost.json", "{\"request\": {\"url\": \"/a\"}, \"response\": {\"bodyFileName\": \"lost.txt\"}}");

        try (StubServers servers = servers(root.toString())) {
            assertThatThrownBy(servers::acquire)
                    .isInstanceOf(StubException.class)
                    .hasMessageContaining("mappings/lost.json")
                    .hasMessageContaining("'lost.txt'");
        }
    }

    @Test
    void the_nearest_stub_is_told_with_its_file() throws Exception {
        write("mappings/pet.json", "{\"name\": \"a pet\", \"request\": {\"url\": \"/pets\"}, \"response\": {}}");

        try (StubServers servers = servers(root.toString());
                StubLease lease = servers.acquire()) {
            get(lease, "/pet");

            assertThat(lease.server().lastUnmatched().orElseThrow().nearestStub())
                    .contains("a pet (" + root + "/mappings/pet.json)");
        }
    }

    @Test
    void leases_at_the_same_time_have_servers_of_their_own() throws Exception {
        try (StubServers servers = new StubServers(StubConfiguration.defaults());
                StubLease one = servers.acquire();
                StubLease other = servers.acquire()) {
            one.server().add(PING);

            assertThat(get(one, "/ping").body()).isEqualTo("pong");
            assertThat(get(other, "/ping").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_server_is_used_again_in_its_initial_state() throws Exception {
        write("mappings/state.json", """
            {"mappings": [
              {"scenarioName": "s", "requiredScenarioState": "Started", "newScenarioState": "done",
               "request": {"url": "/s"}, "response": {"body": "first"}},
              {"scenarioName": "s", "requiredScenarioState": "done",
               "request": {"url": "/s"}, "response": {"body": "later"}}]}
            """);

        try (StubServers servers = servers(root.toString())) {
            URI used;
            try (StubLease lease = servers.acquire()) {
                used = lease.server().baseUrl();
                lease.server().add(PING);
                assertThat(get(lease, "/ping").body()).isEqualTo("pong");
                assertThat(get(lease, "/s").body()).isEqualTo("first");
                assertThat(get(lease, "/s").body()).isEqualTo("later");
                assertThat(get(lease, "/nothing").statusCode()).isEqualTo(404);
            }
            try (StubLease lease = servers.acquire()) {
                assertThat(lease.server().baseUrl()).isEqualTo(used);
                assertThat(lease.server().lastUnmatched()).isEmpty();
                assertThat(get(lease, "/s").body()).isEqualTo("first");
                assertThat(get(lease, "/ping").statusCode()).isEqualTo(404);
            }
        }
    }

    @Test
    void a_lease_that_is_closed_twice_gives_its_server_back_once() {
        try (StubServers servers = new StubServers(StubConfiguration.defaults())) {
            StubLease lease = servers.acquire();
            lease.close();
            lease.close();

            try (StubLease one = servers.acquire();
                    StubLease other = servers.acquire()) {
                assertThat(one.server().baseUrl()).isNotEqualTo(other.server().baseUrl());
            }
        }
    }

    @Test
    void a_fixed_port_is_served_by_one_server_that_leases_wait_for() throws Exception {
        int port = freePort();
        try (StubServers servers = new StubServers(new StubConfiguration(List.of(), port))) {
            StubLease first = servers.acquire();
            assertThat(first.server().baseUrl()).isEqualTo(URI.create("http://localhost:" + port));
            CompletableFuture<StubLease> second = CompletableFuture.supplyAsync(servers::acquire);
            assertThat(second).isNotDone();

            first.close();

            try (StubLease lease = second.get(10, TimeUnit.SECONDS)) {
                assertThat(lease.server().baseUrl().getPort()).isEqualTo(port);
            }
        }
    }

    @Test
    void the_wait_for_a_fixed_port_that_nobody_hands_back_ends_and_says_who_may_hold_it() throws Exception {
        int port = freePort();
        try (StubServers servers = new StubServers(new StubConfiguration(List.of(), port), Duration.ZERO)) {
            StubLease held = servers.acquire();

            assertThatThrownBy(servers::acquire)
                    .isInstanceOf(StubException.class)
                    .hasMessageContaining("on port " + port + " (arazzo.stubs.port), was not free within 0 s")
                    .hasMessageContaining("a document with 'dependsOn'")
                    .hasMessageContaining("remove 'arazzo.stubs.port'");

            held.close();
            try (StubLease lease = servers.acquire()) {
                assertThat(lease.server().baseUrl().getPort()).isEqualTo(port);
            }
        }
    }

    @Test
    void a_fixed_port_in_use_is_named_with_its_key() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"));
                StubServers servers = new StubServers(new StubConfiguration(List.of(), taken.getLocalPort()))) {
            assertThatThrownBy(servers::acquire)
                    .isInstanceOf(StubException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " (arazzo.stubs.port) is in use");
            assertThatThrownBy(servers::acquire)
                    .as("the failure frees the only permit")
                    .isInstanceOf(StubException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1", "65536"})
    void a_port_out_of_range_is_refused(int port) {
        assertThatThrownBy(() -> new StubConfiguration(List.of(), port))
                .isInstanceOf(StubException.class)
                .hasMessageContaining("arazzo.stubs.port is " + port);
    }

    @Test
    void a_warmed_up_server_is_the_one_that_is_acquired() throws Exception {
        try (StubServers servers = new StubServers(StubConfiguration.defaults())) {
            servers.warmUp();
            try (StubLease lease = servers.acquire()) {
                assertThat(get(lease, "/ping").statusCode()).isEqualTo(404);
            }
        }
    }

    @Test
    void a_failed_warm_up_is_reported_by_acquire() {
        try (StubServers servers = servers("no/such/root")) {
            servers.warmUp();
            assertThatThrownBy(servers::acquire).hasMessageContaining("no/such/root");
        }
    }

    @Test
    void closed_servers_answer_no_more_and_lease_no_more() {
        StubServers servers = new StubServers(StubConfiguration.defaults());
        StubLease lease = servers.acquire();
        servers.close();
        lease.close();

        assertThatThrownBy(() -> get(lease, "/ping")).isInstanceOf(IOException.class);
        assertThatThrownBy(servers::acquire).isInstanceOf(StubException.class).hasMessageContaining("stopped");
    }

    private static StubServers servers(String... roots) {
        return new StubServers(new StubConfiguration(List.of(roots), 0));
    }

    private HttpResponse<String> get(StubLease lease, String path) throws IOException, InterruptedException {
        URI uri = URI.create(lease.server().baseUrl() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void entry(JarOutputStream jar, String name, String text) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(text.getBytes(UTF_8));
        jar.closeEntry();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            return socket.getLocalPort();
        }
    }
}
