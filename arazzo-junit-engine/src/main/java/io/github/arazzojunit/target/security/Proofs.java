package io.github.arazzojunit.target.security;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.config.SecurityKey.Field;
import io.github.arazzojunit.http.RequestParameter;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Parameter;
import io.github.arazzojunit.openapi.SecurityScheme;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Decides for one scheme what a request needs and whether it is configured. */
final class Proofs {

    private static final String AUTHORIZATION = "Authorization";

    private final boolean keyStore;

    /** @param keyStore whether the connection itself proves who calls */
    Proofs(boolean keyStore) {
        this.keyStore = keyStore;
    }

    /**
     * @param given the parameters of the step, which win
     * @param scopes that the operation asks for
     */
    Proof of(SchemeValues values, List<RequestParameter> given, List<String> scopes) {
        SecurityScheme scheme = values.scheme();
        return switch (scheme.type()) {
            case "apiKey" -> apiKey(values, given);
            case "http" -> isGiven(given, Parameter.Location.HEADER, AUTHORIZATION) ? new Proof.Given() : http(values);
            case "oauth2", "openIdConnect" ->
                isGiven(given, Parameter.Location.HEADER, AUTHORIZATION) ? new Proof.Given() : token(values, scopes);
            case "mutualTLS" ->
                keyStore ? new Proof.Given() : new Proof.NotConfigured("'arazzo.tls.key-store' to a key store");
            default ->
                new Proof.NotConfigured("a parameter of the step, because the type '" + scheme.type() + "' is unknown");
        };
    }

    private static boolean isGiven(List<RequestParameter> given, Parameter.Location in, String name) {
        return given.stream()
                .filter(parameter -> parameter.in() == in)
                .anyMatch(parameter -> in == Parameter.Location.HEADER
                        ? parameter.name().equalsIgnoreCase(name)
                        : parameter.name().equals(name));
    }

    private static Proof apiKey(SchemeValues values, List<RequestParameter> given) {
        Optional<Parameter.Location> in = values.scheme().in();
        Optional<String> name = values.scheme().parameterName();
        if (in.isEmpty() || name.isEmpty()) {
            return new Proof.NotConfigured("a parameter of the step, because the description does not say where the"
                    + " key of " + values + " goes");
        }
        if (isGiven(given, in.get(), name.get())) {
            return new Proof.Given();
        }
        return values.value(Field.VALUE)
                .<Proof>map(value -> new Proof.Fixed(
                        new RequestParameter(name.get(), in.get(), TextNode.valueOf(value)),
                        values.key(Field.VALUE),
                        value))
                .orElseGet(() -> new Proof.NotConfigured(values.key(Field.VALUE)));
    }

    private static Proof http(SchemeValues values) {
        return switch (values.scheme().httpScheme().orElse("")) {
            case "basic" -> basic(values);
            case "bearer" -> fixedToken(values).orElseGet(() -> new Proof.NotConfigured(values.key(Field.TOKEN)));
            default ->
                new Proof.NotConfigured("an Authorization parameter of the step, or @ArazzoRequest, because the HTTP"
                        + " scheme of " + values + " is not built in");
        };
    }

    private static Proof basic(SchemeValues values) {
        Optional<String> username = values.value(Field.USERNAME);
        Optional<String> password = values.value(Field.PASSWORD);
        if (username.isPresent() && password.isPresent()) {
            byte[] pair = (username.get() + ":" + password.get()).getBytes(StandardCharsets.UTF_8);
            return new Proof.Fixed(
                    authorization("Basic " + Base64.getEncoder().encodeToString(pair)),
                    values.key(Field.PASSWORD),
                    password.get());
        }
        if (username.isPresent()) {
            return Proof.incomplete(values, "a username", "password", values.key(Field.PASSWORD));
        }
        return password.isPresent()
                ? Proof.incomplete(values, "a password", "username", values.key(Field.USERNAME))
                : new Proof.NotConfigured(values.key(Field.USERNAME) + " and " + values.key(Field.PASSWORD));
    }

    private static Optional<Proof> fixedToken(SchemeValues values) {
        return values.value(Field.TOKEN)
                .map(token -> new Proof.Fixed(authorization("Bearer " + token), values.key(Field.TOKEN), token));
    }

    private static Proof token(SchemeValues values, List<String> scopes) {
        return fixedToken(values).orElseGet(() -> fetchedToken(values, scopes));
    }

    private static Proof fetchedToken(SchemeValues values, List<String> scopes) {
        boolean id = values.has(Field.CLIENT_ID);
        boolean secret = values.has(Field.CLIENT_SECRET);
        boolean username = values.has(Field.USERNAME);
        boolean password = values.has(Field.PASSWORD);
        if (!id && !secret && !username && !password) {
            return new Proof.NotConfigured(values.key(Field.CLIENT_ID) + " and " + values.key(Field.CLIENT_SECRET)
                    + ", or a fixed " + values.key(Field.TOKEN));
        }
        if (secret && !id) {
            return Proof.incomplete(values, "a client secret", "client id", values.key(Field.CLIENT_ID));
        }
        if (username != password) {
            return username
                    ? Proof.incomplete(values, "a username", "password", values.key(Field.PASSWORD))
                    : Proof.incomplete(values, "a password", "username", values.key(Field.USERNAME));
        }
        if (!username && !secret) {
            return Proof.incomplete(values, "a client id", "client secret", values.key(Field.CLIENT_SECRET));
        }
        Optional<String> url = values.value(Field.TOKEN_URL);
        Optional<String> described = described(values.scheme(), username ? "password" : "clientCredentials");
        if (url.isEmpty() && described.isEmpty()) {
            return Proof.incomplete(
                    values,
                    "what a token is fetched with",
                    "place to fetch it from: the description has no flow '"
                            + (username ? "password" : "clientCredentials") + "' with a tokenUrl",
                    values.key(Field.TOKEN_URL));
        }
        String scope = values.value(Field.SCOPE).orElseGet(() -> String.join(" ", scopes));
        boolean discovered = url.isEmpty() && values.scheme().type().equals("openIdConnect");
        return new Proof.Fetched(
                new TokenRequest(values, url.or(() -> described).orElseThrow(), discovered, scope));
    }

    /** The token endpoint of a flow, or the place that tells it. */
    private static Optional<String> described(SecurityScheme scheme, String flow) {
        Optional<LocatedNode> url = scheme.type().equals("openIdConnect")
                ? scheme.source().member("openIdConnectUrl")
                : scheme.source()
                        .member("flows")
                        .flatMap(flows -> flows.member(flow))
                        .flatMap(described -> described.member("tokenUrl"));
        return url.filter(LocatedNode::isText).map(LocatedNode::text);
    }

    static RequestParameter authorization(String value) {
        return new RequestParameter(AUTHORIZATION, Parameter.Location.HEADER, TextNode.valueOf(value));
    }
}
