package io.github.arazzojunit.validation;

/** Where an expression stands, which decides what it can read (EXP-07, EXP-08, AMB-60). */
enum Place {
    PARAMETER,
    BODY,
    CORRELATION_ID,
    CRITERION,
    STEP_OUTPUT,
    ACTION_CRITERION,
    ACTION_PARAMETER,
    WORKFLOW_OUTPUT;

    /** Whether it is evaluated before the step has sent anything. */
    boolean isBeforeRequest() {
        return this == PARAMETER || this == BODY || this == CORRELATION_ID;
    }

    boolean isCriterion() {
        return this == CRITERION || this == ACTION_CRITERION;
    }

    /** Whether the outputs of the step are there already: they are taken before an action is chosen (AMB-18). */
    boolean isAfterOutputs() {
        return this == ACTION_CRITERION || this == ACTION_PARAMETER || this == WORKFLOW_OUTPUT;
    }
}
