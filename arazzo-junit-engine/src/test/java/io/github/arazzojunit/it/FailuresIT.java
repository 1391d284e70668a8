package io.github.arazzojunit.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.it.TestReport.Suite;
import io.github.arazzojunit.it.TestReport.TestCase;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fails is red in its own place, all else runs, and a rerun repairs only what really passes the second time. */
class FailuresIT {

    @RegisterExtension
    static final PackagedEngine ENGINE = new PackagedEngine();

    /** A workflow that fails as a whole is a test of its own, because Surefire knows tests alone by their class. */
    @ParameterizedTest(name = "Surefire {0}, JUnit {1}")
    @CsvSource({"3.5.6, 5.13.4", "3.6.1, 6.1.3"})
    void a_broken_document_red_steps_and_a_red_workflow_fail_beside_healthy_ones(String surefire, String junit) {
        Suite suite = UserModule.of(ENGINE, "failures", new Cell(surefire, junit))
                .run("test", "-Dsurefire.rerunFailingTestsCount=2")
                .fails()
                .surefire()
                .only();

        assertThat(suite.lines().stream().distinct())
                .containsExactly(
                        "org.example.WorkflowsTest: send-parcel › send",
                        "org.example.WorkflowsTest: send-parcel › find",
                        "org.example.WorkflowsTest: send-twice › first › send",
                        "org.example.WorkflowsTest: send-twice › first › find",
                        "org.example.WorkflowsTest: send-twice › first",
                        "org.example.WorkflowsTest: send-twice › second",
                        "org.example.WorkflowsTest: find-or-send › find [skipped]",
                        "org.example.WorkflowsTest: find-or-send › send",
                        "org.example.WorkflowsTest: find-or-send › pick-up [skipped]",
                        "org.example.WorkflowsTest: send-weighed › letter › send",
                        "org.example.WorkflowsTest: send-weighed › crate › send",
                        "org.example.WorkflowsTest: deliver-parcel › send",
                        "org.example.WorkflowsTest: deliver-parcel › deliver [failure, rerunFailure, rerunFailure]",
                        "org.example.WorkflowsTest: deliver-parcel › thank [skipped]",
                        "org.example.WorkflowsTest: track-parcel › send",
                        "org.example.WorkflowsTest: track-parcel › track [flakyFailure]",
                        "org.example.WorkflowsTest: insure-parcel › insure [skipped]",
                        "org.example.WorkflowsTest: insure-parcel [failure, rerunFailure, rerunFailure]",
                        "org.example.WorkflowsTest: return-parcel › take-back [skipped]",
                        "org.example.WorkflowsTest: return-parcel [error, rerunError, rerunError]",
                        "org.example.WorkflowsTest: unreadable.arazzo.yaml [failure, rerunFailure, rerunFailure]");
        assertThat(suite.counts()).isEqualTo("21 tests, 3 failures, 1 errors, 5 skipped");
        assertMessages(suite);
    }

    private static void assertMessages(Suite suite) {
        TestCase step = suite.testCase("deliver-parcel › deliver");
        assertThat(step.message())
                .contains("deliver: 1 of 2 success criteria not met", "red.arazzo.yaml:24:13")
                .containsPattern("✗ \\$response\\.body#/state == 'delivered'\\R +left +\"sent\" +right +\"delivered\"")
                .contains("✓ $statusCode == 200", "/parcels/p-1 -> 200")
                .contains("at deliver-parcel.deliver(red.arazzo.yaml:18)")
                .doesNotContain("io.github.arazzojunit");
        assertThat(suite.testCase("track-parcel › track").message())
                .contains("/parcels/unknown -> 404", "red.arazzo.yaml:46:13");
        assertThat(suite.testCase("insure-parcel").message())
                .contains("/amount: string found, number expected (red.arazzo.yaml:52:19")
                .contains("at insure-parcel.workflow(red.arazzo.yaml:47)");
        assertThat(suite.testCase("return-parcel").message())
                .contains("There is no van.", "at org.example.WorkflowsTest.fetchVan(WorkflowsTest.java:");
        assertThat(suite.testCase("unreadable.arazzo.yaml").message())
                .contains("none of its workflows was started", "unreadable.arazzo.yaml:5:10: ");
    }
}
