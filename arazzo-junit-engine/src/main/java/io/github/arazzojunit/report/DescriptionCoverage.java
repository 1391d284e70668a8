package io.github.arazzojunit.report;

import io.github.arazzojunit.config.CoverageKind;
import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.openapi.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much of one description a run used. Not thread-safe. */
final class DescriptionCoverage {

    private final ApiDescription description;
    private final Map<String, OperationCoverage> operations = new HashMap<>();

    DescriptionCoverage(ApiDescription description) {
        this.description = description;
    }

    OperationCoverage of(Operation operation) {
        return operations.computeIfAbsent(operation.toString(), key -> new OperationCoverage(operation));
    }

    ApiDescription description() {
        return description;
    }

    /** All operations of the description in its order; reads those that were not used, so it is meant for the end. */
    List<OperationCoverage> operations() {
        return description.operations().stream().map(this::of).toList();
    }

    Share share(CoverageKind kind) {
        return operations().stream().map(operation -> operation.share(kind)).reduce(Share.NONE, Share::plus);
    }
}
