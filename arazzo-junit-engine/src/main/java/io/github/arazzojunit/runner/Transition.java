package io.github.arazzojunit.runner;

import io.github.arazzojunit.expression.Scope;
import io.github.arazzojunit.model.Action;

/** Where control goes after a visit of a step. */
sealed interface Transition {

    /** To the next step in order, after the last one to the end (ACT-15). */
    record Continue() implements Transition {}

    record ToStep(String stepId) implements Transition {}

    /** One-way to another workflow (ACT-23). */
    record ToWorkflow(StepVisit from, Action.Goto action, String workflowId, Scope scope) implements Transition {}

    /** To the end: by an action, or because nothing handled a failure. */
    record Stop(boolean failed) implements Transition {}
}
