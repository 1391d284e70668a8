package io.github.arazzojunit.stub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The stub servers of one run of the engine: workflows that run at the same time get a server each and never see each
 * other's scenarios, stubs or requests; a finished one hands its server on. With a fixed port there is only one server,
 * so workflows wait for each other, and one thread must not acquire twice. Thread-safe.
 */
public final class StubServers implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final StubConfiguration configuration;
    private final Duration longestWait;
    private final Optional<ClassLoader> loader;
    private final Semaphore permits;
    private final Deque<StubServer> idle = new ArrayDeque<>();
    private final List<StubServer> started = new ArrayList<>();
    private final Object reading = new Object();
    private Optional<StubFiles> files = Optional.empty();
    private final AtomicInteger handedBack = new AtomicInteger();
    private boolean closed;

    /** Reads and starts nothing yet; {@code classpath:} roots are looked up with the current context class loader. */
    public StubServers(StubConfiguration configuration) {
        this(configuration, LONGEST_WAIT);
    }

    StubServers(StubConfiguration configuration, Duration longestWait) {
        this.configuration = configuration;
        this.longestWait = longestWait;
        this.loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader());
        this.permits = new Semaphore(configuration.hasFixedPort() ? 1 : Integer.MAX_VALUE, true);
    }

    /**
     * Reads the mappings and starts the first server in the background, so that the second that it takes passes while
     * the caller does something else. A failure shows when {@link #acquire()} meets it again.
     */
    public void warmUp() {
        Thread thread = new Thread(this::startFirst, "arazzo-stub-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized void startFirst() {
        if (closed || !started.isEmpty()) {
            return;
        }
        try {
            idle.push(start());
        } catch (StubException e) {
            // The first acquire() runs into the same trouble and is the one that can report it.
        }
    }

    /**
     * A server in its initial state for one run, started when no other is free.
     *
     * @throws StubException when a root is missing, a mapping is broken, the port is in use, or the wait for the only
     *     server is interrupted or nobody hands it back for a minute
     */
    public StubLease acquire() {
        try {
            await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StubException("The run was interrupted while it waited for the stub server on port "
                    + configuration.port() + ", so it cannot go on.");
        }
        try {
            StubServer server = take();
            return new StubLease(server, () -> giveBack(server));
        } catch (RuntimeException e) {
            permits.release();
            throw e;
        }
    }

    /** As long as others hand the server on, the queue moves and is worth the wait. */
    private void await() throws InterruptedException {
        int before;
        do {
            before = handedBack.get();
            if (permits.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } while (handedBack.get() != before);
        throw new StubException("The only stub server, on port " + configuration.port() + " (arazzo.stubs.port), was"
                + " not free within " + longestWait.toSeconds() + " s, so no request is sent. A workflow holds it"
                + " until it ends, a document with 'dependsOn' until the whole document ends, and the nodes() of such a"
                + " document in a Jupiter test until that test ends. Do not run another document before that, or"
                + " remove 'arazzo.stubs.port', so that each gets a server of its own.");
    }

    private synchronized StubServer take() {
        if (closed) {
            throw new StubException(
                    "The stub servers of this run are stopped already, so no further run can use them.");
        }
        StubServer free = idle.poll();
        StubServer server = free == null ? start() : free;
        server.reset();
        return server;
    }

    private synchronized void giveBack(StubServer server) {
        idle.push(server);
        handedBack.incrementAndGet();
        permits.release();
    }

    /**
     * The inputs that nobody gave when the answers of a run were recorded, by workflow; not to be changed.
     *
     * @throws StubException when a root is missing or a file is broken
     */
    public ObjectNode recordedInputs(String run) {
        return files().inputs().getOrDefault(StubRecorder.fileName(run), JsonNodeFactory.instance.objectNode());
    }

    private StubServer start() {
        StubServer server = StubServer.start(files(), configuration.port());
        started.add(server);
        return server;
    }

    /** Under a lock of its own, so that nobody who only reads waits until a server has started. */
    private StubFiles files() {
        synchronized (reading) {
            if (files.isEmpty()) {
                files = Optional.of(
                        StubFiles.read(configuration.roots(), loader.orElseGet(ClassLoader::getSystemClassLoader)));
            }
            return files.get();
        }
    }

    /** Stops all servers, also those that are still leased. */
    @Override
    public synchronized void close() {
        closed = true;
        started.forEach(StubServer::close);
        started.clear();
        idle.clear();
    }
}
