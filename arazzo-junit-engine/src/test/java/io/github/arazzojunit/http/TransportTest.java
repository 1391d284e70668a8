package io.github.arazzojunit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.http.TransportException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What both transports do, byte for byte alike. */
@ParameterizedClass
@MethodSource("transports")
class TransportTest {

    private static final TransportSettings SETTINGS =
            new TransportSettings(Duration.ofSeconds(5), Duration.ofSeconds(5), false, 2_000);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final byte[] JSON =
            "{\"amount\":10.00,\"id\":123456789012345678901}".getBytes(StandardCharsets.UTF_8);

    /** Makes a transport. */
    interface Factory {
        Transport create(TransportSettings settings);
    }

    @Parameter
    Factory factory;

    private WireServer server;
    private Transport transport;

    static Stream<Named<Factory>> transports() {
        return Stream.of(
                Named.of("jdk", JdkTransport::new),
                Named.of("rest-assured", settings -> new RestAssuredTransport(settings, List.of())));
    }

    @BeforeEach
    void start() throws IOException {
        server = WireServer.start();
        transport = factory.create(SETTINGS);
    }

    @AfterEach
    void stop() throws IOException {
        transport.close();
        server.close();
    }

    private HttpRequest request(String method, String target, List<Header> headers, String body) {
        return new HttpRequest(
                method, server.uri(target), headers, Optional.ofNullable(body).map(Bytes::utf8));
    }

    private HttpResponse get(String target) throws TransportException {
        return transport.send(request("GET", target, List.of(), null), TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "QUERY", "COPY"})
    void BOD_13_every_method_is_sent_with_its_body_and_headers_as_they_are(String method) throws Exception {
        server.answer("/", "HTTP/1.1 204 No Content", "");
        String target = "/a%2Fb/%C3%A9?q=1%202&q=a+b&empty=&r=%5B%5D";
        List<Header> headers = List.of(
                new Header("X-one", "1"),
                new Header("X-one", "2"),
                new Header("Content-Type", "application/json"),
                new Header("Accept", "application/json, text/plain;q=0.5"),
                new Header("Cookie", "a=1; b=2"));

        HttpResponse response = transport.send(request(method, target, headers, "{\"é\": 1.10}"), TIMEOUT);

        assertThat(response.status()).isEqualTo(204);
        assertThat(server.received()).singleElement().satisfies(received -> {
            assertThat(received.requestLine()).isEqualTo(method + " " + target + " HTTP/1.1");
            assertThat(received.values("X-One")).containsExactly("1", "2");
            assertThat(received.values("Content-Type")).containsExactly("application/json");
            assertThat(received.values("Accept")).containsExactly("application/json, text/plain;q=0.5");
            assertThat(received.values("Cookie")).containsExactly("a=1; b=2");
            assertThat(received.values("Content-Length")).containsExactly("12");
            assertThat(received.body())
                    .isEqualTo(
                            new String("{\"é\": 1.10}".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE"})
    void BOD_14_without_a_body_nothing_is_sent_and_no_header_of_content_appears(String method) throws Exception {
        server.answer("/", "HTTP/1.1 200 OK", "");

        transport.send(request(method, "/", List.of(new Header("Accept", "*/*")), null), TIMEOUT);

        assertThat(server.received()).singleElement().satisfies(received -> {
            assertThat(received.body()).isEmpty();
            assertThat(received.values("Content-Type")).isEmpty();
            assertThat(received.values("Cookie")).isEmpty();
            assertThat(received.values("Accept-Encoding")).isEmpty();
            assertThat(received.values("Content-Length")).isSubsetOf("0");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "multipart/related",
                "application/xml",
                "text/plain",
                "text/plain; charset=ISO-8859-1",
                "image/png",
                "application/vnd.acme+json",
                "application/merge-patch+json"
            })
    void a_body_of_any_media_type_is_sent_byte_by_byte_and_its_type_is_left_alone(String contentType) throws Exception {
        server.answer("/", "HTTP/1.1 200 OK", "");
        byte[] bytes = {'a', '=', (byte) 0xE9, 0, (byte) 0xFF, '\n'};

        transport.send(
                new HttpRequest(
                        "POST",
                        server.uri("/"),
                        List.of(new Header("Content-Type", contentType)),
                        Optional.of(Bytes.of(bytes))),
                TIMEOUT);

        assertThat(server.received()).singleElement().satisfies(received -> {
            assertThat(received.values("Content-Type")).containsExactly(contentType);
            assertThat(received.body().getBytes(StandardCharsets.ISO_8859_1)).containsExactly(bytes);
        });
    }

    @Test
    void headers_that_belong_to_the_connection_are_the_clients_own() throws Exception {
        server.answer("/", "HTTP/1.1 200 OK", "");
        List<Header> headers = List.of(
                new Header("Host", "elsewhere.test"),
                new Header("Content-Length", "99"),
                new Header("Transfer-Encoding", "chunked"));

        transport.send(request("POST", "/", headers, "ab"), TIMEOUT);

        assertThat(server.received()).singleElement().satisfies(received -> {
            assertThat(received.values("Host")).containsExactly(server.uri("/").getAuthority());
            assertThat(received.values("Content-Length")).containsExactly("2");
            assertThat(received.values("Transfer-Encoding")).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 302, 400, 401, 404, 407, 418, 500, 503})
    void HTTP_05_every_status_is_a_response(int status) throws Exception {
        server.answer("/", "HTTP/1.1 " + status + " Whatever\nContent-Type: application/json\nX-A: 1\nX-A: 2", JSON);

        HttpResponse response = get("/");

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body()).isEqualTo(Bytes.of(JSON));
        assertThat(response.header("x-a")).hasValue("1, 2");
        assertThat(response.bodyAsJson().map(JsonNode::toString)).hasValue(new String(JSON, StandardCharsets.UTF_8));
    }

    @Test
    void HTTP_04_a_redirect_is_not_followed() throws Exception {
        server.answer("/old", "HTTP/1.1 302 Found\nLocation: /new?code=1", "").answer("/new", "HTTP/1.1 200 OK", "");

        HttpResponse response = get("/old");

        assertThat(response.status()).isEqualTo(302);
        assertThat(response.header("Location")).hasValue("/new?code=1");
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void HTTP_06_cookies_are_not_kept() throws Exception {
        server.answer("/", "HTTP/1.1 200 OK\nSet-Cookie: sid=1; Path=/\nSet-Cookie: b=2", "");

        assertThat(get("/").header("Set-Cookie")).hasValue("sid=1; Path=/");
        get("/");

        assertThat(server.received())
                .allSatisfy(received -> assertThat(received.values("Cookie")).isEmpty());
    }

    @Test
    void the_response_to_HEAD_has_headers_and_no_body() throws Exception {
        server.answer("/", "HTTP/1.1 200 OK\nContent-Length: 999\nContent-Encoding: gzip", new byte[0]);

        HttpResponse response = transport.send(request("HEAD", "/", List.of(), null), TIMEOUT);

        assertThat(response.body().isEmpty()).isTrue();
        assertThat(response.header("Content-Length")).hasValue("999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "deflate", "raw deflate", "identity", "deflate, gzip"})
    void HTTP_08_content_codings_are_removed(String coding) throws Exception {
        String name = coding.replace("raw ", "");
        server.answer(
                "/",
                "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Encoding: " + name,
                encoded(JSON, coding));

        HttpResponse response = get("/");

        assertThat(response.body()).isEqualTo(Bytes.of(JSON));
        assertThat(response.header("Content-Encoding")).hasValue(name);
    }

    private static byte[] encoded(byte[] content, String coding) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = switch (coding) {
            case "gzip", "x-gzip" -> new GZIPOutputStream(bytes);
            case "deflate" -> new DeflaterOutputStream(bytes);
            case "raw deflate" -> new DeflaterOutputStream(bytes, new Deflater(9, true));
            case "deflate, gzip" -> new DeflaterOutputStream(new GZIPOutputStream(bytes));
            default -> bytes;
        }) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void HTTP_08_a_body_that_only_claims_to_be_gzip_is_a_failure() {
        server.answer("/", "HTTP/1.1 200 OK\nContent-Encoding: gzip", "plain");

        assertThat(failure("/").reason()).isEqualTo(Reason.BROKEN);
    }

    @Test
    void HTTP_08_binary_bodies_arrive_byte_by_byte() throws Exception {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        server.answer("/", "HTTP/1.1 200 OK\nContent-Type: image/png", bytes);

        assertThat(get("/").body()).isEqualTo(Bytes.of(bytes));
    }

    @Test
    void a_body_of_the_largest_allowed_size_is_read() throws Exception {
        server.answer("/", "HTTP/1.1 200 OK", new byte[SETTINGS.maxResponseBytes()]);

        assertThat(get("/").body().size()).isEqualTo(SETTINGS.maxResponseBytes());
    }

    @Test
    void a_body_over_the_limit_fails_with_the_limit() {
        server.answer("/", "HTTP/1.1 200 OK", new byte[SETTINGS.maxResponseBytes() + 1]);

        assertThat(failure("/")).extracting(TransportException::reason).isEqualTo(Reason.TOO_LARGE);
        assertThat(failure("/"))
                .hasMessageContaining("larger than 2000 bytes")
                .hasMessageContaining("arazzo.limits.response-size");
    }

    @Test
    void a_small_body_that_unpacks_to_a_huge_one_fails() throws Exception {
        server.answer("/", "HTTP/1.1 200 OK\nContent-Encoding: gzip", encoded(new byte[100_000], "gzip"));

        assertThat(failure("/").reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void a_server_that_never_answers_is_a_time_out() {
        TransportException failure = failure("/", Duration.ofMillis(200));

        assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(failure)
                .hasMessageContaining("GET " + server.uri("/"))
                .hasMessageContaining("within 200 ms")
                .hasMessageContaining("arazzo.http.response-timeout");
    }

    @Test
    void a_body_that_never_ends_is_a_time_out() {
        server.answer("/", "HTTP/1.1 200 OK\nContent-Length: 10\n" + WireServer.HELD, "short");

        assertThat(failure("/", Duration.ofMillis(300)).reason()).isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void a_closed_port_is_refused_with_host_and_port() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        TransportException failure = failure(URI.create("http://localhost:" + port + "/x"));

        assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
        assertThat(failure)
                .hasMessageContaining("nothing accepts connections at localhost:" + port)
                .hasMessageContaining("Start the server");
    }

    @Test
    void an_unknown_host_is_named() {
        TransportException failure = failure(URI.create("http://no-such-host.invalid/x"));

        assertThat(failure.reason()).isEqualTo(Reason.UNKNOWN_HOST);
        assertThat(failure).hasMessageContaining("no-such-host.invalid:80");
    }

    @Test
    void https_to_a_plain_port_is_a_TLS_failure() {
        TransportException failure =
                failure(URI.create("https://localhost:" + server.uri("/").getPort() + "/"));

        assertThat(failure.reason()).isEqualTo(Reason.TLS);
    }

    @Test
    void many_threads_share_one_transport() throws Exception {
        server.answer("/", "HTTP/1.1 200 OK\nContent-Type: application/json", JSON);
        List<Thread> threads = new ArrayList<>();
        List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(() -> {
                for (int n = 0; n < 10; n++) {
                    try {
                        statuses.add(get("/").status());
                    } catch (TransportException e) {
                        statuses.add(-1);
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        Integer[] expected = new Integer[80];
        Arrays.fill(expected, 200);
        assertThat(statuses).containsExactly(expected);
    }

    private TransportException failure(String target) {
        return failure(target, TIMEOUT);
    }

    private TransportException failure(String target, Duration timeout) {
        return catchThrowableOfType(
                TransportException.class, () -> transport.send(request("GET", target, List.of(), null), timeout));
    }

    private TransportException failure(URI uri) {
        return catchThrowableOfType(
                TransportException.class,
                () -> transport.send(new HttpRequest("GET", uri, List.of(), Optional.empty()), TIMEOUT));
    }
}
