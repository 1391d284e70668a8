package io.github.arazzojunit.criterion.limit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gives up an evaluation that takes too long, for engines that cannot be interrupted: the evaluation has a daemon
 * thread of its own, which is left behind in that case.
 */
public final class TimeLimit {

    private TimeLimit() {}

    /**
     * Waits for a result, at most for the limit.
     *
     * @throws TimeoutException when there is none by then, or the waiting thread is interrupted, which stays visible
     * @throws ExecutionException with what the evaluation threw, errors included
     */
    public static <T> T call(Duration limit, Callable<T> evaluation) throws TimeoutException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(evaluation);
        Thread thread = new Thread(task, "arazzo-evaluation");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw e;
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        }
    }
}
