package io.github.arazzojunit.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A success or failure action, its reference already resolved. */
public sealed interface Action {

    String name();

    /** All have to hold for the action to be taken; none always match (ACT-13). */
    List<Criterion> criteria();

    LocatedNode source();

    /** What it names: the destination of a {@code goto}, or what a {@code retry} executes first. */
    default Optional<Reference> reference() {
        return Optional.empty();
    }

    /** Stops the workflow (ACT-20). */
    record End(String name, List<Criterion> criteria, LocatedNode source) implements Action {}

    /**
     * Transfers control one-way (ACT-22, ACT-23).
     *
     * @param parameters inputs for the workflow, by name (1.1, ACT-40)
     */
    record Goto(String name, Reference target, List<Parameter> parameters, List<Criterion> criteria, LocatedNode source)
            implements Action {

        @Override
        public Optional<Reference> reference() {
            return Optional.of(target);
        }
    }

    /**
     * Repeats the step (ACT-30).
     *
     * @param reference executed once before each repetition (ACT-38)
     * @param parameters inputs for the referenced workflow, by name (1.1, ACT-40)
     * @param retryAfter least time between a failure and the next attempt
     * @param retryLimit repetitions after the first attempt (ACT-31, ACT-32)
     */
    record Retry(
            String name,
            Optional<Reference> reference,
            List<Parameter> parameters,
            Duration retryAfter,
            int retryLimit,
            List<Criterion> criteria,
            LocatedNode source)
            implements Action {}

    /** The step or workflow that an action names. */
    sealed interface Reference {

        /** A step of the current workflow (ACT-05). */
        record ToStep(String stepId) implements Reference {}

        /** A workflow: a bare id, or {@code $sourceDescriptions.<name>.<workflowId>} (ACT-06). */
        record ToWorkflow(String workflowId) implements Reference {}
    }
}
