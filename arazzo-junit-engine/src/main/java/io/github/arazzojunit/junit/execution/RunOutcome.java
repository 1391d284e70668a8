package io.github.arazzojunit.junit.execution;

import io.github.arazzojunit.WorkflowOutcome;
import io.github.arazzojunit.launch.PlainValues;
import io.github.arazzojunit.runner.WorkflowResult;
import java.util.Map;
import java.util.Optional;

/** How a run of a workflow ended, as methods of users see it. */
record RunOutcome(boolean isSuccessful, Optional<Throwable> failure, Map<String, Object> outputs)
        implements WorkflowOutcome {

    /** @param result empty where the workflow was not started or broke off */
    static RunOutcome of(Optional<WorkflowResult> result, Optional<Throwable> failure) {
        return new RunOutcome(
                failure.isEmpty() && result.filter(WorkflowResult::passed).isPresent(),
                failure,
                result.map(known -> PlainValues.of(known.outputs())).orElseGet(Map::of));
    }
}
