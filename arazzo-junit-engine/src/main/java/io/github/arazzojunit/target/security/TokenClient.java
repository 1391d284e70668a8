package io.github.arazzojunit.target.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.arazzojunit.config.SecurityKey.Field;
import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.Json;
import io.github.arazzojunit.http.Transport;
import io.github.arazzojunit.http.TransportException;
import io.github.arazzojunit.runner.TargetException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Fetches tokens: RFC 6749 client credentials and password, OpenID Connect discovery. Thread-safe. */
final class TokenClient {

    private static final int LONGEST_ANSWER = 200;

    private final Transport transport;
    private final Duration timeout;
    private final Clock clock;

    TokenClient(Transport transport, Duration timeout, Clock clock) {
        this.transport = transport;
        this.timeout = timeout;
        this.clock = clock;
    }

    /**
     * A token.
     *
     * @param expiry when it has to be replaced, some time before it ends; empty when nobody says that it ends
     */
    record Token(String value, Optional<Instant> expiry) {}

    /** The endpoint answered that it will not give a token: asking again would not help, and could lock an account. */
    static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * @param permitted hosts that may learn the credentials
     * @throws TargetException when there is no token; the message says which key to set
     */
    Token fetch(TokenRequest request, Predicate<URI> permitted) throws TargetException, RefusedException {
        URI endpoint = endpoint(request, permitted);
        Instant asked = clock.instant();
        HttpResponse response = send(request, post(request, endpoint));
        if (response.status() != 200) {
            String message = "The token endpoint " + endpoint + " answered " + response.status() + error(response)
                    + ", so no request with " + request.values() + " can be sent. Check " + keys(request) + ".";
            if (response.status() >= 400 && response.status() < 500) {
                throw new RefusedException(message);
            }
            throw new TargetException(message);
        }
        JsonNode answer = json(response);
        String value = answer.path("access_token").asText("");
        if (value.isEmpty()) {
            throw new TargetException("The answer of the token endpoint " + endpoint + " has no access_token, so no"
                    + " request with " + request.values() + " can be sent. Check "
                    + request.values().key(Field.TOKEN_URL) + ".");
        }
        return new Token(value, expiry(asked, answer.path("expires_in").asLong(0)));
    }

    /** A tenth earlier, so that it does not end on the way. */
    private static Optional<Instant> expiry(Instant asked, long seconds) {
        return seconds <= 0 ? Optional.empty() : Optional.of(asked.plusMillis(seconds * 900));
    }

    private URI endpoint(TokenRequest request, Predicate<URI> permitted) throws TargetException {
        URI url = permitted(request, request.url(), permitted);
        if (!request.discovered()) {
            return url;
        }
        HttpRequest get =
                new HttpRequest("GET", url, List.of(new Header("Accept", "application/json")), Optional.empty());
        HttpResponse response = send(request, get);
        String endpoint = json(response).path("token_endpoint").asText("");
        if (response.status() != 200 || endpoint.isEmpty()) {
            throw new TargetException("The OpenID Connect configuration " + url + " answered " + response.status()
                    + (endpoint.isEmpty() ? " without a token_endpoint" : "") + ", so no token for " + request.values()
                    + " can be fetched. Set " + request.values().key(Field.TOKEN_URL) + ".");
        }
        return permitted(request, endpoint, permitted);
    }

    private static URI permitted(TokenRequest request, String text, Predicate<URI> permitted) throws TargetException {
        URI url;
        try {
            url = URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            url = URI.create("");
        }
        String scheme = String.valueOf(url.getScheme());
        if (url.getHost() == null || !scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
            throw new TargetException("'" + text + "' is no absolute http URL, so no token for " + request.values()
                    + " can be fetched. Set " + request.values().key(Field.TOKEN_URL) + ".");
        }
        if (!permitted.test(url)) {
            throw new TargetException("Host '" + url.getHost() + "' is not allowed, so no token for " + request.values()
                    + " is fetched from " + url + ". Add it to 'arazzo.hosts'.");
        }
        return url;
    }

    private static HttpRequest post(TokenRequest request, URI endpoint) {
        SchemeValues values = request.values();
        List<String> form = new ArrayList<>();
        List<Header> headers = new ArrayList<>(List.of(
                new Header("Content-Type", "application/x-www-form-urlencoded"),
                new Header("Accept", "application/json")));
        Optional<String> username = values.value(Field.USERNAME);
        form.add("grant_type=" + (username.isPresent() ? "password" : "client_credentials"));
        username.ifPresent(name -> form.add("username=" + encoded(name)));
        username.flatMap(name -> values.value(Field.PASSWORD))
                .ifPresent(password -> form.add("password=" + encoded(password)));
        if (!request.scope().isEmpty()) {
            form.add("scope=" + encoded(request.scope()));
        }
        Optional<String> id = values.value(Field.CLIENT_ID);
        Optional<String> secret = values.value(Field.CLIENT_SECRET);
        if (id.isPresent() && secret.isPresent()) {
            String pair = encoded(id.get()) + ":" + encoded(secret.get());
            headers.add(new Header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))));
        } else {
            id.ifPresent(client -> form.add("client_id=" + encoded(client)));
        }
        return new HttpRequest("POST", endpoint, headers, Optional.of(Bytes.utf8(String.join("&", form))));
    }

    private HttpResponse send(TokenRequest request, HttpRequest message) throws TargetException {
        try {
            return transport.send(message, timeout);
        } catch (TransportException e) {
            throw new TargetException("No token for " + request.values() + ": " + e.getMessage() + " The place is set"
                    + " with " + request.values().key(Field.TOKEN_URL) + ".");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode json(HttpResponse response) {
        try {
            return Json.parse(response.bodyAsText());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String error(HttpResponse response) {
        JsonNode answer = json(response);
        String text = answer.path("error").asText("");
        String description = answer.path("error_description").asText("");
        String both = text + (description.isEmpty() ? "" : ": " + description);
        String shown = both.length() <= LONGEST_ANSWER ? both : both.substring(0, LONGEST_ANSWER) + "...";
        return shown.isEmpty() ? "" : " (" + shown + ")";
    }

    private static String keys(TokenRequest request) {
        SchemeValues values = request.values();
        List<String> keys = new ArrayList<>();
        for (Field field : List.of(Field.CLIENT_ID, Field.CLIENT_SECRET, Field.USERNAME, Field.PASSWORD)) {
            if (values.has(field)) {
                keys.add(values.key(field));
            }
        }
        return String.join(", ", keys);
    }
}
