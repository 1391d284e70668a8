package io.github.arazzojunit.report;

import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.openapi.Operation;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    /** All operations of the description in its order; reads those that were not used, so it is meant for the end. */
    CoverageCounts.DescriptionCounts counts() {
        Map<String, CoverageCounts.OperationCounts> counts = new LinkedHashMap<>();
        description
                .operations()
                .forEach(operation ->
                        counts.put(operation.toString(), of(operation).counts()));
        return new CoverageCounts.DescriptionCounts(description.title(), counts);
    }
}
