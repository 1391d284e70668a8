package io.github.arazzojunit.document;

import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.Step;

/** A failure action that a run of a workflow is to take: the step fails so that its criteria hold. */
public record Branch(Step step, Action action) {

    /** For names of runs and for messages. */
    @Override
    public String toString() {
        return step.stepId() + " fails, " + action.name();
    }
}
