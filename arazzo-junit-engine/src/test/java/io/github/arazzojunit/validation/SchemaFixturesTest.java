package io.github.arazzojunit.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.reader.DocumentReader;
import io.github.arazzojunit.reader.DocumentReader.DocumentReading;
import io.github.arazzojunit.reader.ReadLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The official fixtures of the JSON Schemas. They show what a schema can decide; some that pass there do not conform to
 * the text, and are listed here with the rules that say so.
 */
@EnabledIfSystemProperty(
        named = "shared.documents",
        matches = ".+",
        disabledReason = "needs the folder with public documents: -Dshared.documents=<path>")
class SchemaFixturesTest {

    private static final List<String> VERSIONS = List.of("1.0", "1.0.1-rel", "1.1");

    /** Fixtures that pass the schema and not the text, by path, with the rules that strict mode makes errors of. */
    private static final Map<String, Set<String>> RELABELLED = relabelled();

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.0.1-rel", "1.1"})
    void conforming_fixtures_have_no_errors_in_strict_mode_but_the_relabelled_ones(String version) {
        Map<String, Set<String>> rejected = rejected("pass/" + version);

        Map<String, Set<String>> expected = new TreeMap<>(RELABELLED);
        expected.keySet().removeIf(name -> !name.startsWith(version + "/"));
        assertThat(rejected).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.0.1-rel", "1.1"})
    void faulty_fixtures_have_errors_in_strict_mode(String version) {
        List<Path> files = PublicDocuments.files("spec/schema-fixtures/fail/" + version);

        assertThat(rejected("fail/" + version)).hasSameSizeAs(files);
    }

    @Test
    void DOC_16_fixtures_of_the_next_version_are_refused() {
        Map<String, Set<String>> rejected = rejected("pass/1.2-dev");

        assertThat(rejected).hasSameSizeAs(PublicDocuments.files("spec/schema-fixtures/pass/1.2-dev"));
        assertThat(rejected.values()).allSatisfy(rules -> assertThat(rules).containsExactly("unsupported-version"));
    }

    private static Map<String, Set<String>> rejected(String folder) {
        Map<String, Set<String>> rejected = new TreeMap<>();
        for (Path file : PublicDocuments.files("spec/schema-fixtures/" + folder)) {
            Set<String> rules = errors(file).stream().map(Finding::rule).collect(Collectors.toCollection(TreeSet::new));
            if (!rules.isEmpty()) {
                String name = file.getFileName().toString().replaceFirst("(\\.arazzo)?\\.yaml$", "");
                rejected.put(folder.substring(folder.indexOf('/') + 1) + "/" + name, rules);
            }
        }
        return rejected;
    }

    private static List<Finding> errors(Path file) {
        DocumentReading reading = DocumentReader.read(file.toUri(), bytes(file), ReadLimits.DEFAULT);
        List<Finding> findings = new ArrayList<>(reading.findings());
        reading.document().ifPresent(document -> findings.addAll(DocumentValidator.validate(document)));
        return Strictness.strict(findings).stream().filter(Finding::isError).toList();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Set<String>> relabelled() {
        Map<String, Set<String>> relabelled = new TreeMap<>();
        for (String version : VERSIONS) {
            relabelled.put(
                    version + "/bnpl-example",
                    rules(
                            "access-without-pointer",
                            "dotted-access",
                            "forward-reference",
                            "headers-plural",
                            "undeclared-output"));
            relabelled.put(version + "/oauth-example", rules("jsonpath-comparison"));
            relabelled.put(version + "/pet-coupons-example", rules("exchange-of-called-workflow"));
        }
        relabelled.put("1.1/async-depends-on", rules("access-without-pointer"));
        relabelled.put(
                "1.1/async-depends-on-cross-workflow", rules("access-without-pointer", "step-of-other-workflow"));
        relabelled.put("1.1/async-with-channel-path", rules("invalid-channel-path"));
        relabelled.put("1.1/asyncapi-success-criteria", rules("jsonpath-comparison"));
        relabelled.put("1.1/characterization-async-invalid-channelPath-string", rules("invalid-channel-path"));
        relabelled.put("1.1/characterization-asyncapi-operationId-without-action", rules("async-step-without-action"));
        relabelled.put("1.1/characterization-openapi-invalid-operationPath-string", rules("unknown-operation"));
        relabelled.put("1.1/characterization-openapi-operationId-with-action", rules("message-field-on-operation"));
        relabelled.put("1.1/characterization-openapi-receive-with-correlationId", rules("message-field-on-operation"));
        relabelled.put("1.1/characterization-workflow-step-with-requestBody", rules("ignored-field"));
        relabelled.put("1.1/openapi-and-asyncapi", rules("access-without-pointer", "dotted-access"));
        relabelled.put("1.1/openapi-operation-path", rules("operation-path-spelling"));
        relabelled.put("1.1/openapi-success-criteria", rules("unknown-source"));
        relabelled.put("1.1/payload-replacement-using-selector", rules("selector-context"));
        relabelled.put("1.1/workflow-success-criteria", rules("unknown-source"));
        return relabelled;
    }

    private static Set<String> rules(String... ids) {
        return new TreeSet<>(List.of(ids));
    }
}
