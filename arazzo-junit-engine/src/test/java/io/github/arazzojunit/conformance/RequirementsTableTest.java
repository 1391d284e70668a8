package io.github.arazzojunit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the table of requirements true; {@code -Dconformance.update=true} writes it anew. */
class RequirementsTableTest {

    private final ConformanceCases cases = ConformanceCases.ofModule();
    private final Path file = cases.root().resolve("REQUIREMENTS.md");
    private final RequirementsTable table = RequirementsTable.of(cases.root().resolve("requirements.csv"), cases.all());

    RequirementsTableTest() throws IOException {}

    @Test
    void every_id_that_a_case_names_is_a_requirement() {
        assertThat(table.unknownIds()).isEmpty();
    }

    @Test
    void every_requirement_says_in_a_known_way_what_else_covers_it() {
        assertThat(table.requirements())
                .extracting(RequirementsTable.Requirement::coveredBy)
                .allMatch(coverage -> coverage.matches("|unit:\\w+( unit:\\w+)*|not-applicable:.+"));
    }

    @Test
    void every_demand_of_the_specification_is_covered() {
        assertThat(table.uncoveredDemands())
                .as("a requirement of level MUST needs a case, or in requirements.csv what else covers it")
                .isEmpty();
    }

    @Test
    void every_test_class_that_covers_something_exists() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())).toList())
                    .containsAll(table.testClasses().stream()
                            .map(name -> name + ".java")
                            .toList());
        }
    }

    @Test
    void the_table_is_up_to_date() throws IOException {
        String expected = table.markdown();
        if (Boolean.getBoolean("conformance.update")) {
            Files.writeString(file, expected);
        }
        String actual = Files.readString(file);
        assertThat(actual)
                .as("%s is stale; run this test once with -Dconformance.update=true and commit the file", file)
                .isEqualTo(expected);
    }
}
