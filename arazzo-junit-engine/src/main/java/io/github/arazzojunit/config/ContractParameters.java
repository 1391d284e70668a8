package io.github.arazzojunit.config;

import io.github.arazzojunit.Constants;
import io.github.arazzojunit.config.ArazzoConfiguration.ContractVerdict;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters {@code arazzo.contract.response.<kind>} and {@code arazzo.contract.ignore}. */
final class ContractParameters {

    private ContractParameters() {}

    /** The verdict on each kind of violation: its own, else that on all. */
    static Map<ContractKind, ContractVerdict> responses(ParameterReader reader) {
        ContractVerdict all = reader.choice(Constants.CONTRACT_RESPONSE_PROPERTY_NAME, ContractVerdict.FAIL);
        Map<ContractKind, ContractVerdict> verdicts = new EnumMap<>(ContractKind.class);
        for (ContractKind kind : ContractKind.values()) {
            verdicts.put(kind, reader.choice(key(kind), all));
        }
        List<String> valid = Arrays.stream(ContractKind.values())
                .map(ContractParameters::key)
                .toList();
        reader.prefixed(Constants.CONTRACT_RESPONSE_PROPERTY_PREFIX).forEach((rest, value) -> {
            String key = Constants.CONTRACT_RESPONSE_PROPERTY_PREFIX + rest;
            if (!valid.contains(key)) {
                reader.reject(key, value, "one of the keys " + String.join(", ", valid));
            }
        });
        return Map.copyOf(verdicts);
    }

    static List<IgnoredPlace> ignored(ParameterReader reader) {
        List<Optional<IgnoredPlace>> places =
                reader.list(Constants.CONTRACT_IGNORE_PROPERTY_NAME).orElse(List.of()).stream()
                        .map(IgnoredPlace::parse)
                        .toList();
        if (places.stream().anyMatch(Optional::isEmpty)) {
            reader.reject(
                    Constants.CONTRACT_IGNORE_PROPERTY_NAME,
                    reader.text(Constants.CONTRACT_IGNORE_PROPERTY_NAME).orElse(""),
                    IgnoredPlace.VALID);
        }
        return places.stream().flatMap(Optional::stream).toList();
    }

    private static String key(ContractKind kind) {
        return Constants.CONTRACT_RESPONSE_PROPERTY_PREFIX + kind.key();
    }
}
