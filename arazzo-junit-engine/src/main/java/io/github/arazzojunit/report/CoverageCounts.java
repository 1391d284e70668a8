package io.github.arazzojunit.report;

import io.github.arazzojunit.config.CoverageKind;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * How often everything of the descriptions and workflows was used; those of several runs can be added up. Immutable.
 *
 * @param descriptions by URI
 * @param workflows by document and id
 */
record CoverageCounts(Map<String, DescriptionCounts> descriptions, Map<WorkflowKey, WorkflowCounts> workflows) {

    static final CoverageCounts NONE = new CoverageCounts(Map.of(), Map.of());

    /** @param uri of the document */
    record WorkflowKey(String uri, String workflowId) {}

    /** @param operations by method and path */
    record DescriptionCounts(String title, Map<String, OperationCounts> operations) {

        DescriptionCounts plus(DescriptionCounts other) {
            return new DescriptionCounts(title, merged(operations, other.operations, OperationCounts::plus));
        }

        Share share(CoverageKind kind) {
            return sum(operations.values().stream().map(operation -> operation.share(kind)));
        }
    }

    /**
     * One operation.
     *
     * @param statuses exchanges by documented status pattern, 0 where there was none
     * @param undocumented exchanges by status that the description does not have
     * @param parameters requests with a value, by place and name of the parameter, 0 where there was none
     */
    record OperationCounts(
            Optional<String> operationId,
            int exchanges,
            Map<String, Integer> statuses,
            Map<String, Integer> undocumented,
            Map<String, Integer> parameters) {

        OperationCounts plus(OperationCounts other) {
            return new OperationCounts(
                    operationId,
                    exchanges + other.exchanges,
                    merged(statuses, other.statuses, Integer::sum),
                    merged(undocumented, other.undocumented, Integer::sum),
                    merged(parameters, other.parameters, Integer::sum));
        }

        private Share share(CoverageKind kind) {
            return switch (kind) {
                case OPERATIONS -> Share.of(exchanges > 0 ? 1 : 0, 1);
                case STATUSES -> used(statuses.values());
                case PARAMETERS -> used(parameters.values());
                case BRANCHES -> Share.NONE;
            };
        }
    }

    /** @param branches how often each was taken */
    record WorkflowCounts(Map<Branch, Integer> branches) {

        WorkflowCounts plus(WorkflowCounts other) {
            return new WorkflowCounts(merged(branches, other.branches, Integer::sum));
        }
    }

    /**
     * An action of a step.
     *
     * @param list {@code onSuccess} or {@code onFailure}
     */
    record Branch(String stepId, String list, String action) {}

    CoverageCounts plus(CoverageCounts other) {
        return new CoverageCounts(
                merged(descriptions, other.descriptions, DescriptionCounts::plus),
                merged(workflows, other.workflows, WorkflowCounts::plus));
    }

    Share share(CoverageKind kind) {
        return kind == CoverageKind.BRANCHES
                ? sum(workflows.values().stream()
                        .map(workflow -> used(workflow.branches().values())))
                : sum(descriptions.values().stream().map(description -> description.share(kind)));
    }

    private static Share sum(Stream<Share> shares) {
        return shares.reduce(Share.NONE, Share::plus);
    }

    private static Share used(Collection<Integer> counts) {
        return Share.of(counts.stream().filter(count -> count > 0).count(), counts.size());
    }

    private static <K, V> Map<K, V> merged(Map<K, V> one, Map<K, V> other, BinaryOperator<V> plus) {
        Map<K, V> sum = new LinkedHashMap<>(one);
        other.forEach((key, value) -> sum.merge(key, value, plus));
        return Collections.unmodifiableMap(sum);
    }
}
