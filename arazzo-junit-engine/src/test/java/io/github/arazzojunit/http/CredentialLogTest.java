package io.github.arazzojunit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.DefaultHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However a credential gets into a request or an answer, no log shows it, not even at the level that shows all. */
@SuppressWarnings("deprecation")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CredentialLogTest {

    private static final Duration LONG = Duration.ofSeconds(50);
    private static final TransportSettings SETTINGS = new TransportSettings(LONG, LONG, false, 100_000);
    private static final String SECRET = "s3cret";
    private static final String ENCODED =
            Base64.getEncoder().encodeToString("s3cret:s3cret".getBytes(StandardCharsets.UTF_8));

    private final Logger root = Logger.getLogger("");
    private final List<Handler> others = new ArrayList<>();
    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getLoggerName() + ": " + entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private Level level = Level.INFO;

    @BeforeEach
    void listen() {
        level = root.getLevel();
        others.addAll(List.of(root.getHandlers()));
        others.forEach(root::removeHandler);
        root.addHandler(handler);
        root.setLevel(Level.ALL);
    }

    @AfterEach
    void leave() {
        root.setLevel(level);
        root.removeHandler(handler);
        others.forEach(root::addHandler);
    }

    static Stream<Arguments> ways() {
        Stream<Arguments> inBoth = TransportTest.transports()
                .flatMap(transport -> Stream.of(
                                new Header("Authorization", "Basic " + ENCODED),
                                new Header("Authorization", "Bearer " + SECRET),
                                new Header("Cookie", "sid=" + SECRET),
                                new Header("X-Key", SECRET))
                        .map(header -> Arguments.of(
                                transport.getName(),
                                header.name() + ' ' + header.value(),
                                transport.getPayload(),
                                header)));
        Header accept = new Header("Accept", "*/*");
        return Stream.concat(
                inBoth,
                Stream.of(
                        customized("basic", request -> request.auth().basic(SECRET, SECRET), accept),
                        customized("digest", request -> request.auth().digest(SECRET, SECRET), accept),
                        customized(
                                "preemptive basic",
                                request -> request.auth().preemptive().basic(SECRET, SECRET),
                                accept),
                        customized("oauth2", request -> request.auth().oauth2(SECRET), accept),
                        customized("cookie", request -> request.cookie("sid", SECRET), accept)));
    }

    private static Arguments customized(String way, UnaryOperator<RequestSpecification> customizer, Header header) {
        TransportTest.Factory factory = settings -> new RestAssuredTransport(settings, List.of(customizer));
        return Arguments.of("rest-assured", "customized by " + way, factory, header);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("ways")
    void a_credential_is_in_no_log(String name, String way, TransportTest.Factory factory, Header header)
            throws Exception {
        try (ScriptedServer server = new ScriptedServer(connection -> {
                    connection.request();
                    connection.body(SECRET.length());
                    connection.write("HTTP/1.1 401 Who\r\nWWW-Authenticate: " + challenge(way)
                            + "\r\nSet-Cookie: sid=s3cret\r\nContent-Length: 6\r\n\r\ns3cret");
                    connection.request();
                    connection.answer("s3cret");
                });
                Transport transport = factory.create(SETTINGS)) {
            HttpRequest request =
                    new HttpRequest("POST", server.uri("/"), List.of(header), Optional.of(Bytes.utf8(SECRET)));

            assertThat(transport.send(request, LONG).bodyAsText()).isEqualTo(SECRET);

            assertThat(server.heads())
                    .anyMatch(head -> head.contains(SECRET) || head.contains(ENCODED) || way.contains("digest"));
            assertThat(logged.stream().filter(entry -> entry.contains(SECRET) || entry.contains(ENCODED)))
                    .isEmpty();
        }
        assertThat(logsOfAPlainClient()).anyMatch(entry -> entry.startsWith("org.apache.http.wire"));
    }

    private static String challenge(String way) {
        return way.contains("digest") ? "Digest realm=\"r\", nonce=\"n\", qop=\"auth\"" : "Basic realm=\"r\"";
    }

    /** What is listened to is heard, so that the silence of the transports says something. */
    private Queue<String> logsOfAPlainClient() throws Exception {
        logged.clear();
        try (ScriptedServer server = new ScriptedServer(connection -> {
            connection.request();
            connection.answer("ok");
        })) {
            URI uri = server.uri("/");
            new DefaultHttpClient().execute(new HttpGet(uri));
        }
        return logged;
    }
}
