package io.github.arazzojunit.stub.made;

import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.model.Parameter;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.SecurityRequirement;
import io.github.arazzojunit.openapi.SecurityScheme;
import io.github.arazzojunit.runner.UpcomingRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a request proves who sends it, as its operation asks. */
final class Credentials {

    private Credentials() {}

    /** A warning for an operation that asks for a proof, when none of the alternatives is there. */
    static List<String> missing(UpcomingRequest request) {
        Operation operation = request.operation().operation();
        List<SecurityRequirement> alternatives = operation.security();
        boolean satisfied = alternatives.isEmpty()
                || alternatives.stream()
                        .anyMatch(alternative -> alternative.scopes().keySet().stream()
                                .allMatch(name -> isThere(operation, name, request)));
        if (satisfied) {
            return List.of();
        }
        String names = alternatives.stream()
                .map(alternative -> String.join(" with ", alternative.scopes().keySet()))
                .collect(Collectors.joining(" or "));
        return List.of("warning: " + operation + " (" + operation.position() + ") asks for " + names + ", but step '"
                + request.visit().step().stepId() + "' ("
                + request.visit().step().position()
                + ") sends no credential");
    }

    private static boolean isThere(Operation operation, String name, UpcomingRequest request) {
        Optional<SecurityScheme> scheme = operation.description().securityScheme(name);
        if (scheme.isEmpty()) {
            return true;
        }
        HttpRequest sent = request.request().request();
        return switch (scheme.get().type()) {
            case "apiKey" -> key(scheme.get(), request);
            case "http", "oauth2", "openIdConnect" ->
                sent.header("Authorization").isPresent();
            default -> true;
        };
    }

    private static boolean key(SecurityScheme scheme, UpcomingRequest request) {
        String name = scheme.parameterName().orElse("");
        return switch (scheme.in().orElse(Parameter.Location.HEADER)) {
            case QUERY -> request.request().query().containsKey(name);
            case COOKIE -> request.request().request().header("Cookie").isPresent();
            default -> request.request().request().header(name).isPresent();
        };
    }
}
