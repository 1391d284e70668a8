package io.github.arazzojunit.runner;

import java.time.Duration;

/** Waits between the attempts of a retried step; replaced in tests. */
@FunctionalInterface
public interface Sleeper {

    void sleep(Duration duration) throws InterruptedException;
}
