package io.github.arazzojunit.runner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Ends runs that would not end by themselves (ACT-24, AMB-77). One for each root workflow. */
final class RunBudget {

    private final RunSettings settings;
    private final Clock clock;
    private final Instant end;
    private int steps;

    /** A limit was reached; ends the root workflow without asking any failure action. */
    static final class ExceededException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ExceededException(String message) {
            super(message, null, false, false);
        }
    }

    RunBudget(RunSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
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

    void checkTime() {
        if (!clock.instant().isBefore(end)) {
            throw new ExceededException("The workflow was stopped after "
                    + settings.maxDuration().toSeconds() + " s. Raise 'arazzo.limits.duration' if it needs longer.");
        }
    }

    /** The time that is left, at least one millisecond. */
    Duration remaining() {
        Duration left = Duration.between(clock.instant(), end);
        return left.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : left;
    }
}
