package io.github.arazzojunit.runner;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.http.Exchange;
import java.util.List;
import java.util.Optional;

/**
 * How an invocation of a workflow ended.
 *
 * @param outputs as far as they have a value
 * @param stepFailure the step that failed the workflow
 * @param problem what failed outside of any step: inputs, prerequisites, outputs, budget
 * @param lastExchange the last request and response, for the step that called the workflow (AMB-17)
 * @param notes outputs without a value, defaults that were applied
 */
public record WorkflowResult(
        Status status,
        ObjectNode outputs,
        Optional<StepFailure> stepFailure,
        Optional<String> problem,
        Optional<Exchange> lastExchange,
        List<String> notes) {

    /** The verdict. */
    public enum Status {
        PASSED,
        FAILED,
        /** Not executed because a prerequisite, which is reported on its own, failed (AMB-08), or cancelled. */
        ABORTED
    }

    public WorkflowResult {
        notes = List.copyOf(notes);
    }

    /** A result without a step to blame. */
    static WorkflowResult of(Status status, String problem) {
        return new WorkflowResult(
                status,
                JsonNodeFactory.instance.objectNode(),
                Optional.empty(),
                Optional.of(problem),
                Optional.empty(),
                List.of());
    }

    /** The same, but a step that nobody sees failed it. */
    WorkflowResult failedBy(StepFailure failure) {
        return new WorkflowResult(Status.FAILED, outputs, Optional.of(failure), problem, lastExchange, notes);
    }

    public boolean passed() {
        return status == Status.PASSED;
    }
}
