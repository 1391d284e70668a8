package io.github.arazzojunit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of an area as one test, up to the first that differs: what a mutation run needs, which starts each test on
 * its own for each mutant. No part of the build, where {@link ConformanceSuiteTest} has a test for each case.
 */
class ConformanceAreas {

    private static final ConformanceCases CASES = ConformanceCases.ofModule();

    static Stream<String> areas() {
        return CASES.folders().stream().map(ConformanceAreas::area).distinct();
    }

    @ParameterizedTest
    @MethodSource("areas")
    void every_case_of_the_area_has_its_outcome(String area) {
        List<Path> folders = CASES.folders().stream()
                .filter(folder -> area(folder).equals(area))
                .toList();

        for (Path folder : folders) {
            ConformanceCase conformanceCase = CASES.read(folder);
            assertThat(Expectation.differences(conformanceCase.expectation(), CaseRun.of(conformanceCase)))
                    .as(conformanceCase.id())
                    .isEmpty();
        }
    }

    private static String area(Path folder) {
        return String.valueOf(folder.getParent().getFileName());
    }
}
