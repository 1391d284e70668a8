package io.github.arazzojunit.target.security;

import io.github.arazzojunit.Constants;
import io.github.arazzojunit.config.SecurityKey;
import io.github.arazzojunit.config.SecurityKey.Field;
import io.github.arazzojunit.http.HostList;
import io.github.arazzojunit.http.RequestParameter;
import io.github.arazzojunit.http.Transport;
import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.openapi.SecurityRequirement;
import io.github.arazzojunit.openapi.SecurityScheme;
import io.github.arazzojunit.reader.Nearest;
import io.github.arazzojunit.runner.TargetException;
import io.github.arazzojunit.source.SourceOperation;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The credentials of a run: adds to requests what the security requirements of their operations ask for and the user
 * configured (SEC-12). Of the alternatives the first counts that is configured completely; an operation that asks for
 * nothing gets nothing, and what the step sends itself always wins. Tokens are fetched once per run. Thread-safe.
 */
public final class Credentials {

    private final Map<SecurityKey, String> values;
    private final Map<String, String> environment;
    private final Proofs proofs;
    private final TokenClient client;
    private final Clock clock;
    private final Consumer<String> secrets;
    private final Map<String, TokenSource> tokens = new ConcurrentHashMap<>();

    /**
     * Fetches nothing yet.
     *
     * @param values by source, scheme and field
     * @param environment variables, read where no value is given
     * @param keyStore whether connections prove who calls with a certificate
     * @param transport to the token endpoints, not closed with this object
     * @param secrets is told of every value that must not be shown, when it is first used
     */
    public Credentials(
            Map<SecurityKey, String> values,
            Map<String, String> environment,
            boolean keyStore,
            Transport transport,
            Duration timeout,
            Clock clock,
            Consumer<String> secrets) {
        this.values = Map.copyOf(values);
        this.environment = Map.copyOf(environment);
        this.proofs = new Proofs(keyStore);
        this.client = new TokenClient(transport, timeout, clock);
        this.clock = clock;
        this.secrets = secrets;
    }

    /**
     * Where a request goes.
     *
     * @param live false for the stub server, which no foreign token endpoint has to be asked for
     * @param permitted hosts that requests may reach
     */
    public record Destination(boolean live, Predicate<URI> permitted) {}

    /**
     * What to add to a request.
     *
     * @param given the parameters of the step
     * @throws TargetException when what is configured is incomplete or a token cannot be had
     */
    public AppliedCredentials of(SourceOperation operation, List<RequestParameter> given, Destination destination)
            throws TargetException {
        List<SecurityRequirement> alternatives = operation.operation().security().stream()
                .filter(alternative -> !alternative.scopes().isEmpty())
                .toList();
        List<String> remedies = new ArrayList<>();
        Optional<String> incomplete = Optional.empty();
        for (SecurityRequirement alternative : alternatives) {
            List<Proof> needed = proofs(operation, given, alternative, destination);
            Optional<String> problem = needed.stream()
                    .filter(Proof.Incomplete.class::isInstance)
                    .map(proof -> ((Proof.Incomplete) proof).problem())
                    .findFirst();
            List<String> missing = needed.stream()
                    .filter(Proof.NotConfigured.class::isInstance)
                    .map(proof -> ((Proof.NotConfigured) proof).remedy())
                    .toList();
            if (problem.isEmpty() && missing.isEmpty()) {
                return applied(needed, destination);
            }
            incomplete = incomplete.or(() -> problem);
            remedies.addAll(missing);
        }
        if (incomplete.isPresent()) {
            throw new TargetException(incomplete.get());
        }
        boolean optional =
                alternatives.size() < operation.operation().security().size();
        if (!alternatives.isEmpty() && !optional) {
            checkNames(operation);
        }
        return new AppliedCredentials(List.of(), List.of(), List.of(), remedies);
    }

    private List<Proof> proofs(
            SourceOperation operation,
            List<RequestParameter> given,
            SecurityRequirement alternative,
            Destination destination) {
        List<Proof> needed = new ArrayList<>();
        alternative.scopes().forEach((name, scopes) -> {
            Optional<SecurityScheme> scheme =
                    operation.operation().description().securityScheme(name);
            needed.add(scheme.map(found -> new SchemeValues(operation.sourceName(), found, values, environment))
                    .map(found -> proof(found, given, scopes, destination))
                    .orElseGet(() -> new Proof.NotConfigured("the scheme '" + name + "' in the description")));
        });
        return needed;
    }

    /** Stubs do not look at tokens, so none is fetched for them from elsewhere unless the user says from where. */
    private Proof proof(
            SchemeValues scheme, List<RequestParameter> given, List<String> scopes, Destination destination) {
        Proof proof = proofs.of(scheme, given, scopes);
        if (destination.live() || !(proof instanceof Proof.Fetched fetched) || scheme.has(Field.TOKEN_URL)) {
            return proof;
        }
        return isLoopback(fetched.request().url()) ? proof : new Proof.NotConfigured(scheme.key(Field.TOKEN_URL));
    }

    private static boolean isLoopback(String url) {
        try {
            return HostList.isLoopback(URI.create(url));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private AppliedCredentials applied(List<Proof> needed, Destination destination) throws TargetException {
        List<RequestParameter> parameters = new ArrayList<>();
        List<TokenSource.Use> used = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Proof proof : needed) {
            if (proof instanceof Proof.Fixed fixed) {
                secrets.accept(fixed.secret());
                secrets.accept(withoutScheme(fixed.parameter().value().asText()));
                parameters.add(fixed.parameter());
                keys.add(fixed.key());
            } else if (proof instanceof Proof.Fetched fetched) {
                TokenRequest request = fetched.request();
                request.values().value(Field.CLIENT_SECRET).ifPresent(secrets);
                request.values().value(Field.PASSWORD).ifPresent(secrets);
                TokenSource.Use use = tokens.computeIfAbsent(
                                request.key(), key -> new TokenSource(request, client, clock, secrets))
                        .use(destination.permitted());
                used.add(use);
                parameters.add(Proofs.authorization("Bearer " + use.value()));
            }
        }
        return new AppliedCredentials(parameters, used, keys, List.of());
    }

    /** Without a word in front, such as {@code Basic}. */
    private static String withoutScheme(String value) {
        return value.substring(value.indexOf(' ') + 1);
    }

    /** A key that names no scheme is most often a typing error, and its credentials are never sent. */
    private void checkNames(SourceOperation operation) throws TargetException {
        ApiDescription description = operation.operation().description();
        Set<String> known = description
                .root()
                .at("/components/securitySchemes")
                .map(schemes -> schemes.members().keySet())
                .orElse(Set.of());
        Set<SecurityKey> unknown = new TreeSet<>();
        values.keySet().stream()
                .filter(key -> key.source().equals(operation.sourceName()))
                .filter(key -> !known.contains(key.scheme()))
                .forEach(unknown::add);
        if (!unknown.isEmpty()) {
            SecurityKey key = unknown.iterator().next();
            throw new TargetException("'" + Constants.SECURITY_PROPERTY_PREFIX + key + "' names no security scheme of"
                    + " source '" + operation.sourceName() + "', so " + operation.operation()
                    + " has no credentials and is not sent. " + Nearest.hint(key.scheme(), known));
        }
    }
}
