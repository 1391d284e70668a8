package io.github.arazzojunit.target;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.testcontainers.containers.output.OutputFrame;

/**
 * Follows what a container writes while it starts, because Testcontainers removes one that did not start together with
 * its log. Thread-safe.
 */
final class LogTail implements Consumer<OutputFrame> {

    static final int LAST_LINES = 40;

    private static final long LONGEST_REST_SECONDS = 2;

    private final Deque<String> lines = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public void accept(OutputFrame frame) {
        if (frame.getType() == OutputFrame.OutputType.END) {
            ended.countDown();
            return;
        }
        synchronized (lines) {
            frame.getUtf8String().lines().filter(line -> !line.isBlank()).forEach(lines::add);
            while (lines.size() > LAST_LINES) {
                lines.remove();
            }
        }
    }

    /** The last lines of a container that is gone; what it wrote last may still be on its way. */
    String ofEnded() {
        try {
            boolean complete = ended.await(LONGEST_REST_SECONDS, TimeUnit.SECONDS);
            synchronized (lines) {
                return String.join("\n", lines) + (complete || lines.isEmpty() ? "" : "\n(there may be more)");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
