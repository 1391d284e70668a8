package io.github.arazzojunit.runner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HttpRequest;
import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands are run, and what arrives is what the engine sent. */
class CurlCommandTest {

    private static final String FILE = "attempt-1.request-body";

    /** What arrived. */
    private record Received(String method, String target, List<Header> headers, Bytes body) {}

    @TempDir
    Path folder;

    @BeforeAll
    static void needCommands() {
        for (String command : List.of("bash", "curl")) {
            assumeTrue(
                    Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                            .anyMatch(path -> Files.isExecutable(Path.of(path, command))),
                    "needs the command " + command);
        }
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                        "",
                        "plain",
                        "it's $HOME `x` \"q\" !! \\ \\n %41",
                        "@/etc/hostname",
                        "line1\nline2\r\n\ttab   three blanks  'q'\n",
                        "<a>\n  <b>x</b>\n</a>\n",
                        "--x\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\na\nb\r\n--x--\r\n",
                        "\u0001 \u007f \u001b[31m 1",
                        "{\"a\": \"M\u00fcller \u20ac\"}",
                        "a=1&b=2+3%20",
                        "x".repeat(1000),
                        "x\n".repeat(1000))
                .map(text -> Arguments.of(Bytes.utf8(text)));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void the_body_arrives_byte_by_byte(Bytes body) throws Exception {
        assertThat(run(new HttpRequest(
                                "POST",
                                URI.create("http://localhost/x"),
                                List.of(new Header("Content-Type", "text/plain")),
                                Optional.of(body)))
                        .body())
                .isEqualTo(body);
    }

    @Test
    void a_body_that_is_no_text_is_read_from_the_file() throws Exception {
        for (Bytes body : List.of(
                Bytes.of(new byte[] {(byte) 0x89, 'P', 0, '\r', '\n', (byte) 0xff}),
                Bytes.of("M\u00fcller".getBytes(ISO_8859_1)),
                Bytes.utf8("a\0b"))) {
            HttpRequest request =
                    new HttpRequest("PUT", URI.create("http://localhost/x"), List.of(), Optional.of(body));

            assertThat(command(request).text()).endsWith("--data-binary @" + FILE);
            assertThat(run(request).body()).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void method_and_target_arrive_as_they_were(String method, String target) throws Exception {
        Received received =
                run(new HttpRequest(method, URI.create("http://localhost" + target), List.of(), Optional.empty()));

        assertThat(received.method()).isEqualTo(method);
        assertThat(received.target()).isEqualTo(target);
        assertThat(received.body().isEmpty()).isTrue();
    }

    static Stream<Arguments> targets() {
        return Stream.of(
                Arguments.of("GET", "/x?q=it's%20%24HOME!!"),
                Arguments.of("DELETE", "/x?a[b]=1"),
                Arguments.of("HEAD", "/x"),
                Arguments.of("OPTIONS", "/a/../b/./c"),
                Arguments.of("PATCH", "/%7Bx%7D;a=1,2"));
    }

    @Test
    void headers_arrive_as_they_were_and_none_is_added_for_the_body() throws Exception {
        Header quoted = new Header("X-H", "it's \"q\" $HOME \\ !");
        Header empty = new Header("X-Empty", "");
        Header cookie = new Header("Cookie", "c=a'b");

        Received received = run(new HttpRequest(
                "POST",
                URI.create("http://localhost/x"),
                List.of(quoted, empty, cookie),
                Optional.of(Bytes.utf8("x"))));

        assertThat(received.headers())
                .extracting(Header::value)
                .contains(quoted.value(), empty.value(), cookie.value());
        assertThat(received.headers()).noneMatch(header -> header.isNamed("Content-Type"));
    }

    @Test
    void SEC_11_secrets_are_masked_in_the_command_and_in_the_file() {
        String secret = "{\"token\": \"abcdefgh123456\", \"text\": \"%s\"}";
        for (String body : List.of(secret.formatted("x"), secret.formatted("x".repeat(2000)))) {
            CurlCommand command = command(new HttpRequest(
                    "POST",
                    URI.create("http://localhost/x?token=abcdefgh123456"),
                    List.of(new Header("Content-Type", "application/json")),
                    Optional.of(Bytes.utf8(body))));

            assertThat(command.text() + command.file().map(bytes -> bytes.text(UTF_8)))
                    .contains("***")
                    .doesNotContain("abcdefgh123456");
        }
    }

    private static CurlCommand command(HttpRequest request) {
        return new CurlCommand(request, Masker.of(List.of("token")), FILE);
    }

    private Received run(HttpRequest request) throws Exception {
        List<Received> received = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            List<Header> headers = new ArrayList<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
            received.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    headers,
                    Bytes.of(exchange.getRequestBody().readAllBytes())));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            URI uri = URI.create(request.uri()
                    .toString()
                    .replace(
                            "http://localhost",
                            "http://localhost:" + server.getAddress().getPort()));
            CurlCommand command = command(new HttpRequest(request.method(), uri, request.headers(), request.body()));
            if (command.file().isPresent()) {
                Files.write(folder.resolve(FILE), command.file().get().toArray());
            }
            // In a file, so that the locale of the Java process plays no part.
            Path script = folder.resolve("command");
            Files.writeString(script, command.text() + " --silent --show-error --noproxy '*'\n");
            Process process = new ProcessBuilder("bash", script.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
        } finally {
            server.stop(0);
        }
        assertThat(received).hasSize(1);
        return received.get(0);
    }
}
