package io.github.arazzojunit.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpRequest;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.conn.ClientConnectionOperator;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.OperatedClientConnection;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.entity.BufferedHttpEntity;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.AbstractHttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.apache.http.impl.client.RequestWrapper;
import org.apache.http.impl.conn.DefaultClientConnectionOperator;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.protocol.HttpContext;

/**
 * The client of one request, in the API of Apache that REST Assured is built on. The exchange runs on a thread of its
 * own, so that limits and interrupts end it whatever the server does. It has connections of its own and ends them with
 * the exchange: none is ever found closed, and no byte of one answer, no key and no trusted certificate reaches another
 * request. For the same reason nothing is sent twice.
 */
@SuppressWarnings("deprecation")
final class LimitedClient extends DefaultHttpClient {

    /** @param total until the whole response is there */
    record Limits(Duration connect, Duration total, int maxBytes) {}

    private final SchemeRegistry schemes;
    private final RawTarget target;
    private final Limits limits;
    private final Executor threads;
    private final Queue<QuietConnection> connections = new ConcurrentLinkedQueue<>();
    private volatile CompletableFuture<Void> connected = new CompletableFuture<>();

    /** @param schemes of this client alone */
    LimitedClient(SchemeRegistry schemes, RawTarget target, Limits limits, Executor threads) {
        this.schemes = schemes;
        this.target = target;
        this.limits = limits;
        this.threads = threads;
        setHttpRequestRetryHandler(new DefaultHttpRequestRetryHandler(0, false));
        // Before those that sign the request.
        addRequestInterceptor((request, context) -> connected(request), 0);
    }

    /** Takes over what a user has set up in a client of their own, except for its connections. */
    void takeOver(AbstractHttpClient user) {
        setParams(user.getParams().copy());
        setCredentialsProvider(user.getCredentialsProvider());
        setAuthSchemes(user.getAuthSchemes());
        setCookieSpecs(user.getCookieSpecs());
        setCookieStore(user.getCookieStore());
        setTargetAuthenticationStrategy(user.getTargetAuthenticationStrategy());
        setProxyAuthenticationStrategy(user.getProxyAuthenticationStrategy());
        clearRequestInterceptors();
        addRequestInterceptor((request, context) -> connected(request));
        for (int i = 0; i < user.getRequestInterceptorCount(); i++) {
            addRequestInterceptor(user.getRequestInterceptor(i));
        }
        clearResponseInterceptors();
        for (int i = 0; i < user.getResponseInterceptorCount(); i++) {
            addResponseInterceptor(user.getResponseInterceptor(i));
        }
    }

    /** Called when there is a connection, also in front of a request that is sent anew with credentials. */
    private void connected(HttpRequest request) {
        // Another one asks a proxy for a tunnel.
        if (request instanceof RequestWrapper wrapper && wrapper.getOriginal() instanceof HttpUriRequest original) {
            connected.complete(null);
            URI made = original.getURI();
            String raw = target.restore(made);
            boolean forProxy = wrapper.getURI().isAbsolute();
            wrapper.setURI(
                    forProxy
                            ? URI.create(made.getScheme() + "://" + made.getRawAuthority() + raw)
                            : TargetLineFormatter.uri(raw));
        }
    }

    @Override
    public CloseableHttpResponse execute(HttpUriRequest request, HttpContext context) throws IOException {
        if (Thread.interrupted()) {
            throw interrupted(new InterruptedException());
        }
        connected = new CompletableFuture<>();
        CompletableFuture<CloseableHttpResponse> exchange = new CompletableFuture<>();
        long start = System.nanoTime();
        threads.execute(() -> run(request, context, exchange));
        try {
            awaitConnection(exchange);
            return await(exchange, limits.total().minusNanos(System.nanoTime() - start));
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("the response did not end in time");
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            // Without effect on an exchange that is complete.
            connections.forEach(QuietConnection::abort);
            request.abort();
        }
    }

    private void awaitConnection(Future<?> exchange) throws IOException, InterruptedException, TimeoutException {
        if (limits.connect().compareTo(limits.total()) < 0) {
            try {
                await(CompletableFuture.anyOf(connected, (CompletableFuture<?>) exchange), limits.connect());
            } catch (TimeoutException e) {
                throw new ConnectTimeoutException("no connection in time");
            }
        }
    }

    private static <T> T await(Future<T> future, Duration limit)
            throws IOException, InterruptedException, TimeoutException {
        try {
            return future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException(e.getCause());
        }
    }

    /** The flag stays for all who look for it on the way back. */
    private static InterruptedIOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        InterruptedIOException failure = new InterruptedIOException("interrupted");
        failure.initCause(cause);
        return failure;
    }

    private void run(HttpUriRequest request, HttpContext context, CompletableFuture<CloseableHttpResponse> exchange) {
        try {
            makeRepeatable(request);
            CloseableHttpResponse response = super.execute(request, context);
            readBody(response);
            for (QuietConnection connection : connections) {
                connection.close();
            }
            exchange.complete(response);
        } catch (Throwable e) {
            exchange.completeExceptionally(e);
        }
    }

    /** A challenge is answered by the request with its body and with credentials. */
    private static void makeRepeatable(HttpUriRequest request) throws IOException {
        if (request instanceof HttpEntityEnclosingRequest enclosing
                && enclosing.getEntity() != null
                && !enclosing.getEntity().isRepeatable()) {
            enclosing.setEntity(new BufferedHttpEntity(enclosing.getEntity()));
        }
    }

    /** Filters and REST Assured read the content from memory. */
    private void readBody(CloseableHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            ByteArrayEntity content = new ByteArrayEntity(ContentCoding.read(entity.getContent(), limits.maxBytes()));
            content.setContentType(entity.getContentType());
            content.setContentEncoding(entity.getContentEncoding());
            response.setEntity(content);
        }
    }

    @Override
    protected ClientConnectionManager createClientConnectionManager() {
        return new PoolingClientConnectionManager(schemes) {
            @Override
            protected ClientConnectionOperator createConnectionOperator(SchemeRegistry registry) {
                return new Operator(registry);
            }
        };
    }

    private final class Operator extends DefaultClientConnectionOperator {

        Operator(SchemeRegistry schemes) {
            super(schemes);
        }

        @Override
        public OperatedClientConnection createConnection() {
            QuietConnection connection = new QuietConnection();
            connections.add(connection);
            return connection;
        }
    }
}
