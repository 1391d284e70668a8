package io.github.arazzojunit.runner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Ends runs that would not end by themselves (ACT-24, AMB-77), or that nobody waits for. One for each root workflow. */
final class RunBudget {

    private final RunSettings settings;
    private final Clock clock;
    private final Instant end;
    private final Cancellation cancellation;
    private final Deque<Deadline> deadlines = new ArrayDeque<>();
    private int steps;

    /** The end of the time that a step gives to the workflow that it calls. */
    static final class Deadline {

        private final Instant end;
        private final Duration limit;

        private Deadline(Instant end, Duration limit) {
            this.end = end;
            this.limit = limit;
        }

        String message() {
            return "The called workflow was stopped after the " + limit.toMillis() + " ms of the step's timeout.";
        }
    }

    /** A limit was reached; ends the root workflow without asking any failure action. */
    static class ExceededException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ExceededException(String message) {
            super(message, null, false, false);
        }
    }

    /** Somebody wants the run to end; ends the root workflow, which has neither passed nor failed. */
    static final class CancelledException extends ExceededException {

        private static final long serialVersionUID = 1L;

        private CancelledException() {
            super("The run was cancelled.");
        }
    }

    /** The time of a call is over; ends only the called workflow, after which its step has failed (STP-81). */
    static final class CallTimeoutException extends ExceededException {

        private static final long serialVersionUID = 1L;

        private final transient Deadline deadline;

        private CallTimeoutException(Deadline deadline) {
            super(deadline.message());
            this.deadline = deadline;
        }

        boolean concerns(Deadline other) {
            return deadline == other;
        }
    }

    RunBudget(RunSettings settings, Clock clock, Cancellation cancellation) {
        this.settings = settings;
        this.clock = clock;
        this.cancellation = cancellation;
        this.end = clock.instant().plus(settings.maxDuration());
    }

    void enterStep() {
        if (++steps > settings.maxSteps()) {
            throw new ExceededException("The workflow was stopped after " + settings.maxSteps()
                    + " step visits; it probably loops. Raise 'arazzo.limits.steps' if it does not.");
        }
        checkTime();
    }

    void enterWorkflow(Invocation invocation) {
        if (invocation.depth() > settings.maxDepth()) {
            throw new ExceededException("The workflow was stopped at a depth of " + settings.maxDepth()
                    + " nested workflow calls; it probably calls itself. Raise 'arazzo.limits.depth' if it does not.");
        }
    }

    void checkCancelled() {
        if (cancellation.isRequested()) {
            throw new CancelledException();
        }
    }

    void checkTime() {
        if (!clock.instant().isBefore(end)) {
            throw new ExceededException("The workflow was stopped after "
                    + settings.maxDuration().toSeconds() + " s. Raise 'arazzo.limits.duration' if it needs longer.");
        }
        for (Deadline deadline : deadlines) {
            if (isOver(deadline)) {
                throw new CallTimeoutException(deadline);
            }
        }
    }

    /** Begins a call that may take no longer than the limit; {@link #endCall} ends it. */
    Deadline beginCall(Duration limit) {
        Deadline deadline = new Deadline(clock.instant().plus(limit), limit);
        deadlines.addLast(deadline);
        return deadline;
    }

    void endCall(Deadline deadline) {
        deadlines.remove(deadline);
    }

    boolean isOver(Deadline deadline) {
        return !clock.instant().isBefore(deadline.end);
    }

    /** The time that is left, of the run and of all calls that are under way, at least one millisecond. */
    Duration remaining() {
        Instant earliest =
                deadlines.stream().map(deadline -> deadline.end).reduce(end, (a, b) -> a.isBefore(b) ? a : b);
        Duration left = Duration.between(clock.instant(), earliest);
        return left.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : left;
    }
}
