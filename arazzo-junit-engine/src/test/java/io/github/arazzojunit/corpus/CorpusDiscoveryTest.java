package io.github.arazzojunit.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import io.github.arazzojunit.junit.descriptor.DocumentDescriptor;
import io.github.arazzojunit.junit.descriptor.FailureDescriptor;
import io.github.arazzojunit.junit.descriptor.WorkflowDescriptor;
import io.github.arazzojunit.model.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineDiscoveryResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * Public documents as discovery sees them. Somebody has looked at every rejection: each is true, either because the
 * document has no sensible reading or because a decision says so. All findings are written to {@code target/corpus}.
 */
@EnabledIfSystemProperty(
        named = "shared.documents",
        matches = ".+",
        disabledReason = "needs the folder with public documents: -Dshared.documents=<path>")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusDiscoveryTest {

    private static final Path REPORT = Path.of("target", "corpus");
    private static final Pattern RULE = Pattern.compile("\\[([a-z0-9-]+)]$");

    private static final Map<String, Integer> REJECTIONS = Map.ofEntries(
            Map.entry("condition-syntax", 20),
            Map.entry("dependency-cycle", 2),
            Map.entry("duplicate-parameter", 2),
            Map.entry("duplicate-step-id", 1),
            Map.entry("duplicate-workflow-id", 1),
            Map.entry("empty-list", 2),
            Map.entry("endless-recursion", 5),
            Map.entry("goto-without-target", 1),
            Map.entry("invalid-output", 3),
            Map.entry("invalid-output-expression", 21),
            Map.entry("invalid-step-reference", 13),
            Map.entry("invalid-value", 1),
            Map.entry("missing-context", 1),
            Map.entry("missing-field", 30),
            Map.entry("several-action-targets", 2),
            Map.entry("several-step-targets", 2),
            Map.entry("step-without-target", 11),
            Map.entry("unknown-operation", 11),
            Map.entry("unknown-source", 3),
            Map.entry("unknown-step", 5),
            Map.entry("unknown-workflow", 13),
            Map.entry("wrong-type", 20),
            Map.entry("yaml-syntax", 1));

    private List<TestDescriptor> nodes = List.of();
    private List<DiscoveryIssue> issues = List.of();

    @BeforeAll
    void discover() {
        EngineDiscoveryResults results = EngineTestKit.engine("arazzo")
                .selectors(CorpusDocuments.all().stream()
                        .map(document -> selectFile(document.file().toFile()))
                        .toArray(DiscoverySelector[]::new))
                .enableImplicitConfigurationParameters(false)
                .discover();
        issues = results.getDiscoveryIssues();
        nodes = results.getEngineDescriptor().getDescendants().stream()
                .map(TestDescriptor.class::cast)
                .toList();
        write("discovery-errors.txt", errors());
        write("discovery-warnings.txt", warnings());
    }

    @Test
    void every_document_and_every_workflow_has_its_node() {
        assertThat(nodes)
                .filteredOn(node -> node instanceof DocumentDescriptor || node instanceof FailureDescriptor)
                .hasSize(450);
        assertThat(nodes).filteredOn(WorkflowDescriptor.class::isInstance).hasSize(846);
    }

    @Test
    void nothing_stops_the_whole_discovery() {
        assertThat(issues)
                .filteredOn(issue -> issue.severity() == Severity.ERROR)
                .isEmpty();
    }

    @Test
    void every_rejection_is_one_that_was_looked_at() {
        assertThat(counts(errors())).isEqualTo(REJECTIONS);
    }

    @Test
    void every_warning_says_which_rule_it_comes_from() {
        assertThat(warnings())
                .hasSizeGreaterThan(1000)
                .allMatch(warning -> RULE.matcher(warning).find());
    }

    private List<String> errors() {
        return nodes.stream().flatMap(CorpusDiscoveryTest::errorsOf).toList();
    }

    private static Stream<String> errorsOf(TestDescriptor node) {
        if (node instanceof FailureDescriptor failure) {
            return failure.message().lines().skip(1);
        }
        return node instanceof WorkflowDescriptor workflow
                ? workflow.findings().stream().filter(Finding::isError).map(Finding::toString)
                : Stream.empty();
    }

    private List<String> warnings() {
        return issues.stream()
                .filter(issue -> issue.severity() == Severity.WARNING)
                .map(DiscoveryIssue::message)
                .toList();
    }

    private static Map<String, Integer> counts(List<String> findings) {
        Map<String, Integer> counts = new TreeMap<>();
        findings.stream().map(CorpusDiscoveryTest::rule).forEach(rule -> counts.merge(rule, 1, Integer::sum));
        return counts;
    }

    private static String rule(String finding) {
        Matcher rule = RULE.matcher(finding);
        return rule.find() ? rule.group(1) : finding;
    }

    private static void write(String name, List<String> findings) {
        String figures = counts(findings).entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining("\n"));
        try {
            Files.createDirectories(REPORT);
            Files.writeString(REPORT.resolve(name), figures + "\n\n" + String.join("\n", findings) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
