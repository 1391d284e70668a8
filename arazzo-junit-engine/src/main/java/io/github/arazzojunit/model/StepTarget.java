package io.github.arazzojunit.model;

/** What a step executes; the text of the one target field that the step has (STP-03, STP-04). */
public sealed interface StepTarget {

    /** The field as written. */
    String reference();

    record OperationId(String reference) implements StepTarget {}

    record OperationPath(String reference) implements StepTarget {}

    /** An AsyncAPI channel (1.1). */
    record ChannelPath(String reference) implements StepTarget {}

    record WorkflowCall(String reference) implements StepTarget {}
}
