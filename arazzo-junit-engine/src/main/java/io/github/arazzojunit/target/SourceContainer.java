package io.github.arazzojunit.target;

import io.github.arazzojunit.runner.TargetException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A container that serves one source. It starts when it is first asked for, at most once; when that fails, everybody who
 * asks gets the same failure. Thread-safe.
 */
public final class SourceContainer implements AutoCloseable {

    private final Starter starter;
    private @Nullable RunningContainer running;
    private @Nullable TargetException failure;
    private boolean logTaken;

    SourceContainer(Starter starter) {
        this.starter = starter;
    }

    /** Starts a container; what it throws says what to configure. */
    interface Starter {
        RunningContainer start() throws TargetException;
    }

    /** The container of {@code arazzo.container.<source>}. */
    public static SourceContainer configured(String source, ContainerSettings settings) {
        return new SourceContainer(() -> {
            if (!Testcontainers.isOnClassPath()) {
                throw new TargetException("The source '" + source + "' is served by a container, but Testcontainers is"
                        + " not on the class path, so no request is sent. Add 'org.testcontainers:testcontainers' to"
                        + " the tests, or set 'arazzo.server." + source + "' instead of 'arazzo.container." + source
                        + ".image'.");
            }
            return new ImageStarter(source, settings).start();
        });
    }

    /** The container that a test class made for a source; empty when the object is none. */
    public static Optional<SourceContainer> provided(String source, String member, @Nullable Object object) {
        return Testcontainers.isContainer(object)
                ? Optional.of(new SourceContainer(() -> new MemberStarter(source, member, object).start()))
                : Optional.empty();
    }

    /** The URL of the mapped port. */
    public synchronized URI baseUrl() throws TargetException {
        if (failure != null) {
            throw failure;
        }
        if (running == null) {
            try {
                running = starter.start();
            } catch (TargetException e) {
                failure = e;
                throw e;
            }
        }
        return running.baseUrl();
    }

    /** The end of what the container wrote; empty when it does not run, or when somebody has it already. */
    public synchronized Optional<String> takeLog() {
        if (running == null || logTaken) {
            return Optional.empty();
        }
        logTaken = true;
        return Optional.of(running.log());
    }

    @Override
    public synchronized void close() {
        if (running != null) {
            running.close();
            running = null;
        }
        failure = new TargetException("The run is over, so no container is started.");
    }
}
