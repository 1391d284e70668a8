package io.github.arazzojunit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.arazzojunit.http.TransportException.Reason;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.net.ssl.SSLServerSocket;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.DefaultHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users of REST Assured set up for their connections works, for their request and for no other. */
@SuppressWarnings("deprecation")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RestAssuredConnectionsTest {

    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Duration SHORT = Duration.ofMillis(300);

    private static Transport transport(UnaryOperator<RequestSpecification> customizer) {
        return new RestAssuredTransport(new TransportSettings(LONG, LONG, false, 100_000), List.of(customizer));
    }

    private static HttpRequest get(URI uri) {
        return new HttpRequest("GET", uri, List.of(), Optional.empty());
    }

    private static HttpResponse get(URI uri, UnaryOperator<RequestSpecification> customizer) throws TransportException {
        try (Transport transport = transport(customizer)) {
            return transport.send(get(uri), LONG);
        }
    }

    private static UnaryOperator<RequestSpecification> clientOf(HttpClientConfig.HttpClientFactory factory) {
        return specification -> specification.config(RestAssuredConfig.config()
                .httpClient(HttpClientConfig.httpClientConfig().httpClientFactory(factory)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic realm=\"r\"", "Digest realm=\"r\", nonce=\"n\", qop=\"auth\""})
    void a_challenge_is_answered_on_the_same_connection_for_the_url_that_is_sent(String challenge) throws Exception {
        try (ScriptedServer server = new ScriptedServer(connection -> {
            connection.request();
            connection.write("HTTP/1.1 401 Who\r\nWWW-Authenticate: " + challenge + "\r\nContent-Length: 2\r\n\r\nno");
            connection.request();
            connection.answer("ok");
            connection.hold();
        })) {
            UnaryOperator<RequestSpecification> user = challenge.startsWith("Basic")
                    ? specification -> specification.auth().basic("user", "pass")
                    : specification -> specification.auth().digest("user", "pass");

            assertThat(get(server.uri("/a//b?x=1&y=2&x=3"), user).bodyAsText()).isEqualTo("ok");

            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.heads())
                    .hasSize(2)
                    .last()
                    .satisfies(head -> assertThat(head)
                            .startsWith("GET /a//b?x=1&y=2&x=3 HTTP/1.1\r\n")
                            .contains(
                                    challenge.startsWith("Basic")
                                            ? "Authorization: Basic dXNlcjpwYXNz\r\n"
                                            : "uri=\"/a//b?x=1&y=2&x=3\""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic realm=\"r\"", "Digest realm=\"r\", nonce=\"n\", qop=\"auth\""})
    void a_challenge_to_a_request_with_a_body_is_answered_with_the_same_body(String challenge) throws Exception {
        List<String> bodies = new CopyOnWriteArrayList<>();
        try (ScriptedServer server = new ScriptedServer(connection -> {
                    connection.request();
                    bodies.add(connection.body(5));
                    connection.write(
                            "HTTP/1.1 401 Who\r\nWWW-Authenticate: " + challenge + "\r\nContent-Length: 2\r\n\r\nno");
                    connection.request();
                    bodies.add(connection.body(5));
                    connection.answer("ok");
                });
                Transport transport = transport(specification -> challenge.startsWith("Basic")
                        ? specification.auth().basic("user", "pass")
                        : specification.auth().digest("user", "pass"))) {
            HttpRequest post = new HttpRequest(
                    "POST",
                    server.uri("/"),
                    List.of(new Header("Content-Type", "application/json")),
                    Optional.of(Bytes.utf8("{\"a\"}")));

            assertThat(transport.send(post, LONG).bodyAsText()).isEqualTo("ok");

            assertThat(bodies).containsExactly("{\"a\"}", "{\"a\"}");
            assertThat(server.heads()).allSatisfy(head -> assertThat(head).contains("Content-Length: 5\r\n"));
        }
    }

    @Test
    void NTLM_proves_the_user_on_one_connection() throws Exception {
        ByteBuffer second = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
        second.put("NTLMSSP\0".getBytes(StandardCharsets.US_ASCII))
                .putInt(2)
                .putLong(0)
                .putInt(0x201)
                .putLong(7);
        String challenge = Base64.getEncoder().encodeToString(second.array());
        try (ScriptedServer server = new ScriptedServer(connection -> {
            connection.request();
            connection.write("HTTP/1.1 401 Who\r\nWWW-Authenticate: NTLM\r\nContent-Length: 0\r\n\r\n");
            connection.request();
            connection.write(
                    "HTTP/1.1 401 Who\r\nWWW-Authenticate: NTLM " + challenge + "\r\nContent-Length: 0\r\n\r\n");
            connection.request();
            connection.answer("ok");
            connection.hold();
        })) {
            assertThat(get(
                                    server.uri("/"),
                                    specification -> specification.auth().ntlm("user", "pass", "host", "domain"))
                            .bodyAsText())
                    .isEqualTo("ok");

            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.heads()).hasSize(3).last().asString().contains("Authorization: NTLM ");
        }
    }

    @Test
    void what_one_request_trusts_the_next_one_does_not() throws Exception {
        SSLServerSocket socket = (SSLServerSocket) MutualTlsTest.context("server.p12", "trust-client.p12")
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try (ScriptedServer server = new ScriptedServer(socket, connection -> {
            connection.request();
            connection.answer("ok");
        })) {
            URI uri = URI.create("https" + server.uri("/").toString().substring("http".length()));
            List<String> customized = new ArrayList<>();
            try (Transport transport = transport(specification -> {
                customized.add("one more");
                return customized.size() == 1 ? specification.relaxedHTTPSValidation() : specification;
            })) {
                assertThat(transport.send(get(uri), LONG).bodyAsText()).isEqualTo("ok");

                assertThatThrownBy(() -> transport.send(get(uri), LONG))
                        .isInstanceOfSatisfying(
                                TransportException.class,
                                e -> assertThat(e.reason()).isEqualTo(Reason.TLS));
            }
        }
    }

    @Test
    void a_secret_is_in_no_log_of_the_library() throws Exception {
        Queue<String> logged = new ConcurrentLinkedQueue<>();
        Logger library = Logger.getLogger("org.apache.http");
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getLoggerName() + ": " + entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        boolean parents = library.getUseParentHandlers();
        library.setUseParentHandlers(false);
        library.setLevel(Level.ALL);
        library.addHandler(handler);
        try (ScriptedServer server = new ScriptedServer(connection -> {
            connection.request();
            connection.write("HTTP/1.1 200 OK\r\nSet-Cookie: s3cret=s3cret\r\nContent-Length: 6\r\n\r\ns3cret");
        })) {
            HttpGet plain = new HttpGet(server.uri("/"));
            plain.setHeader("X-Key", "s3cret");
            new DefaultHttpClient().execute(plain);
            // The logs are read here, so that their silence below says something.
            assertThat(logged).anyMatch(entry -> entry.startsWith("org.apache.http.wire") && entry.contains("s3cret"));
            assertThat(logged)
                    .anyMatch(entry -> entry.startsWith("org.apache.http.headers") && entry.contains("s3cret"));
            logged.clear();

            for (UnaryOperator<RequestSpecification> customizer : List.<UnaryOperator<RequestSpecification>>of(
                    specification -> specification, clientOf(DefaultHttpClient::new))) {
                get(
                        server.uri("/?key=s3cret"),
                        specification -> customizer
                                .apply(specification)
                                .header("X-Key", "s3cret")
                                .auth()
                                .preemptive()
                                .basic("s3cret", "s3cret"));
            }

            assertThat(logged).isNotEmpty().noneMatch(entry -> entry.contains("s3cret"));
        } finally {
            library.removeHandler(handler);
            library.setLevel(null);
            library.setUseParentHandlers(parents);
        }
    }

    @Test
    void what_is_set_up_in_a_client_of_the_users_own_works_within_the_limits() throws Exception {
        UnaryOperator<RequestSpecification> customizer = clientOf(() -> {
            DefaultHttpClient client = new DefaultHttpClient();
            client.addRequestInterceptor((request, context) -> request.addHeader("X-Signed", "yes"));
            return client;
        });
        try (ScriptedServer server = new ScriptedServer(connection -> {
                    connection.request();
                    connection.write("HTTP/1.1 200 OK\r\nX-Slow: ");
                    connection.drip("a");
                });
                Transport transport = transport(customizer)) {
            TransportException failure = catchThrowableOfType(
                    TransportException.class, () -> transport.send(get(server.uri("/a//b")), SHORT));

            assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
            assertThat(server.heads())
                    .singleElement()
                    .asString()
                    .startsWith("GET /a//b HTTP/1.1\r\n")
                    .contains("X-Signed: yes\r\n");
            server.awaitEnd();
        }
    }

    @Test
    void a_parameter_that_a_customizer_adds_is_sent_with_the_url_as_it_is() throws Exception {
        try (ScriptedServer server = new ScriptedServer(connection -> connection.answer(connection.request()))) {
            assertThat(get(server.uri("/a//b?x=1&y=&x=%2B"), specification -> specification.queryParam("key", "k"))
                            .bodyAsText())
                    .isEqualTo("GET /a//b?x=1&y=&x=%2B&key=k HTTP/1.1");
        }
    }

    @Test
    void a_proxy_gets_the_whole_url_as_it_is() throws Exception {
        try (ScriptedServer proxy = new ScriptedServer(connection -> connection.answer(connection.request()))) {
            int port = proxy.uri("/").getPort();

            assertThat(get(
                                    URI.create("http://far.test/a//b?x=1&y=2&x=3"),
                                    specification -> specification.proxy("localhost", port))
                            .bodyAsText())
                    .isEqualTo("GET http://far.test/a//b?x=1&y=2&x=3 HTTP/1.1");
        }
    }

    @Test
    void filters_run_on_the_thread_that_sends() throws Exception {
        List<Thread> threads = new ArrayList<>();
        try (ScriptedServer server = new ScriptedServer(connection -> connection.answer(connection.request()))) {
            get(
                    server.uri("/"),
                    specification -> specification.filter((request, answer, context) -> {
                        threads.add(Thread.currentThread());
                        return context.next(request, answer);
                    }));

            assertThat(threads).containsExactly(Thread.currentThread());
        }
    }
}
