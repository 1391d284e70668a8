package io.github.arazzojunit.conformance;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every case of the conformance suite, by area; {@code -Dconformance.case=<text>} runs those whose id contains it. */
class ConformanceSuiteTest {

    private final ConformanceCases cases = ConformanceCases.ofModule();

    @TestFactory
    Stream<DynamicNode> areas() {
        String wanted = System.getProperty("conformance.case", "");
        Map<String, List<Path>> areas = cases.folders().stream()
                .filter(folder -> folder.toString().replace('\\', '/').contains(wanted))
                .collect(Collectors.groupingBy(
                        folder -> String.valueOf(folder.getParent().getFileName()), TreeMap::new, Collectors.toList()));
        return areas.entrySet().stream()
                .map(area ->
                        dynamicContainer(area.getKey(), area.getValue().stream().map(this::test)));
    }

    private DynamicNode test(Path folder) {
        return dynamicTest(
                String.valueOf(folder.getFileName()),
                folder.resolve("case.yaml").toUri(),
                () -> check(cases.read(folder)));
    }

    private static void check(ConformanceCase conformanceCase) {
        CaseRun.Observation observed = CaseRun.of(conformanceCase);
        List<String> differences = Expectation.differences(conformanceCase.expectation(), observed);
        if (!differences.isEmpty()) {
            fail("""
                    %s
                    %s %s
                      - %s
                    requests: %s
                    steps: %s
                    findings: %s
                    message: %s""".formatted(
                            conformanceCase.id(),
                            conformanceCase.title(),
                            conformanceCase.requirements(),
                            String.join("\n  - ", differences),
                            observed.server().requests(),
                            observed.record(),
                            observed.findings(),
                            observed.message()));
        }
    }
}
