package io.github.arazzojunit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.arazzojunit.config.CoverageKind;
import io.github.arazzojunit.report.CoverageCounts.DescriptionCounts;
import io.github.arazzojunit.report.CoverageCounts.OperationCounts;
import io.github.arazzojunit.report.RunTree.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {

    private static final BuildProcess BUILD = new BuildProcess(4711, Instant.parse("2026-05-01T10:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void runs_of_one_build_make_one_report() throws IOException {
        run(BUILD, "first", "getOrder");
        run(BUILD, "second", "makeOrder");

        assertThat(page()).contains("2 workflows: 2 passed, 0 failed", "<p>first</p><p>second</p>");
        assertThat(har().path("log").path("entries")).hasToString("[\"first\",\"second\"]");
        assertThat(coverage()).isEqualTo("2 of 2");
    }

    @Test
    void a_later_build_replaces_the_report() throws IOException {
        run(BUILD, "first", "getOrder");
        run(new BuildProcess(4711, Instant.parse("2026-05-01T10:05:00Z")), "later", "makeOrder");

        assertThat(page()).contains("1 workflow: 1 passed", "later").doesNotContain("first");
        assertThat(coverage()).isEqualTo("1 of 2");
    }

    @Test
    void runs_of_different_builds_at_the_same_time_take_nothing_from_each_other() throws IOException {
        ReportFolder report = new ReportFolder(folder, BUILD);
        ReportFolder.Part slow = begin(report, "slow");

        run(new BuildProcess(12, Instant.EPOCH), "other", "makeOrder");
        report.finish(slow, summary(), covering("getOrder"));

        assertThat(page()).contains("slow", "other");
    }

    @Test
    void a_run_that_goes_on_is_not_in_the_report_yet_and_leaves_the_verdict_to_the_last() throws IOException {
        ReportFolder report = new ReportFolder(folder, BUILD);
        ReportFolder.Part slow = begin(report, "slow");
        ReportFolder.Part fast = begin(report, "fast");

        assertThat(report.count(fast, summary(), covering("getOrder")).goingOn())
                .isTrue();
        report.finish(fast, summary(), covering("getOrder"));
        assertThat(page()).contains("fast").doesNotContain("slow");

        ReportFolder.Totals last = report.count(slow, summary(), covering("makeOrder"));
        assertThat(last.goingOn()).isFalse();
        assertThat(last.coverage().share(CoverageKind.OPERATIONS)).hasToString("2 of 2 (100.0 %)");
    }

    /** Were each to wait for the other, too little coverage would be green. */
    @Test
    void of_runs_that_end_at_the_same_time_the_second_judges_before_the_first_has_written_its_files()
            throws IOException {
        ReportFolder report = new ReportFolder(folder, BUILD);
        ReportFolder.Part one = begin(report, "one");
        ReportFolder.Part other = begin(report, "other");

        ReportFolder.Totals first = report.count(one, summary(), covering("getOrder"));
        ReportFolder.Totals second = report.count(other, summary(), covering("makeOrder"));

        assertThat(first.goingOn()).isTrue();
        assertThat(second.goingOn()).isFalse();
        assertThat(second.coverage().share(CoverageKind.OPERATIONS)).hasToString("2 of 2 (100.0 %)");
    }

    @Test
    void nobody_waits_for_a_run_whose_process_was_killed() throws IOException, InterruptedException {
        ReportFolder report = new ReportFolder(folder, BUILD);
        ReportFolder.Part killed = begin(report, "killed");
        Files.writeString(killed.folder().resolve("open"), Long.toString(endedProcess()));
        ReportFolder.Part own = begin(report, "own");

        assertThat(report.count(own, summary(), covering("getOrder")).goingOn()).isFalse();
        report.finish(own, summary(), covering("getOrder"));
        assertThat(page()).contains("own").doesNotContain("killed");
    }

    @Test
    void runs_at_the_same_time_lose_nothing_of_each_other() throws Exception {
        int runs = 16;
        List<Callable<Path>> all = IntStream.range(0, runs)
                .<Callable<Path>>mapToObj(i -> () -> run(BUILD, "run-" + i, "getOrder"))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(runs);
        try {
            for (Future<Path> run : threads.invokeAll(all)) {
                assertThat(run.get()).exists();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(page()).contains(runs + " workflows: " + runs + " passed");
        assertThat(har().path("log").path("entries")).hasSize(runs);
    }

    private Path run(BuildProcess build, String name, String covered) throws IOException {
        ReportFolder report = new ReportFolder(folder, build);
        return report.finish(begin(report, name), summary(), covering(covered));
    }

    private static ReportFolder.Part begin(ReportFolder report, String name) throws IOException {
        ReportFolder.Part part = report.begin();
        Files.writeString(part.workflows(), "<p>" + name + "</p>");
        Files.writeString(part.exchanges(), "\"" + name + "\"");
        return part;
    }

    private static RunSummary summary() {
        return new RunSummary(Map.of(Verdict.PASSED, 1), Map.of(), Map.of());
    }

    private static CoverageCounts covering(String operation) {
        Map<String, OperationCounts> operations = new LinkedHashMap<>();
        for (String name : List.of("getOrder", "makeOrder")) {
            int exchanges = name.equals(operation) ? 1 : 0;
            operations.put(
                    name,
                    new OperationCounts(Optional.of(name), exchanges, Map.of("200", exchanges), Map.of(), Map.of()));
        }
        return new CoverageCounts(Map.of("shop.yaml", new DescriptionCounts("Shop", operations)), Map.of());
    }

    private static long endedProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        process.waitFor();
        return process.pid();
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve("index.html"));
    }

    private JsonNode har() throws IOException {
        return new JsonMapper().readTree(folder.resolve("exchanges.har").toFile());
    }

    private String coverage() throws IOException {
        JsonNode operations = new JsonMapper()
                .readTree(folder.resolve("coverage.json").toFile())
                .path("totals")
                .path("operations");
        return operations.path("covered").asText() + " of "
                + operations.path("all").asText();
    }
}
