package io.github.arazzojunit.junit.execution;

import static io.github.arazzojunit.junit.execution.Scenario.criteria;
import static io.github.arazzojunit.junit.execution.Scenario.read;
import static io.github.arazzojunit.junit.execution.Scenario.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.CancellationToken;

/** Without cancellation each of these would wait for a minute. */
@Timeout(30)
class CancellationRunTest {

    private static final String WAIT = """
            onFailure:
              - {name: again, type: retry, retryLimit: 3, retryAfter: 60}
            """;

    @RegisterExtension
    final Scenario scenario = new Scenario();

    @TempDir
    private Path report;

    private final CancellationToken token = CancellationToken.create();

    @Test
    void a_workflow_that_is_cancelled_while_it_waits_starts_nothing_more_and_is_reported() throws Exception {
        scenario.configure("arazzo.report", report.toString());
        scenario.workflows(
                workflow(
                        "poll",
                        List.of(read("wait", "none", criteria("$statusCode == 200"), WAIT), read("later", "o"))),
                workflow("next", List.of(read("never", "o"))));
        scenario.provider().on("GET /orders/none", token::cancel);

        Execution execution = scenario.run(token);

        assertThat(execution.endsBelowDocuments())
                .containsExactly(
                        "wait ABORTED",
                        "later SKIPPED not reached: the run was cancelled",
                        "poll ABORTED",
                        "next SKIPPED Execution cancelled");
        assertThat(execution.failure("wait")).hasMessageStartingWith("not finished, because:");
        assertThat(scenario.provider().requests()).containsExactly("GET /orders/none");
        assertThat(Files.readString(report.resolve("index.html"))).contains("The run was cancelled.");
    }

    @Test
    void all_workflows_that_run_at_the_same_time_end() {
        CountDownLatch both = new CountDownLatch(2);
        scenario.configure("arazzo.execution.parallel.enabled", "true")
                .configure("arazzo.execution.parallel.config.strategy", "fixed")
                .configure("arazzo.execution.parallel.config.fixed.parallelism", "2");
        scenario.workflows(
                workflow(
                        "one", List.of(read("first", "one", criteria("$statusCode == 200"), WAIT), read("later", "o"))),
                workflow(
                        "two",
                        List.of(read("second", "two", criteria("$statusCode == 200"), WAIT), read("last", "o"))));
        scenario.provider().on("GET /orders/one", () -> cancelWhenAllAreHere(both));
        scenario.provider().on("GET /orders/two", () -> cancelWhenAllAreHere(both));

        Execution execution = scenario.run(token);

        assertThat(execution.endsBelowDocuments())
                .containsExactlyInAnyOrder(
                        "first ABORTED",
                        "later SKIPPED not reached: the run was cancelled",
                        "one ABORTED",
                        "second ABORTED",
                        "last SKIPPED not reached: the run was cancelled",
                        "two ABORTED");
        assertThat(scenario.provider().requests()).hasSize(2);
    }

    private void cancelWhenAllAreHere(CountDownLatch all) {
        all.countDown();
        if (all.getCount() == 0) {
            token.cancel();
        }
    }
}
