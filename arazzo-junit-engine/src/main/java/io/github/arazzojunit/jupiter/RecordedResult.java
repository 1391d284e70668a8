package io.github.arazzojunit.jupiter;

import io.github.arazzojunit.http.Exchange;
import io.github.arazzojunit.launch.Thrown;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.reader.Nearest;
import io.github.arazzojunit.runner.Masker;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

/** What happened in a run as tests of users see it. */
final class RecordedResult implements Arazzo.Result {

    private final Workflow workflow;
    private final Map<String, Object> outputs;
    private final List<Throwable> failures;
    private final List<Arazzo.Step> steps;
    private final List<Arazzo.Exchange> exchanges;

    RecordedResult(RecordedNode root, Map<String, Object> outputs, List<Exchange> exchanges, Masker masker) {
        this.workflow = root.workflow();
        this.outputs = outputs;
        this.failures = root.thrown().isPresent() && root.failures().findAny().isEmpty()
                ? List.of(failed(root.thrown().get()))
                : root.failures().toList();
        this.steps = root.all()
                .filter(node -> node.step().isPresent())
                .<Arazzo.Step>map(node -> RecordedStep.of(node, masker))
                .toList();
        this.exchanges = exchanges.stream()
                .<Arazzo.Exchange>map(exchange -> new RecordedExchange(exchange, masker))
                .toList();
    }

    /** A workflow that was aborted is nothing that a test which asked for it could pass over. */
    private static Throwable failed(Throwable aborted) {
        Throwable failure = new AssertionFailedError(aborted.getMessage());
        failure.setStackTrace(aborted.getStackTrace());
        return failure;
    }

    @Override
    public boolean isSuccessful() {
        return failures.isEmpty();
    }

    @Override
    public Arazzo.Result assertSuccessful() {
        if (failures.isEmpty()) {
            return this;
        }
        Throwable failure = failures.size() == 1
                ? failures.get(0)
                : new MultipleFailuresError("The workflow '" + workflow.workflowId() + "' failed", failures);
        StackTraceElement[] document = failures.get(0).getStackTrace();
        failure.setStackTrace(
                Stream.concat(Arrays.stream(document).limit(1), callers()).toArray(StackTraceElement[]::new));
        throw Thrown.unchecked(failure);
    }

    /** Where the test called, without frames of this package. */
    private static Stream<StackTraceElement> callers() {
        return Arrays.stream(new Throwable().getStackTrace())
                .dropWhile(frame -> frame.getClassName().equals(RecordedResult.class.getName())
                        || frame.getClassName().equals(ConfiguredDocument.class.getName()));
    }

    @Override
    public Map<String, Object> outputs() {
        return outputs;
    }

    @Override
    public List<Arazzo.Step> steps() {
        return steps;
    }

    @Override
    public Arazzo.Step step(String stepId) {
        return steps.stream()
                .filter(step -> step.workflowId().equals(workflow.workflowId())
                        && step.stepId().equals(stepId))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalArgumentException("The workflow '" + workflow.workflowId()
                        + "' has no step '" + stepId + "'. "
                        + Nearest.hint(
                                stepId,
                                workflow.steps().stream().map(Step::stepId).toList())));
    }

    @Override
    public List<Arazzo.Exchange> exchanges() {
        return exchanges;
    }

    @Override
    public String toString() {
        return workflow.workflowId() + " " + steps;
    }
}
