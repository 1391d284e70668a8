package io.github.arazzojunit.target;

import io.github.arazzojunit.http.Transport;
import io.github.arazzojunit.stub.StubServers;
import io.github.arazzojunit.stub.made.DocumentReads;
import io.github.arazzojunit.target.security.Credentials;
import java.util.Map;
import java.util.Optional;

/**
 * The targets of one run of the engine. Every root workflow leases its own, so that none sees the stub state of another.
 * Thread-safe.
 */
public final class Targets implements AutoCloseable {

    private final TargetSettings settings;
    private final Transport transport;
    private final StubServers stubs;
    private final Map<String, SourceContainer> containers;
    private final Optional<Credentials> credentials;
    private final DocumentReads documents = new DocumentReads();

    /** Without credentials. */
    public Targets(
            TargetSettings settings, Transport transport, StubServers stubs, Map<String, SourceContainer> containers) {
        this(settings, transport, stubs, containers, Optional.empty());
    }

    /**
     * Starts nothing that is not needed.
     *
     * @param transport closed with this object
     * @param stubs shared with others, not closed with this object
     * @param containers by name of the source, not closed with this object
     * @param credentials shared with others; empty when requests get none
     */
    public Targets(
            TargetSettings settings,
            Transport transport,
            StubServers stubs,
            Map<String, SourceContainer> containers,
            Optional<Credentials> credentials) {
        this.credentials = credentials;
        this.settings = settings;
        this.transport = transport;
        this.stubs = stubs;
        this.containers = Map.copyOf(containers);
    }

    /** A target with fresh stubs; give it back by closing it. */
    public LeasedTarget lease() {
        return new LeasedTarget(settings, transport, stubs, containers, credentials, documents);
    }

    /** The end of the log of the container that serves a source; only whoever asks first gets it. */
    public Optional<String> takeContainerLog(String source) {
        return Optional.ofNullable(containers.get(source)).flatMap(SourceContainer::takeLog);
    }

    @Override
    public void close() {
        transport.close();
    }
}
