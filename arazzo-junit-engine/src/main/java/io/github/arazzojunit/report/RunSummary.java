package io.github.arazzojunit.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.report.RunTree.FailureKind;
import io.github.arazzojunit.report.RunTree.StepEntry;
import io.github.arazzojunit.report.RunTree.Verdict;
import io.github.arazzojunit.report.RunTree.WorkflowEntry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs in one line: how their workflows and steps ended, and why the red ones are red. Immutable.
 *
 * @param workflows that nobody called, by verdict
 * @param steps by verdict, those of called workflows as well
 * @param failures failed steps by what failed them
 */
record RunSummary(Map<Verdict, Integer> workflows, Map<Verdict, Integer> steps, Map<FailureKind, Integer> failures) {

    static final RunSummary NONE = new RunSummary(Map.of(), Map.of(), Map.of());

    /** @param workflows that nobody called */
    static RunSummary of(List<WorkflowEntry> workflows) {
        List<StepEntry> steps = workflows.stream().flatMap(RunSummary::steps).toList();
        return new RunSummary(
                counted(Verdict.class, workflows.stream().map(workflow -> workflow.verdict)),
                counted(Verdict.class, steps.stream().map(step -> step.verdict)),
                counted(
                        FailureKind.class,
                        steps.stream()
                                .filter(step -> step.verdict == Verdict.FAILED)
                                .map(step -> step.failureKind)));
    }

    private static Stream<StepEntry> steps(WorkflowEntry workflow) {
        return workflow.steps.stream()
                .flatMap(step ->
                        Stream.concat(Stream.of(step), step.called.stream().flatMap(RunSummary::steps)));
    }

    private static <E extends Enum<E>> Map<E, Integer> counted(Class<E> type, Stream<E> values) {
        Map<E, Integer> counts = new EnumMap<>(type);
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        return counts;
    }

    RunSummary plus(RunSummary other) {
        return new RunSummary(
                sum(Verdict.class, workflows, other.workflows),
                sum(Verdict.class, steps, other.steps),
                sum(FailureKind.class, failures, other.failures));
    }

    private static <E extends Enum<E>> Map<E, Integer> sum(Class<E> type, Map<E, Integer> one, Map<E, Integer> other) {
        Map<E, Integer> sum = new EnumMap<>(type);
        Stream.of(one, other).forEach(counts -> counts.forEach((key, count) -> sum.merge(key, count, Integer::sum)));
        return sum;
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json.putObject("workflows"), workflows);
        put(json.putObject("steps"), steps);
        put(json.putObject("failures"), failures);
        return json;
    }

    private static void put(ObjectNode json, Map<? extends Enum<?>, Integer> counts) {
        counts.forEach((key, count) -> json.put(key.name(), count));
    }

    static RunSummary read(JsonNode json) {
        return new RunSummary(
                counts(Verdict.class, json.path("workflows")),
                counts(Verdict.class, json.path("steps")),
                counts(FailureKind.class, json.path("failures")));
    }

    private static <E extends Enum<E>> Map<E, Integer> counts(Class<E> type, JsonNode json) {
        Map<E, Integer> counts = new EnumMap<>(type);
        CoverageJson.counts(json).forEach((name, count) -> counts.put(Enum.valueOf(type, name), count));
        return counts;
    }

    @Override
    public String toString() {
        return count(all(workflows), "workflow") + ": " + verdicts(workflows, "not run because a prerequisite failed")
                + "; " + count(all(steps), "step") + ": " + verdicts(steps, "handled by a failure action") + reasons();
    }

    private static int all(Map<Verdict, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** Passed and failed always, the others only where there are any. */
    private static String verdicts(Map<Verdict, Integer> counts, String handled) {
        return counts.getOrDefault(Verdict.PASSED, 0) + " passed, "
                + counts.getOrDefault(Verdict.FAILED, 0) + " failed"
                + some(counts.getOrDefault(Verdict.HANDLED, 0), handled)
                + some(counts.getOrDefault(Verdict.NOT_REACHED, 0), "not reached");
    }

    private static String some(int count, String what) {
        return count == 0 ? "" : ", " + count + " " + what;
    }

    private String reasons() {
        String reasons = Arrays.stream(FailureKind.values())
                .filter(failures::containsKey)
                .map(kind -> failures.get(kind) + " " + kind.text)
                .collect(Collectors.joining(", "));
        return reasons.isEmpty() ? "" : "; failed: " + reasons;
    }
}
