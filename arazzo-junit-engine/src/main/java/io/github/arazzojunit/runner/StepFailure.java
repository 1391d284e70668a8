package io.github.arazzojunit.runner;

import java.util.List;
import java.util.Optional;

/**
 * Why a step failed.
 *
 * @param attempt the last one; empty when the step could not even begin
 * @param reason what failed besides criteria: no connection, missing value, failed callee, exceeded budget
 * @param history what the actions did before the step was given up, one sentence each
 * @param beyondActions whether no failure action can handle it, because a message of the step violates the description
 *     or because nobody can answer its request
 */
public record StepFailure(
        StepVisit visit,
        Optional<Attempt> attempt,
        Optional<String> reason,
        List<String> history,
        boolean beyondActions) {

    public StepFailure {
        history = List.copyOf(history);
    }

    StepFailure(StepVisit visit, Optional<Attempt> attempt, Optional<String> reason, List<String> history) {
        this(visit, attempt, reason, history, false);
    }
}
