package io.github.arazzojunit.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Public documents run without their providers, and what is red says what is wrong with the documents. The figures and
 * every red workflow are written to {@code target/corpus}. The time limit only ends a run that hangs.
 */
@EnabledIfSystemProperty(
        named = "shared.documents",
        matches = ".+",
        disabledReason = "needs the folder with public documents: -Dshared.documents=<path>")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CorpusTest {

    private static final Path REPORT = Path.of("target", "corpus");

    private static final Map<String, String> CONFIGURATION = Map.of(
            "arazzo.report", "off",
            "arazzo.limits.steps", "200",
            "arazzo.execution.parallel.enabled", "true",
            "arazzo.execution.parallel.config.strategy", "fixed",
            "arazzo.execution.parallel.config.fixed.parallelism", "2");

    /** Held, because a logger that nobody holds forgets its level; it would print thousands of warnings. */
    private final Logger notifier = Logger.getLogger("org.junit.platform.launcher.core.DiscoveryIssueNotifier");

    private final VisitedHosts hosts = new VisitedHosts();
    private CorpusTable table = new CorpusTable(0, List.of());

    @BeforeAll
    void run(TestReporter reporter) {
        List<CorpusDocument> documents = CorpusDocuments.all();
        ProxySelector proxies = ProxySelector.getDefault();
        Level level = notifier.getLevel();
        ProxySelector.setDefault(hosts);
        notifier.setLevel(Level.OFF);
        try {
            table = new CorpusTable(
                    documents.size(), new CorpusRun(CorpusDocuments.folder(), CONFIGURATION).run(documents));
        } finally {
            notifier.setLevel(level);
            ProxySelector.setDefault(proxies);
        }
        write("table.txt", table.figures());
        write("red.txt", table.details());
        write("verdicts.tsv", table.lines());
        reporter.publishEntry("corpus", table.figures());
    }

    @Test
    void every_workflow_is_reported() {
        assertThat(table.documents()).isEqualTo(450);
        assertThat(table.workflows()).isEqualTo(846);
    }

    @Test
    void nothing_crashes() {
        assertThat(table.verdicts())
                .flatExtracting(WorkflowVerdict::reds)
                .filteredOn(WorkflowVerdict.Red::crash)
                .isEmpty();
    }

    @Test
    void at_least_97_percent_are_green_or_say_what_is_wrong_with_the_documents() {
        assertThat(table.unexplained()).hasSizeLessThan((int) (0.03 * table.workflows()));
    }

    @Test
    void SEC_02_no_request_leaves_the_machine() {
        assertThat(hosts.names()).containsExactly("localhost");
    }

    private static void write(String name, String text) {
        try {
            Files.createDirectories(REPORT);
            Files.writeString(REPORT.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
