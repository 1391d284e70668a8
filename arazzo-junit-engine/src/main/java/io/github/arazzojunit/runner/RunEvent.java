package io.github.arazzojunit.runner;

import io.github.arazzojunit.http.Exchange;
import io.github.arazzojunit.http.PreparedRequest;
import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.source.SourceOperation;
import java.time.Duration;
import java.time.Instant;

/** What happens in a run, told while it happens and in order. */
public sealed interface RunEvent {

    Invocation invocation();

    /** Before the inputs are checked. */
    record WorkflowStarted(Invocation invocation) implements RunEvent {}

    /** After the outputs are evaluated. */
    record WorkflowFinished(Invocation invocation, WorkflowResult result) implements RunEvent {}

    /** Before the first request of a visit. */
    record StepStarted(StepVisit visit) implements RunEvent {

        @Override
        public Invocation invocation() {
            return visit.invocation();
        }
    }

    /**
     * After a response has arrived and before it is judged; also for a step that only a {@code retry} asks for.
     *
     * @param start when the request was sent
     * @param refused whether the request is repeated with renewed credentials, so that this response decides nothing
     */
    record Exchanged(
            StepVisit visit,
            SourceOperation operation,
            PreparedRequest request,
            Exchange exchange,
            Instant start,
            boolean refused)
            implements RunEvent {

        @Override
        public Invocation invocation() {
            return visit.invocation();
        }
    }

    /** After the criteria of an attempt are judged and its outputs evaluated. */
    record AttemptFinished(StepVisit visit, Attempt attempt) implements RunEvent {

        @Override
        public Invocation invocation() {
            return visit.invocation();
        }
    }

    /** When a success or failure action is taken, before it has an effect. */
    record ActionTaken(StepVisit visit, Action action) implements RunEvent {

        @Override
        public Invocation invocation() {
            return visit.invocation();
        }
    }

    /**
     * Before the wait of a retry.
     *
     * @param reason the action and its count
     */
    record RetryScheduled(StepVisit visit, Duration delay, String reason) implements RunEvent {

        @Override
        public Invocation invocation() {
            return visit.invocation();
        }
    }

    /** After the action is chosen. */
    record StepFinished(StepVisit visit, StepOutcome outcome) implements RunEvent {

        @Override
        public Invocation invocation() {
            return visit.invocation();
        }
    }

    /** At the end of the workflow, for each step without a visit. */
    record StepNotReached(Invocation invocation, Step step, String reason) implements RunEvent {}
}
