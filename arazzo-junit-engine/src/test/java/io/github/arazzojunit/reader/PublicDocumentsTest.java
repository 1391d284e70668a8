package io.github.arazzojunit.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.reader.DocumentReader.DocumentReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents as people really write them. */
@EnabledIfSystemProperty(
        named = "shared.documents",
        matches = ".+",
        disabledReason = "needs the folder with public documents: -Dshared.documents=<path>")
class PublicDocumentsTest {

    private static final Path SHARED = Path.of(System.getProperty("shared.documents", "."));

    @Test
    void almost_all_give_a_document(TestReporter reporter) {
        List<String> refused = new ArrayList<>();
        Map<String, Integer> rules = new TreeMap<>();
        int documents = 0;
        int withErrors = 0;
        for (Path file : files("corpus")) {
            if (!isArazzo(file)) {
                continue;
            }
            documents++;
            DocumentReading reading = DocumentReader.read(file.toUri(), bytes(file), ReadLimits.DEFAULT);
            withErrors += reading.findings().stream().anyMatch(Finding::isError) ? 1 : 0;
            reading.findings().forEach(finding -> rules.merge(finding.rule(), 1, Integer::sum));
            if (reading.document().isEmpty()) {
                refused.add(reading.findings().toString());
            }
        }
        reporter.publishEntry(
                Map.of("documents", documents + "", "with errors", withErrors + "", "rules", rules.toString()));

        assertThat(documents).isGreaterThanOrEqualTo(449);
        assertThat(refused)
                .as("refused documents")
                .singleElement()
                .asString()
                .contains("realistic-user-payment-flow.arazzo.yaml:72:8", "yaml-syntax");
    }

    @Test
    void the_seeds_have_no_findings() {
        assertThat(files("seeds/arazzo")).isNotEmpty().allSatisfy(file -> {
            DocumentReading reading = DocumentReader.read(file.toUri(), bytes(file), ReadLimits.DEFAULT);

            assertThat(reading.findings()).isEmpty();
            assertThat(reading.document()).isPresent();
        });
        assertThat(files("seeds/openapi"))
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThatCode(() -> LocatedReader.read(file.toUri(), bytes(file), ReadLimits.DEFAULT))
                                .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.0.1-rel", "1.1"})
    void official_examples_of_conforming_documents_have_no_errors(String version) {
        assertThat(files("spec/schema-fixtures/pass/" + version))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(DocumentReader.read(file.toUri(), bytes(file), ReadLimits.DEFAULT)
                                .findings())
                        .filteredOn(Finding::isError)
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.0.1-rel", "1.1"})
    void official_examples_of_faulty_documents_have_findings(String version) {
        // References in dependsOn are not decided by the structure.
        List<Path> files = files("spec/schema-fixtures/fail/" + version).stream()
                .filter(file -> !file.endsWith("async-depends-on-invalid-reference.arazzo.yaml"))
                .toList();

        assertThat(files)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(DocumentReader.read(file.toUri(), bytes(file), ReadLimits.DEFAULT)
                                .findings())
                        .isNotEmpty());
    }

    @Test
    void every_description_is_readable() {
        List<Path> descriptions = files("corpus").stream()
                .filter(file -> !file.getFileName().toString().contains(".arazzo."))
                .toList();

        assertThat(descriptions)
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThatCode(() -> LocatedReader.read(file.toUri(), bytes(file), ReadLimits.DEFAULT))
                                .doesNotThrowAnyException());
    }

    private static boolean isArazzo(Path file) {
        if (file.getFileName().toString().contains(".arazzo.")) {
            return true;
        }
        return root(file).flatMap(root -> root.member("arazzo")).isPresent();
    }

    private static Optional<LocatedNode> root(Path file) {
        try {
            return Optional.of(LocatedReader.read(file.toUri(), bytes(file), ReadLimits.DEFAULT));
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> paths = Files.walk(SHARED.resolve(folder))) {
            return paths.filter(path -> path.toString().matches(".*\\.(yaml|yml|json)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
