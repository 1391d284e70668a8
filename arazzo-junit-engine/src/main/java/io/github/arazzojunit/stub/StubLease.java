package io.github.arazzojunit.stub;

import java.util.concurrent.atomic.AtomicBoolean;

/** The right of one run to a stub server of its own; closing it gives the server back. Closing twice is harmless. */
public final class StubLease implements AutoCloseable {

    private final StubServer server;
    private final Runnable giveBack;
    private final AtomicBoolean open = new AtomicBoolean(true);

    StubLease(StubServer server, Runnable giveBack) {
        this.server = server;
        this.giveBack = giveBack;
    }

    /** The server, in its initial state when the lease began. */
    public StubServer server() {
        return server;
    }

    @Override
    public void close() {
        if (open.getAndSet(false)) {
            giveBack.run();
        }
    }
}
