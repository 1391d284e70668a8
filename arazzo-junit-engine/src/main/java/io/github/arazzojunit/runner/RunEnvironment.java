package io.github.arazzojunit.runner;

import io.github.arazzojunit.document.Branch;
import java.time.Clock;
import java.util.Optional;

/**
 * Everything a run needs from outside.
 *
 * @param branch what the run is to take; the target is told
 */
public record RunEnvironment(
        RunSettings settings,
        RequestTarget target,
        InputsProvider inputs,
        RunListener listener,
        Clock clock,
        Sleeper sleeper,
        Optional<Branch> branch) {

    /** For a run as the workflow has it. */
    public RunEnvironment(
            RunSettings settings,
            RequestTarget target,
            InputsProvider inputs,
            RunListener listener,
            Clock clock,
            Sleeper sleeper) {
        this(settings, target, inputs, listener, clock, sleeper, Optional.empty());
    }
}
