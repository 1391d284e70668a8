package io.github.arazzojunit.target;

import java.time.Duration;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.containers.wait.strategy.WaitStrategyTarget;

/** Leaves the wait to {@link Readiness}, which also notices a container that ended. */
final class NoWait implements WaitStrategy {

    @Override
    public void waitUntilReady(WaitStrategyTarget target) {
        // nothing to wait for
    }

    @Override
    public WaitStrategy withStartupTimeout(Duration timeout) {
        return this;
    }
}
