package io.github.arazzojunit.http;

import io.github.arazzojunit.http.TransportException.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Follows redirects for a transport that does not: a limited number, never from {@code https} to {@code http}, only to
 * permitted places, and without credentials on another host (AMB-74, SEC-12). Thread-safe.
 */
public final class RedirectingTransport implements Transport {

    private static final int MAX_HOPS = 10;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    /** Also the usual names of keys that no standard lists. */
    private static final Pattern CREDENTIAL =
            Pattern.compile("cookie|.*(auth|token|secret|key).*", Pattern.CASE_INSENSITIVE);

    private final Transport transport;
    private final Transport elsewhere;
    private final Predicate<URI> permitted;

    /** @param permitted whether a request may go there */
    public RedirectingTransport(Transport transport, Predicate<URI> permitted) {
        this(transport, transport, permitted);
    }

    /**
     * @param elsewhere sends to other places than the request is for: what the user adds is not meant for them
     * @param permitted whether a request may go there
     */
    public RedirectingTransport(Transport transport, Transport elsewhere, Predicate<URI> permitted) {
        this.transport = transport;
        this.elsewhere = elsewhere;
        this.permitted = permitted;
    }

    @Override
    public HttpResponse send(HttpRequest request, Duration timeout) throws TransportException {
        long deadline = System.nanoTime() + timeout.toNanos();
        HttpRequest current = request;
        HttpResponse response = transport.send(current, timeout);
        for (int hop = 1; ; hop++) {
            Optional<URI> target = target(current, response);
            if (target.isEmpty()) {
                return response;
            }
            if (hop > MAX_HOPS) {
                throw new TransportException(
                        Reason.BROKEN,
                        "%s was redirected more than %d times, last to %s. Check the server, or set arazzo.http.follow-redirects=false to test the redirect itself."
                                .formatted(request, MAX_HOPS, target.get()));
            }
            current = redirected(current, response.status(), target.get());
            Duration rest = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
            boolean atHome = origin(current.uri()).equals(origin(request.uri()));
            response = (atHome ? transport : elsewhere).send(current, rest);
        }
    }

    /** Where to go on; empty when this response is the one to return. */
    private Optional<URI> target(HttpRequest request, HttpResponse response) {
        if (!REDIRECTS.contains(response.status())) {
            return Optional.empty();
        }
        return response.header("Location")
                .flatMap(location -> resolve(request.uri(), location))
                .filter(target -> !isDowngrade(request.uri(), target))
                .filter(permitted);
    }

    private static Optional<URI> resolve(URI base, String location) {
        try {
            URI target = base.resolve(location);
            return target.getHost() == null ? Optional.empty() : Optional.of(target);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isDowngrade(URI from, URI to) {
        return "https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme());
    }

    private static HttpRequest redirected(HttpRequest request, int status, URI target) {
        boolean sameOrigin = origin(request.uri()).equals(origin(target));
        boolean becomesGet = status == 303 && !request.method().equals("HEAD")
                || status <= 302 && request.method().equals("POST");
        List<Header> headers = request.headers().stream()
                .filter(header ->
                        sameOrigin || !CREDENTIAL.matcher(header.name()).matches())
                .filter(header -> !becomesGet || !header.isNamed("Content-Type"))
                .toList();
        return becomesGet
                ? new HttpRequest("GET", target, headers, Optional.empty())
                : new HttpRequest(request.method(), target, headers, request.body());
    }

    private static String origin(URI uri) {
        return (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        transport.close();
        elsewhere.close();
    }
}
