package io.github.arazzojunit.runner;

/** How a visit of a step ended. */
public sealed interface StepOutcome {

    /** The criteria are met, at once or after repetitions. */
    record Passed(Attempt attempt) implements StepOutcome {}

    /** The criteria are not met and nothing handled that. */
    record Failed(StepFailure failure) implements StepOutcome {}

    /**
     * The criteria are not met, and a failure action took over; the result of the workflow decides (AMB-76).
     *
     * @param action what took over, for example {@code goto 'create' continues at step 'createApplication'}
     */
    record Handled(StepFailure failure, String action) implements StepOutcome {}
}
