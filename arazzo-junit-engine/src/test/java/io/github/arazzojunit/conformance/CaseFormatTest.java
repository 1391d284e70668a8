package io.github.arazzojunit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the suite demands of its cases. */
class CaseFormatTest {

    private static final ConformanceCases CASES = ConformanceCases.ofModule();

    static List<Path> folders() {
        return CASES.folders();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void a_case_follows_the_format_and_its_document_exists(Path folder) {
        assertThat(CASES.read(folder).document()).isRegularFile();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void a_case_has_no_file_that_nothing_mentions(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> present = files.toList();
            StringBuilder texts = new StringBuilder();
            for (Path file : present) {
                texts.append(Files.readString(file));
            }
            assertThat(present)
                    .allSatisfy(file -> assertThat(file.endsWith("case.yaml")
                                    || texts.indexOf(String.valueOf(file.getFileName())) >= 0)
                            .as("%s is mentioned", file)
                            .isTrue());
        }
    }

    @Test
    void no_two_cases_have_one_title() {
        assertThat(CASES.all()).extracting(ConformanceCase::title).doesNotHaveDuplicates();
    }
}
