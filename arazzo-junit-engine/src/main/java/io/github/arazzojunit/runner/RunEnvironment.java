package io.github.arazzojunit.runner;

import io.github.arazzojunit.document.Branch;
import java.time.Clock;
import java.util.Optional;

/**
 * Everything a run needs from outside.
 *
 * @param cancellation ends the run before its next step or repetition
 * @param branch what the run is to take; the target is told
 */
public record RunEnvironment(
        RunSettings settings,
        RequestTarget target,
        InputsProvider inputs,
        RunListener listener,
        Clock clock,
        Sleeper sleeper,
        Cancellation cancellation,
        Optional<Branch> branch) {

    /** For a run as the workflow has it, which nobody cancels. */
    public RunEnvironment(
            RunSettings settings,
            RequestTarget target,
            InputsProvider inputs,
            RunListener listener,
            Clock clock,
            Sleeper sleeper) {
        this(settings, target, inputs, listener, clock, sleeper, Cancellation.NEVER, Optional.empty());
    }

    /**
     * For a workflow that only prepares the one of this run, so without its branch.
     *
     * @param also told of everything besides
     */
    RunEnvironment forPrerequisite(RunListener also) {
        RunListener both = event -> {
            listener.onEvent(event);
            also.onEvent(event);
        };
        return new RunEnvironment(settings, target, inputs, both, clock, sleeper, cancellation, Optional.empty());
    }
}
