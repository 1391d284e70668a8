package io.github.arazzojunit.runner;

/** How one invocation of a workflow ended. */
sealed interface InvocationEnd {

    /** With a result of its own. */
    record Completed(WorkflowResult result) implements InvocationEnd {}

    /** Another workflow goes on in its place, whose result becomes its own (AMB-14). */
    record HandedOver(Invocation next) implements InvocationEnd {}
}
