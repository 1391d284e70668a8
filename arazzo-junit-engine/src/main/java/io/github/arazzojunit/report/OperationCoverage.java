package io.github.arazzojunit.report;

import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.PreparedRequest;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.OperationParameter;
import io.github.arazzojunit.openapi.ResponseDescription;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How often a run used one operation, and what of it. Not thread-safe. */
final class OperationCoverage {

    private final Operation operation;
    private final Map<String, Integer> statuses = new LinkedHashMap<>();
    private final Map<String, Integer> undocumented = new TreeMap<>();
    private final Map<String, Integer> parameters = new LinkedHashMap<>();
    private int exchanges;

    OperationCoverage(Operation operation) {
        this.operation = operation;
        operation.responses().forEach(response -> statuses.put(response.statusPattern(), 0));
        operation.parameters().forEach(parameter -> parameters.put(name(parameter), 0));
    }

    void add(PreparedRequest request, int status) {
        exchanges++;
        Optional<ResponseDescription> documented = operation.responseFor(status);
        if (documented.isPresent()) {
            statuses.merge(documented.get().statusPattern(), 1, Integer::sum);
        } else {
            undocumented.merge(Integer.toString(status), 1, Integer::sum);
        }
        operation.parameters().stream()
                .filter(parameter -> isSent(parameter, request))
                .forEach(parameter -> parameters.merge(name(parameter), 1, Integer::sum));
    }

    private static boolean isSent(OperationParameter parameter, PreparedRequest request) {
        return switch (parameter.in()) {
            case PATH -> request.path().containsKey(parameter.name());
            case QUERY, QUERYSTRING -> request.query().containsKey(parameter.name());
            case HEADER -> request.headers().containsKey(parameter.name());
            case COOKIE -> hasCookie(request.request(), parameter.name());
            case CHANNEL -> false;
        };
    }

    private static boolean hasCookie(HttpRequest request, String name) {
        return request.header("Cookie").stream()
                .flatMap(cookies -> Arrays.stream(cookies.split(";")))
                .anyMatch(cookie -> cookie.strip().startsWith(name + "="));
    }

    private static String name(OperationParameter parameter) {
        return parameter.in().fieldValue() + " " + parameter.name();
    }

    CoverageCounts.OperationCounts counts() {
        return new CoverageCounts.OperationCounts(
                operation.operationId(), exchanges, statuses, undocumented, parameters);
    }
}
