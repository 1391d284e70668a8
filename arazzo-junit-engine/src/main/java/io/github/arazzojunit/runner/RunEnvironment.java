package io.github.arazzojunit.runner;

import java.time.Clock;

/** Everything a run needs from outside. */
public record RunEnvironment(
        RunSettings settings,
        RequestTarget target,
        InputsProvider inputs,
        RunListener listener,
        Clock clock,
        Sleeper sleeper) {}
