package io.github.arazzojunit.config;

import io.github.arazzojunit.Constants;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The parameters {@code arazzo.coverage.<kind>.minimum}. */
final class CoverageParameters {

    private CoverageParameters() {}

    static Map<CoverageKind, Double> minimums(ParameterReader reader) {
        Map<CoverageKind, Double> minimums = new EnumMap<>(CoverageKind.class);
        for (CoverageKind kind : CoverageKind.values()) {
            reader.percentage(key(kind)).ifPresent(percent -> minimums.put(kind, percent));
        }
        List<String> valid = Arrays.stream(CoverageKind.values())
                .map(CoverageParameters::key)
                .toList();
        reader.prefixed(Constants.COVERAGE_PROPERTY_PREFIX).forEach((rest, value) -> {
            String key = Constants.COVERAGE_PROPERTY_PREFIX + rest;
            if (!valid.contains(key)) {
                reader.reject(key, value, "one of the keys " + String.join(", ", valid));
            }
        });
        return Map.copyOf(minimums);
    }

    private static String key(CoverageKind kind) {
        return Constants.COVERAGE_PROPERTY_PREFIX + kind.key() + Constants.COVERAGE_MINIMUM_SUFFIX;
    }
}
