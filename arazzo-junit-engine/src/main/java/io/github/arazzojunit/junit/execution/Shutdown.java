package io.github.arazzojunit.junit.execution;

import io.github.arazzojunit.runner.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.ExecutionRequest;

/**
 * Ends a run early: when the platform cancels it, or when the process has to end (Ctrl-C, SIGTERM). In both cases nothing
 * new starts; a process that ends still gets what is left to do at the end of a run, the report above all. Thread-safe.
 */
final class Shutdown implements Cancellation {

    /** Build tools kill what does not end; this is less than any of them waits. */
    private static final long PATIENCE_IN_SECONDS = 3;

    private final Cancellation platform;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean processEnds;

    private Shutdown(Cancellation platform, Runnable lastly) {
        this.platform = platform;
        this.hook = new Thread(() -> endEarly(lastly), "arazzo-shutdown");
    }

    /**
     * Watches until {@link #end()}.
     *
     * @param lastly what to do when the process ends before the run does
     */
    static Shutdown watch(ExecutionRequest request, Runnable lastly) {
        Shutdown shutdown = new Shutdown(platform(request), lastly);
        try {
            Runtime.getRuntime().addShutdownHook(shutdown.hook);
        } catch (IllegalStateException endsAlready) {
            shutdown.processEnds = true;
        }
        return shutdown;
    }

    /** Platforms before 6.0 cannot be cancelled. */
    private static Cancellation platform(ExecutionRequest request) {
        try {
            CancellationToken token = request.getCancellationToken();
            return token::isCancellationRequested;
        } catch (NoSuchMethodError older) {
            return Cancellation.NEVER;
        }
    }

    @Override
    public boolean isRequested() {
        return processEnds || platform.isRequested();
    }

    /** The run is over, and all that is to be done at its end has been done. */
    void end() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException itIsRunning) {
            // It sees that the run is over.
        }
    }

    private void endEarly(Runnable lastly) {
        processEnds = true;
        try {
            if (!ended.await(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
                lastly.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
