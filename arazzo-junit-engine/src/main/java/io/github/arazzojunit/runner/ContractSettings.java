package io.github.arazzojunit.runner;

import io.github.arazzojunit.config.ContractKind;
import io.github.arazzojunit.config.IgnoredPlace;
import io.github.arazzojunit.contract.ContractViolation;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.runner.RunSettings.ContractVerdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What messages that violate their description mean.
 *
 * @param verdicts for every kind of violation
 * @param ignored places where nothing counts
 */
public record ContractSettings(Map<ContractKind, ContractVerdict> verdicts, List<IgnoredPlace> ignored) {

    public ContractSettings {
        verdicts = Map.copyOf(verdicts);
        ignored = List.copyOf(ignored);
    }

    /** One verdict for all kinds and places. */
    public static ContractSettings all(ContractVerdict verdict) {
        return new ContractSettings(
                Arrays.stream(ContractKind.values()).collect(Collectors.toMap(Function.identity(), kind -> verdict)),
                List.of());
    }

    boolean isOff() {
        return verdicts.values().stream().allMatch(ContractVerdict.OFF::equals);
    }

    /** What a violation means; a mere warning is never more than that. */
    ContractVerdict verdict(Operation operation, ContractViolation violation) {
        Optional<String> place = violation.isInBody() ? Optional.of(violation.pointer()) : Optional.empty();
        if (ignored.stream().anyMatch(each -> each.covers(operation.operationId(), operation.toString(), place))) {
            return ContractVerdict.OFF;
        }
        ContractVerdict verdict = verdicts.getOrDefault(violation.kind(), ContractVerdict.FAIL);
        return violation.isWarning() && verdict == ContractVerdict.FAIL ? ContractVerdict.WARN : verdict;
    }
}
