package io.github.arazzojunit.target;

import io.github.arazzojunit.runner.TargetException;
import java.net.URI;
import java.util.List;
import org.testcontainers.containers.GenericContainer;

/** Starts the container of a test class, unless the class started it itself. Only loaded where Testcontainers is there. */
final class MemberStarter implements SourceContainer.Starter {

    private final String source;
    private final String member;
    private final GenericContainer<?> container;

    MemberStarter(String source, String member, Object container) {
        this.source = source;
        this.member = member;
        this.container = (GenericContainer<?>) container;
    }

    @Override
    public RunningContainer start() throws TargetException {
        List<Integer> ports = container.getExposedPorts();
        if (ports.isEmpty()) {
            throw new TargetException(member + " gives a container without an exposed port for source '" + source
                    + "', so no request can be sent. Call withExposedPorts(...) with the port of its API.");
        }
        boolean ours = !container.isRunning();
        if (ours) {
            LogTail log = new LogTail();
            container.withLogConsumer(log);
            try {
                container.start();
            } catch (RuntimeException e) {
                container.stop();
                throw new TargetException(member + " gives a container for source '" + source
                        + "' that did not start: " + causes(e) + "\nThe end of its log:\n"
                        + log.ofEnded().indent(4).stripTrailing());
            }
        }
        RunningContainer running = new StartedContainer(container, baseUrl(ports.get(0), ours));
        return ours ? running : new BorrowedContainer(running);
    }

    private URI baseUrl(int port, boolean ours) throws TargetException {
        try {
            return URI.create("http://" + container.getHost() + ":" + container.getMappedPort(port));
        } catch (RuntimeException e) {
            if (ours) {
                container.stop();
            }
            throw new TargetException(member + " gives a container for source '" + source + "' whose port " + port
                    + " cannot be reached, so no request can be sent: " + causes(e)
                    + ". Call withExposedPorts(...) with the port of its API.");
        }
    }

    private static String causes(Throwable failure) {
        StringBuilder text = new StringBuilder(String.valueOf(failure.getMessage()));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            text.append("\n  because: ").append(cause.getMessage());
        }
        return text.toString();
    }

    /** Who started a container stops it. */
    private record BorrowedContainer(RunningContainer container) implements RunningContainer {

        @Override
        public URI baseUrl() {
            return container.baseUrl();
        }

        @Override
        public String log() {
            return container.log();
        }

        @Override
        public void close() {
            // not ours
        }
    }
}
