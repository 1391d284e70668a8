package io.github.arazzojunit.report;

import io.github.arazzojunit.report.RunTree.FailureKind;
import io.github.arazzojunit.report.RunTree.StepEntry;
import io.github.arazzojunit.report.RunTree.Verdict;
import io.github.arazzojunit.report.RunTree.WorkflowEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run in one line: how its workflows and steps ended, and why the red ones are red. */
final class RunSummary {

    private RunSummary() {}

    /** @param workflows that nobody called; the steps of called ones count as well */
    static String of(List<WorkflowEntry> workflows) {
        List<StepEntry> steps = workflows.stream().flatMap(RunSummary::steps).toList();
        return count(workflows.size(), "workflow") + ": "
                + verdicts(
                        workflows.stream().map(workflow -> workflow.verdict), "not run because a prerequisite failed")
                + "; " + count(steps.size(), "step") + ": "
                + verdicts(steps.stream().map(step -> step.verdict), "handled by a failure action")
                + reasons(steps);
    }

    private static Stream<StepEntry> steps(WorkflowEntry workflow) {
        return workflow.steps.stream()
                .flatMap(step ->
                        Stream.concat(Stream.of(step), step.called.stream().flatMap(RunSummary::steps)));
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** Passed and failed always, the others only where there are any. */
    private static String verdicts(Stream<Verdict> verdicts, String handled) {
        Map<Verdict, Long> counts = verdicts.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.getOrDefault(Verdict.PASSED, 0L) + " passed, "
                + counts.getOrDefault(Verdict.FAILED, 0L) + " failed"
                + some(counts.get(Verdict.HANDLED), handled)
                + some(counts.get(Verdict.NOT_REACHED), "not reached");
    }

    private static String some(@Nullable Long count, String what) {
        return count == null ? "" : ", " + count + " " + what;
    }

    private static String reasons(List<StepEntry> steps) {
        String reasons = Arrays.stream(FailureKind.values())
                .map(kind -> Map.entry(
                        kind.text,
                        steps.stream()
                                .filter(step -> step.verdict == Verdict.FAILED && step.failureKind == kind)
                                .count()))
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return reasons.isEmpty() ? "" : "; failed: " + reasons;
    }
}
