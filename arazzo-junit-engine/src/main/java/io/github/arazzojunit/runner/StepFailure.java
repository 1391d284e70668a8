package io.github.arazzojunit.runner;

import java.util.List;
import java.util.Optional;

/**
 * Why a step failed.
 *
 * @param attempt the last one; empty when the step could not even begin
 * @param reason what failed besides criteria: no connection, missing value, failed callee, exceeded budget
 * @param history what the actions did before the step was given up, one sentence each
 * @param violatesContract whether a message of the step violates the description, which no failure action can handle
 */
public record StepFailure(
        StepVisit visit,
        Optional<Attempt> attempt,
        Optional<String> reason,
        List<String> history,
        boolean violatesContract) {

    public StepFailure {
        history = List.copyOf(history);
    }

    StepFailure(StepVisit visit, Optional<Attempt> attempt, Optional<String> reason, List<String> history) {
        this(visit, attempt, reason, history, false);
    }
}
