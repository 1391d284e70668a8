package io.github.arazzojunit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.http.TransportException.Reason;
import io.github.arazzojunit.model.Parameter.Location;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.Trees;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are slow, endless or wrong: both transports keep their limits, whatever a server does. */
@ParameterizedClass
@MethodSource("transports")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileServerTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final int MAX_BYTES = 100_000;
    /** What the buffers of two sockets hold at most, far below the 3 GiB that are announced. */
    static final long BUFFERED = 64L << 20;

    @Parameter
    TransportTest.Factory factory;

    private Optional<ScriptedServer> server = Optional.empty();
    private Optional<Transport> transport = Optional.empty();

    static Stream<Named<TransportTest.Factory>> transports() {
        return TransportTest.transports();
    }

    @AfterEach
    void stop() throws IOException {
        if (server.isPresent()) {
            server.get().close();
        }
        transport.ifPresent(Transport::close);
    }

    private ScriptedServer serve(ScriptedServer.Script script) throws IOException {
        ScriptedServer started = new ScriptedServer(script);
        server = Optional.of(started);
        return started;
    }

    private Transport transport(Duration connect) {
        if (transport.isEmpty()) {
            transport = Optional.of(factory.create(new TransportSettings(connect, LONG, false, MAX_BYTES)));
        }
        return transport.get();
    }

    private HttpResponse send(String method, URI uri, Duration timeout) throws TransportException {
        Optional<Bytes> body = method.equals("POST") ? Optional.of(Bytes.utf8("{}")) : Optional.empty();
        return transport(LONG).send(new HttpRequest(method, uri, List.of(), body), timeout);
    }

    private TransportException failure(URI uri, Duration timeout) {
        return catchThrowableOfType(TransportException.class, () -> send("GET", uri, timeout));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "H|H",
                "HTTP/1.1 2|0",
                "HTTP/1.1 200 OK\r\nX-Slow: |a",
                "HTTP/1.1 200 OK\r\n|X-Slow: a\r\n",
                "|HTTP/1.1 102 Processing\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n|1",
                "HTTP/1.1 200 OK\r\n\r\n|1",
                "HTTP/1.1 500 No\r\nContent-Length: 99999\r\n\r\n|1",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n|1\r\n1\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1|;"
            })
    void an_answer_that_comes_byte_by_byte_ends_with_the_total_limit(String answer) throws Exception {
        ScriptedServer slow = serve(connection -> {
            connection.request();
            connection.write(answer.substring(0, answer.indexOf('|')));
            connection.drip(answer.substring(answer.indexOf('|') + 1));
        });

        TransportException failure = failure(slow.uri("/"), SHORT);

        // What begins wrong need not be read to its end.
        assertThat(failure.reason())
                .isIn(answer.startsWith("H|") ? List.of(Reason.TIMEOUT, Reason.BROKEN) : List.of(Reason.TIMEOUT));
        if (failure.reason() == Reason.TIMEOUT) {
            assertThat(failure).hasMessageContaining("within 300 ms");
        }
        slow.awaitEnd();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\n\r\n|0123456789abcdef",
                "HTTP/1.1 200 OK\r\nContent-Length: 3221225472\r\n\r\n|0123456789abcdef",
                "HTTP/1.1 404 No\r\nContent-Length: 3221225472\r\n\r\n|0123456789abcdef",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n|10\r\n0123456789abcdef\r\n"
            })
    void a_body_without_an_end_ends_with_the_size_limit_and_the_rest_is_not_read(String answer) throws Exception {
        String part = answer.substring(answer.indexOf('|') + 1).repeat(100);
        ScriptedServer endless = serve(connection -> {
            connection.request();
            connection.write(answer.substring(0, answer.indexOf('|')));
            connection.forever(part);
        });

        TransportException failure = failure(endless.uri("/"), LONG);

        assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(failure).hasMessageContaining("larger than " + MAX_BYTES + " bytes");
        endless.awaitEnd();
        assertThat(endless.written()).isLessThan(BUFFERED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 |aaaaaaaaaaaaaaaa",
                "HTTP/1.1 200 OK\r\nX: |aaaaaaaaaaaaaaaa",
                "HTTP/1.1 200 OK\r\n|X: 1\r\n",
                "HTTP/1.1 200 OK\r\nX: 1\r\n| folded\r\n"
            })
    void a_header_without_an_end_is_given_up_in_bounded_memory(String answer) throws Exception {
        String part = answer.substring(answer.indexOf('|') + 1).repeat(100);
        ScriptedServer endless = serve(connection -> {
            connection.request();
            connection.write(answer.substring(0, answer.indexOf('|')));
            connection.forever(part);
        });

        assertThat(failure(endless.uri("/"), LONG).reason()).isEqualTo(Reason.BROKEN);
        assertThat(endless.written()).isLessThan(BUFFERED);
    }

    @Test
    void a_server_that_does_not_take_the_request_body_ends_with_the_total_limit() throws Exception {
        ScriptedServer deaf = serve(ScriptedServer.Connection::ignore);
        HttpRequest large =
                new HttpRequest("POST", deaf.uri("/"), List.of(), Optional.of(Bytes.of(new byte[32 << 20])));

        TransportException failure = catchThrowableOfType(
                TransportException.class, () -> transport(LONG).send(large, SHORT));

        assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
        deaf.release();
        deaf.awaitEnd();
    }

    /** As many connections wait as the system lets wait; the next one gets no answer at all. */
    @Test
    void a_server_that_does_not_accept_ends_with_the_connect_limit() throws Exception {
        List<SocketChannel> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 8; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()));
                waiting.add(channel);
            }
            URI uri = URI.create("http://127.0.0.1:" + full.getLocalPort() + "/");
            transport(SHORT);

            TransportException failure = failure(uri, LONG);

            assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
            assertThat(failure).hasMessageContaining("arazzo.http.connect-timeout");
        } finally {
            for (SocketChannel channel : waiting) {
                channel.close();
            }
        }
    }

    @Test
    void a_server_that_does_not_answer_to_TLS_ends_with_the_connect_limit() throws Exception {
        ScriptedServer silent = serve(ScriptedServer.Connection::hold);
        URI uri = URI.create("https" + silent.uri("/").toString().substring("http".length()));
        transport(SHORT);

        TransportException failure = failure(uri, LONG);

        assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(failure).hasMessageContaining("arazzo.http.connect-timeout");
        silent.awaitEnd();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"})
    void an_interrupt_ends_a_waiting_exchange_and_stays_visible(String begin) throws Exception {
        ScriptedServer silent = serve(connection -> {
            connection.request();
            connection.write(begin);
            connection.hold();
        });
        FutureTask<String> asking = new FutureTask<>(() -> {
            TransportException failure = failure(silent.uri("/"), LONG);
            return failure.reason() + " " + Thread.currentThread().isInterrupted();
        });
        Thread thread = new Thread(asking, "asking");
        thread.start();
        silent.awaitRequest();

        thread.interrupt();

        assertThat(asking.get()).isEqualTo("INTERRUPTED true");
        silent.awaitEnd();
    }

    @Test
    void after_an_interrupt_the_next_exchange_has_another_connection() throws Exception {
        ScriptedServer silent = serve(connection -> {
            if (connection.request().contains("/first")) {
                connection.hold();
            }
            connection.answer("second");
            connection.hold();
        });
        FutureTask<Reason> asking =
                new FutureTask<>(() -> failure(silent.uri("/first"), LONG).reason());
        Thread thread = new Thread(asking, "asking");
        thread.start();
        silent.awaitRequest();
        thread.interrupt();

        assertThat(asking.get()).isEqualTo(Reason.INTERRUPTED);
        assertThat(send("GET", silent.uri("/second"), LONG).bodyAsText()).isEqualTo("second");
        assertThat(silent.connections()).isEqualTo(2);
    }

    @Test
    void an_interrupted_thread_sends_nothing() throws Exception {
        ScriptedServer idle = serve(ScriptedServer.Connection::hold);
        Thread.currentThread().interrupt();

        TransportException failure = failure(idle.uri("/"), LONG);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.reason()).isEqualTo(Reason.INTERRUPTED);
        assertThat(idle.connections()).isZero();
    }

    @Test
    void bytes_that_are_left_over_are_not_the_next_answer() throws Exception {
        ScriptedServer chatty = serve(connection -> {
            while (true) {
                String line = connection.request();
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: " + line.length() + "\r\n\r\n" + line
                        + "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
            }
        });

        for (String path : List.of("/one", "/two", "/three")) {
            assertThat(send("GET", chatty.uri(path), LONG).bodyAsText()).isEqualTo("GET " + path + " HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void a_request_after_the_server_has_closed_the_connection_is_sent_on_another(String method) throws Exception {
        ScriptedServer closing = serve(connection -> {
            connection.request();
            connection.answer("ok");
        });

        for (int i = 0; i < 3; i++) {
            assertThat(send(method, closing.uri("/"), LONG).bodyAsText()).isEqualTo("ok");
            closing.awaitEnd();
        }

        assertThat(closing.heads()).hasSize(3);
    }

    @Test
    void a_POST_that_the_server_may_have_processed_is_not_sent_again() throws Exception {
        ScriptedServer dying = serve(connection -> {
            while (!connection.request().contains("/die")) {
                connection.answer("ok");
            }
        });
        send("GET", dying.uri("/"), LONG);

        TransportException failure =
                catchThrowableOfType(TransportException.class, () -> send("POST", dying.uri("/die"), LONG));

        assertThat(failure.reason()).isEqualTo(Reason.BROKEN);
        assertThat(dying.heads()).filteredOn(head -> head.contains("/die")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a//b",
                "/a/",
                "/a//",
                "/a//?x=1",
                "//a",
                "//a:b/c",
                "//",
                "//?x=1",
                "///",
                "/a/./b",
                "/a/../b",
                "/a/%2e%2E/b",
                "/a%2Fb%c3%A9+c",
                "/a?x",
                "/a?x=",
                "/a?=x",
                "/a?x==",
                "/a?x=a==",
                "/a?x=1+2&x=%2B&x=%20",
                "/a?x=1&y=2&x=3",
                "/a?&x=1&&y=2&",
                "/a?x=%7b%7D%c3%A9",
                "/a?x=b?c/d:e@f",
                "/a?x=//b",
                "/%7Bid%7D/~a;v=1,2",
                "/?x=1",
                "/"
            })
    void a_url_is_sent_as_it_is(String target) throws Exception {
        ScriptedServer echoing = serve(connection -> connection.answer(connection.request()));

        assertThat(send("GET", echoing.uri(target), LONG).bodyAsText()).isEqualTo("GET " + target + " HTTP/1.1");
    }

    @ParameterizedTest
    @CsvSource({"/pets/{id}/toys, /pets//toys", "/pets/{id}, /pets/", "/{id}/pets, //pets", "/{id}/{id}, //"})
    void an_empty_path_value_makes_the_same_url(String path, String target) throws Exception {
        ScriptedServer echoing = serve(connection -> connection.answer(connection.request()));
        Operation operation = Trees.description(
                        "{openapi: 3.1.0, paths: {'" + path + "': {get: {parameters: [{name: id, in: path}]}}}}")
                .operations()
                .get(0);
        HttpRequest request = new RequestBuilder()
                .build(
                        operation,
                        echoing.uri(""),
                        List.of(new RequestParameter("id", Location.PATH, TextNode.valueOf(""))),
                        Optional.empty())
                .request();

        assertThat(transport(LONG).send(request, LONG).bodyAsText()).isEqualTo("GET " + target + " HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|/", "?x=1|/?x=1", "/a?|/a", "?|/"})
    void a_url_without_a_path_or_with_an_empty_query_is_sent_in_the_same_way_by_both(String urlAndTarget)
            throws Exception {
        ScriptedServer echoing = serve(connection -> connection.answer(connection.request()));
        String url = urlAndTarget.substring(0, urlAndTarget.indexOf('|'));
        String target = urlAndTarget.substring(urlAndTarget.indexOf('|') + 1);

        assertThat(send("POST", echoing.uri(url), LONG).bodyAsText()).isEqualTo("POST " + target + " HTTP/1.1");
    }
}
