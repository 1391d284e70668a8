package io.github.arazzojunit.target.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.config.SecurityKey;
import io.github.arazzojunit.config.SecurityKey.Field;
import io.github.arazzojunit.contract.ExchangeContract;
import io.github.arazzojunit.http.HostList;
import io.github.arazzojunit.http.JdkTransport;
import io.github.arazzojunit.http.RequestParameter;
import io.github.arazzojunit.http.Transport;
import io.github.arazzojunit.http.TransportSettings;
import io.github.arazzojunit.model.Parameter;
import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.openapi.ReferenceLoader;
import io.github.arazzojunit.reader.LocatedReader;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.runner.TargetException;
import io.github.arazzojunit.source.SourceOperation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {

    private static final String DESCRIPTION = """
            openapi: 3.1.0
            info: {title: Shop, version: '1'}
            security: [{basicAuth: []}]
            paths:
              /basic: {get: {operationId: basic}}
              /open: {get: {operationId: open, security: []}}
              /bearer: {get: {operationId: bearer, security: [{bearerAuth: []}]}}
              /header: {get: {operationId: header, security: [{headerKey: []}]}}
              /query: {get: {operationId: query, security: [{queryKey: []}]}}
              /cookie: {get: {operationId: cookie, security: [{cookieKey: []}]}}
              /either: {get: {operationId: either, security: [{basicAuth: []}, {headerKey: [], queryKey: []}, {bearerAuth: []}]}}
              /maybe: {get: {operationId: maybe, security: [{}, {bearerAuth: []}]}}
              /oauth: {get: {operationId: oauth, security: [{oauth: [read, write]}]}}
              /oauth2: {get: {operationId: oauthAgain, security: [{oauth: [read, write]}]}}
              /oidc: {get: {operationId: oidc, security: [{oidc: [orders]}]}}
              /digest: {get: {operationId: digest, security: [{digest: []}]}}
              /mutual: {get: {operationId: mutual, security: [{mutual: [], headerKey: []}]}}
            components:
              securitySchemes:
                basicAuth: {type: http, scheme: Basic}
                bearerAuth: {type: http, scheme: bearer}
                digest: {type: http, scheme: digest}
                headerKey: {type: apiKey, in: header, name: X-Key}
                queryKey: {type: apiKey, in: query, name: key}
                cookieKey: {type: apiKey, in: cookie, name: session}
                mutual: {type: mutualTLS}
                oauth:
                  type: oauth2
                  flows:
                    clientCredentials: {tokenUrl: '%1$s', scopes: {}}
                    password: {tokenUrl: '%1$s', scopes: {}}
                oidc: {type: openIdConnect, openIdConnectUrl: '%2$s'}
            """;

    private final TokenServer server = TokenServer.start();
    private final Transport transport = new JdkTransport(TransportSettings.defaults());
    private final ManualClock clock = new ManualClock();
    private final Map<SecurityKey, String> values = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> secrets = new ArrayList<>();
    private List<String> hosts = List.of();
    private boolean live = true;
    private boolean keyStore;
    private String tokenUrl = "";
    private Credentials credentials;

    private static final class ManualClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void begin() {
        tokenUrl = server.url("/token");
        credentials = credentials();
    }

    @AfterEach
    void stop() {
        server.close();
        transport.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "HTTP basic         | basic  | basicAuth.username=Ann; basicAuth.password=s:ä | header Authorization Basic QW5uOnM6w6Q=",
                "HTTP bearer        | bearer | bearerAuth.token=abc                     | header Authorization Bearer abc",
                "a key in a header  | header | headerKey.value=k1                       | header X-Key k1",
                "a key in the query | query  | queryKey.value=k2                        | query key k2",
                "a key in a cookie  | cookie | cookieKey.value=k3                       | cookie session k3",
                "a fixed token      | oauth  | oauth.token=fix                          | header Authorization Bearer fix",
                "no requirement     | open   | basicAuth.username=A; basicAuth.password=b |",
                "the first complete alternative | either | headerKey.value=k; queryKey.value=q; bearerAuth.token=t | header X-Key k, query key q",
                "an alternative that lacks one of two | either | headerKey.value=k; bearerAuth.token=t | header Authorization Bearer t",
                "an optional one that is configured | maybe | bearerAuth.token=t        | header Authorization Bearer t",
                "an optional one that is not | maybe | headerKey.value=k               |",
                "nothing configured | basic  |                                          |",
            })
    void what_the_operation_asks_for_is_added(String sentence, String operation, String given, String expected)
            throws TargetException {
        configure(given);

        assertThat(String.join(", ", added(operation))).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void credentials_come_from_the_environment_where_the_configuration_has_none() throws TargetException {
        environment.put("ARAZZO_SECURITY_SHOP_BASICAUTH_USERNAME", "Ann");
        environment.put("ARAZZO_SECURITY_SHOP_BASICAUTH_PASSWORD", "other");
        configure("basicAuth.password=mine");

        assertThat(added("basic")).containsExactly("header Authorization Basic QW5uOm1pbmU=");
    }

    @ParameterizedTest
    @CsvSource({
        "basic, header, authorization", "bearer, header, Authorization", "oauth, header, AUTHORIZATION",
        "header, header, x-key", "query, query, key", "cookie, cookie, session",
    })
    void what_the_step_sends_itself_wins(String operation, String in, String name) throws TargetException {
        configure("basicAuth.username=A; basicAuth.password=b; bearerAuth.token=t; headerKey.value=k; queryKey.value=k;"
                + " cookieKey.value=k; oauth.client-id=c; oauth.client-secret=s");
        RequestParameter own = new RequestParameter(
                name, Parameter.Location.valueOf(in.toUpperCase(Locale.ROOT)), TextNode.valueOf("mine"));

        assertThat(applied(operation, List.of(own)).parameters()).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void a_step_that_sends_one_of_two_keys_gets_the_other() throws TargetException {
        configure("queryKey.value=q");
        RequestParameter own = new RequestParameter("X-Key", Parameter.Location.HEADER, TextNode.valueOf("mine"));

        assertThat(applied("either", List.of(own)).parameters())
                .extracting(RequestParameter::name)
                .containsExactly("key");
    }

    @Test
    void a_token_is_fetched_once_per_run_and_source_with_client_credentials() throws TargetException {
        configure("oauth.client-id=shop app; oauth.client-secret=s&t");

        assertThat(added("oauth")).containsExactly("header Authorization Bearer secret-token-1");
        assertThat(added("oauthAgain")).containsExactly("header Authorization Bearer secret-token-1");
        assertThat(server.requests())
                .containsExactly("/token Basic c2hvcCthcHA6cyUyNnQ= grant_type=client_credentials&scope=read+write");
    }

    @Test
    void a_token_is_fetched_with_a_password_and_the_scope_of_the_user() throws TargetException {
        configure("oauth.username=ann; oauth.password=p w; oauth.client-id=app; oauth.scope=all");

        assertThat(added("oauth")).containsExactly("header Authorization Bearer secret-token-1");
        assertThat(server.requests())
                .containsExactly("/token grant_type=password&username=ann&password=p+w&scope=all&client_id=app");
    }

    @Test
    void the_token_endpoint_of_OpenID_Connect_is_discovered() throws TargetException {
        configure("oidc.client-id=a; oidc.client-secret=b");

        assertThat(added("oidc")).containsExactly("header Authorization Bearer secret-token-1");
        assertThat(server.requests())
                .containsExactly("/discovery", "/token Basic YTpi grant_type=client_credentials&scope=orders");
    }

    @Test
    void a_token_is_replaced_shortly_before_it_ends() throws TargetException {
        server.expiresIn(100);
        configure("oauth.client-id=a; oauth.client-secret=b");
        added("oauth");

        clock.now = clock.now.plusSeconds(89);
        assertThat(added("oauth")).containsExactly("header Authorization Bearer secret-token-1");
        clock.now = clock.now.plusSeconds(1);
        assertThat(added("oauth")).containsExactly("header Authorization Bearer secret-token-2");
    }

    @Test
    void a_token_that_is_refused_is_renewed_unless_it_is_new() throws TargetException {
        configure("oauth.client-id=a; oauth.client-secret=b");
        List<String> notes = new ArrayList<>();

        assertThat(applied("oauth", List.of()).refused(notes)).as("a new one").isFalse();
        assertThat(applied("oauth", List.of()).refused(notes)).as("a used one").isTrue();
        assertThat(added("oauth")).containsExactly("header Authorization Bearer secret-token-2");
        assertThat(notes)
                .containsExactly(
                        "the provider refused the token with 401, so a new one was fetched and the request repeated");
    }

    @Test
    void a_fixed_token_that_has_expired_cannot_be_renewed_and_the_note_says_which_key_to_set() throws TargetException {
        configure("oauth.token=old");
        List<String> notes = new ArrayList<>();

        assertThat(applied("oauth", List.of()).refused(notes)).isFalse();
        assertThat(notes)
                .containsExactly("the provider refused the value of 'arazzo.security.shop.oauth.token' with 401;"
                        + " it cannot be renewed. Set one that is valid and has not expired");
    }

    @Test
    void a_refusal_without_any_credentials_says_which_keys_to_set() throws TargetException {
        List<String> notes = new ArrayList<>();

        assertThat(applied("either", List.of()).refused(notes)).isFalse();
        assertThat(notes)
                .singleElement()
                .asString()
                .contains(
                        "'arazzo.security.shop.basicAuth.username' and 'arazzo.security.shop.basicAuth.password'",
                        "'arazzo.security.shop.headerKey.value'",
                        "'arazzo.security.shop.bearerAuth.token'");
    }

    @Test
    void a_refusal_of_the_token_endpoint_says_which_keys_to_check_and_is_not_tried_again() {
        server.refuse(401);
        configure("oauth.client-id=a; oauth.client-secret=b");

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> added("oauth"))
                    .isInstanceOf(TargetException.class)
                    .hasMessage(
                            "The token endpoint " + tokenUrl + " answered 401 (invalid_client: unknown client), so no"
                                    + " request with scheme 'oauth' of source 'shop' can be sent. Check"
                                    + " 'arazzo.security.shop.oauth.client-id', 'arazzo.security.shop.oauth.client-secret'.");
        }
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void an_endpoint_that_is_out_of_order_is_tried_again() throws TargetException {
        server.refuse(503);
        configure("oauth.client-id=a; oauth.client-secret=b");
        assertThatThrownBy(() -> added("oauth")).hasMessageContaining("answered 503");

        server.refuse(200);

        assertThat(added("oauth")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "basic | basicAuth.username=A | have a username but no password | basicAuth.password'",
                "basic | basicAuth.password=A | have a password but no username | basicAuth.username'",
                "oauth | oauth.client-id=A | have a client id but no client secret | oauth.client-secret'",
                "oauth | oauth.client-secret=A | have a client secret but no client id | oauth.client-id'",
                "oauth | oauth.username=A; oauth.client-id=c | have a username but no password | oauth.password'",
                "oauth | oauth.client-id=A; oauth.client-secret=s; oauth.token-url=nowhere | 'nowhere' is no absolute http URL | oauth.token-url'",
                "oauth | oauth.client-id=A; oauth.client-secret=s; oauth.token-url=http://localhost:1/ | nothing accepts connections | oauth.token-url'",
                "basic | basicAuht.username=A; basicAuht.password=s | names no security scheme of source 'shop' | Did you mean 'basicAuth'?",
            })
    void what_cannot_work_says_which_key_to_set(String operation, String given, String problem, String remedy) {
        configure(given);

        assertThatThrownBy(() -> added(operation))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining(problem)
                .hasMessageContaining(remedy);
    }

    @Test
    void a_token_endpoint_has_to_be_an_allowed_host() {
        hosts = List.of("shop.example");
        configure("oauth.client-id=A; oauth.client-secret=s; oauth.token-url=https://evil.example/token");

        assertThatThrownBy(() -> added("oauth"))
                .hasMessageContaining("Host 'evil.example' is not allowed")
                .hasMessageContaining("arazzo.hosts");
    }

    @Test
    void no_foreign_token_endpoint_is_asked_on_behalf_of_the_stub_server() throws TargetException {
        live = false;
        tokenUrl = "https://auth.example/token";
        configure("oauth.client-id=A; oauth.client-secret=s; basicAuth.username=A; basicAuth.password=b");

        assertThat(added("oauth")).isEmpty();
        assertThat(added("basic")).hasSize(1);

        configure("oauth.token-url=" + server.url("/token"));
        assertThat(added("oauth")).containsExactly("header Authorization Bearer secret-token-1");
    }

    @Test
    void a_certificate_satisfies_mutual_TLS() throws TargetException {
        configure("headerKey.value=k");
        List<String> notes = new ArrayList<>();
        applied("mutual", List.of()).refused(notes);
        assertThat(notes).singleElement().asString().contains("'arazzo.tls.key-store'");

        keyStore = true;
        credentials = credentials();

        assertThat(added("mutual")).containsExactly("header X-Key k");
    }

    @Test
    void every_secret_is_told_so_that_it_can_be_masked() throws TargetException {
        configure("basicAuth.username=A; basicAuth.password=p4ss; queryKey.value=k3y; oauth.client-id=c;"
                + " oauth.client-secret=s3cret");
        added("basic");
        added("query");
        added("oauth");

        assertThat(secrets).contains("p4ss", "QTpwNHNz", "k3y", "s3cret", "secret-token-1");
    }

    private void configure(String text) {
        for (String pair : text == null ? new String[0] : text.split(";")) {
            String[] parts = pair.strip().split("[.=]", 3);
            Field field = Field.valueOf(parts[1].toUpperCase(Locale.ROOT).replace('-', '_'));
            values.put(new SecurityKey("shop", parts[0], field), parts[2]);
        }
        credentials = credentials();
    }

    private Credentials credentials() {
        return new Credentials(values, environment, keyStore, transport, Duration.ofSeconds(20), clock, secrets::add);
    }

    private List<String> added(String operation) throws TargetException {
        return applied(operation, List.of()).parameters().stream()
                .map(parameter -> parameter.in().fieldValue() + " " + parameter.name() + " "
                        + parameter.value().asText())
                .toList();
    }

    private AppliedCredentials applied(String operation, List<RequestParameter> given) throws TargetException {
        HostList allowed = new HostList(hosts);
        Credentials.Destination destination = new Credentials.Destination(
                live, url -> allowed.isEmpty() || allowed.names(url) || HostList.isLoopback(url));
        return credentials.of(operation(operation), given, destination);
    }

    private SourceOperation operation(String operationId) {
        try {
            ApiDescription description = ApiDescription.of(
                    LocatedReader.read(
                            URI.create("file:/shop.yaml"),
                            DESCRIPTION
                                    .formatted(tokenUrl, server.url("/discovery"))
                                    .getBytes(StandardCharsets.UTF_8),
                            ReadLimits.DEFAULT),
                    ReferenceLoader.none());
            return new SourceOperation(
                    "shop", description.operation(operationId).orElseThrow(), new ExchangeContract(description));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
