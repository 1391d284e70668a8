package io.github.arazzojunit.http;

import io.github.arazzojunit.http.LimitedClient.Limits;
import io.restassured.config.HttpClientConfig;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.apache.http.conn.scheme.PlainSocketFactory;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.apache.http.impl.client.AbstractHttpClient;

/**
 * Makes a client for each request. All use the same factory of secure connections, so that sessions are resumed, unless
 * a request has one of its own. Thread-safe.
 */
@SuppressWarnings("deprecation")
final class LimitedClients {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final Scheme http = new Scheme("http", HTTP_PORT, PlainSocketFactory.getSocketFactory());
    private final Scheme https;
    private final boolean configured;
    private final Executor threads;

    /** @param tls keys and trusted certificates; empty for those of the JVM */
    LimitedClients(Optional<SSLContext> tls, Executor threads) {
        SSLSocketFactory sockets = tls.map(SSLSocketFactory::new).orElseGet(SSLSocketFactory::getSocketFactory);
        this.https = new Scheme("https", HTTPS_PORT, sockets);
        this.configured = tls.isPresent();
        this.threads = threads;
    }

    /** @param customized perhaps with a factory of the user, whose client is taken for a model */
    LimitedClient create(HttpClientConfig customized, RawTarget target, Limits limits) {
        SchemeRegistry schemes = new SchemeRegistry();
        schemes.register(http);
        schemes.register(https);
        LimitedClient client = new LimitedClient(schemes, target, limits, threads);
        if (customized.isUserConfigured()) {
            var user = (AbstractHttpClient)
                    customized.dontReuseHttpClientInstance().httpClientInstance();
            client.takeOver(user);
            SchemeRegistry theirs = user.getConnectionManager().getSchemeRegistry();
            theirs.getSchemeNames().stream()
                    .filter(name -> !(configured && name.equals(https.getName())))
                    .forEach(name -> schemes.register(theirs.get(name)));
        }
        return client;
    }
}
