package io.github.arazzojunit.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/** Fails when the deadline has passed: the time-out of a socket counts from byte to byte only. */
final class DeadlineInputStream extends FilterInputStream {

    private final long deadline;

    /** @param deadline of {@link System#nanoTime()} */
    DeadlineInputStream(InputStream stream, long deadline) {
        super(stream);
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        check();
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        check();
        return count;
    }

    private void check() throws SocketTimeoutException {
        if (System.nanoTime() - deadline > 0) {
            throw new SocketTimeoutException("the response did not end in time");
        }
    }
}
