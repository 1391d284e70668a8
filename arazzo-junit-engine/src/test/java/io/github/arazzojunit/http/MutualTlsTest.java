package io.github.arazzojunit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that asks for a certificate, and clients with and without one. */
class MutualTlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private HttpsServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context("server.p12", "trust-client.p12")) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters ssl = getSSLContext().getDefaultSSLParameters();
                ssl.setNeedClientAuth(true);
                parameters.setSSLParameters(ssl);
            }
        });
        server.createContext("/", MutualTlsTest::tellWhoAsks);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void tellWhoAsks(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] name = ((HttpsExchange) exchange)
                    .getSSLSession()
                    .getPeerPrincipal()
                    .getName()
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, name.length);
            exchange.getResponseBody().write(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdk", "rest-assured"})
    void a_client_with_a_key_proves_who_it_is(String transport) throws Exception {
        assertThat(send(transport, context("client.p12", "trust-server.p12")).bodyAsText())
                .isEqualTo("CN=client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdk", "rest-assured"})
    void a_server_that_is_not_trusted_gets_nothing(String transport) {
        assertThatThrownBy(() -> send(transport, SSLContext.getDefault()))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.reason()).isEqualTo(TransportException.Reason.TLS))
                .hasMessageContaining("arazzo.tls.trust-store");
    }

    private HttpResponse send(String name, SSLContext tls) throws TransportException {
        TransportSettings settings =
                new TransportSettings(Duration.ofSeconds(20), Duration.ofSeconds(20), false, 1 << 20, Optional.of(tls));
        URI uri = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
        try (Transport transport =
                name.equals("jdk") ? new JdkTransport(settings) : new RestAssuredTransport(settings, List.of())) {
            return transport.send(new HttpRequest("GET", uri, List.of(), Optional.empty()), Duration.ofSeconds(20));
        }
    }

    static SSLContext context(String keys, String trusted) throws Exception {
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keyManagers.init(store(keys), PASSWORD);
        TrustManagerFactory trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trustManagers.init(store(trusted));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
        return context;
    }

    private static KeyStore store(String file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = MutualTlsTest.class.getResourceAsStream("/tls/" + file)) {
            store.load(content, PASSWORD);
        }
        return store;
    }
}
