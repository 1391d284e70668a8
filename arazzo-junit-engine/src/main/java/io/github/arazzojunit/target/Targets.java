package io.github.arazzojunit.target;

import io.github.arazzojunit.http.Transport;
import io.github.arazzojunit.stub.StubServers;

/**
 * The targets of one run of the engine. Every root workflow leases its own, so that none sees the stub state of another.
 * Thread-safe.
 */
public final class Targets implements AutoCloseable {

    private final TargetSettings settings;
    private final Transport transport;
    private final StubServers stubs;

    /**
     * Starts nothing that is not needed.
     *
     * @param transport closed with this object
     * @param stubs shared with others, not closed with this object
     */
    public Targets(TargetSettings settings, Transport transport, StubServers stubs) {
        this.settings = settings;
        this.transport = transport;
        this.stubs = stubs;
    }

    /** A target with fresh stubs; give it back by closing it. */
    public LeasedTarget lease() {
        return new LeasedTarget(settings, transport, stubs);
    }

    @Override
    public void close() {
        transport.close();
    }
}
