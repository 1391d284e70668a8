package io.github.arazzojunit.launch;

import io.github.arazzojunit.runner.Cancellation;
import io.github.arazzojunit.runner.Sleeper;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Waits until the time is over or the run is cancelled. JUnit tells nobody when that happens, so it has to be asked.
 *
 * @param cancellation asked every few milliseconds
 */
record CancellableSleeper(Cancellation cancellation) implements Sleeper {

    private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(20);

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0 && !cancellation.isRequested(); left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.sleep(Math.min(left, SLICE));
        }
    }
}
