package io.github.arazzojunit.target;

import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.ExposedPort;
import io.github.arazzojunit.runner.TargetException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** Starts the image that the configuration names for a source. Only loaded where Testcontainers is there. */
final class ImageStarter implements SourceContainer.Starter {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final String source;
    private final ContainerSettings settings;
    private final BooleanSupplier engineAnswers;
    private final Duration longestStart;

    ImageStarter(String source, ContainerSettings settings) {
        this(source, settings, () -> DockerClientFactory.instance().isDockerAvailable(), LONGEST_START);
    }

    ImageStarter(String source, ContainerSettings settings, BooleanSupplier engineAnswers, Duration longestStart) {
        this.source = source;
        this.settings = settings;
        this.engineAnswers = engineAnswers;
        this.longestStart = longestStart;
    }

    @Override
    public RunningContainer start() throws TargetException {
        requireEngine();
        GenericContainer<?> container = image();
        int port = port(container);
        LogTail log = new LogTail();
        container
                .withExposedPorts(port)
                .withEnv(settings.environment())
                .withLogConsumer(log)
                .waitingFor(new NoWait());
        try {
            return started(container, port, log);
        } catch (TargetException e) {
            container.stop();
            throw e;
        } catch (RuntimeException e) {
            container.stop();
            throw failed(e, log.ofEnded());
        }
    }

    /** Testcontainers starts a helper of its own first, whose image may be out of reach. */
    private void requireEngine() throws TargetException {
        try {
            if (engineAnswers.getAsBoolean()) {
                return;
            }
        } catch (RuntimeException e) {
            throw new TargetException("Testcontainers cannot use the Docker engine, so the container '"
                    + settings.image() + "' for source '" + source + "' cannot be started: " + reason(e)
                    + ". Make it work with Testcontainers, or set 'arazzo.server." + source
                    + "' to a provider that runs already.");
        }
        throw new TargetException("No Docker engine answers, so the container '" + settings.image() + "' for source '"
                + source + "' cannot be started. Start Docker or set DOCKER_HOST, or set 'arazzo.server." + source
                + "' to a provider that runs already.");
    }

    /** Pulls the image where it is not there yet. */
    private GenericContainer<?> image() throws TargetException {
        try {
            GenericContainer<?> container = new GenericContainer<>(settings.image());
            container.getDockerImageName();
            return container;
        } catch (RuntimeException e) {
            throw new TargetException("The image '" + settings.image() + "' for source '" + source
                    + "' cannot be had: " + reason(e) + ". Correct '" + key("image")
                    + "', or pull or build the image beforehand.");
        }
    }

    /** The engine keeps no order of the ports, so the lowest one counts as the first. */
    private int port(GenericContainer<?> container) throws TargetException {
        if (settings.port().isPresent()) {
            return settings.port().get();
        }
        ContainerConfig image = inspected(container);
        ExposedPort[] exposed = image == null ? null : image.getExposedPorts();
        return Arrays.stream(exposed == null ? new ExposedPort[0] : exposed)
                .mapToInt(ExposedPort::getPort)
                .min()
                .orElseThrow(() -> new TargetException("The image '" + settings.image() + "' for source '" + source
                        + "' exposes no port, so no request can be sent. Set '" + key("port")
                        + "' to the port on which it listens."));
    }

    private @Nullable ContainerConfig inspected(GenericContainer<?> container) throws TargetException {
        try {
            return DockerClientFactory.lazyClient()
                    .inspectImageCmd(container.getDockerImageName())
                    .exec()
                    .getConfig();
        } catch (RuntimeException e) {
            throw new TargetException("Docker does not tell which ports the image '" + settings.image()
                    + "' for source '" + source + "' exposes, so no container is started: " + reason(e) + ". Set '"
                    + key("port") + "' to the port on which it listens.");
        }
    }

    private RunningContainer started(GenericContainer<?> container, int port, LogTail log) throws TargetException {
        try {
            container.start();
        } catch (RuntimeException e) {
            throw failed(e, log.ofEnded());
        }
        URI baseUrl = URI.create("http://" + container.getHost() + ":" + container.getMappedPort(port));
        RunningContainer running = new StartedContainer(container, baseUrl);
        Optional<String> last = new Readiness(baseUrl, settings.waitPath(), longestStart).await(container::isRunning);
        if (last.isPresent()) {
            throw container.isRunning() ? silent(running.log(), port, last.get()) : ended(log.ofEnded());
        }
        return running;
    }

    /** A container that never came to life wrote nothing, so what the engine says is all there is. */
    private TargetException failed(RuntimeException failure, String log) {
        return log.isEmpty()
                ? new TargetException("The container '" + settings.image() + "' for source '" + source
                        + "' did not start: " + reason(failure) + ". Look at '" + key("image") + "', '" + key("port")
                        + "' and '" + key("env.<name>") + "'.")
                : ended(log);
    }

    /** Testcontainers wraps what the engine says several times. */
    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).strip();
    }

    private TargetException ended(String log) {
        return new TargetException("The container '" + settings.image() + "' for source '" + source
                + "' ended before it answered. Look at '" + key("image") + "' and '" + key("env.<name>")
                + "'. The end of its log:\n"
                + indented(log));
    }

    private TargetException silent(String log, int port, String last) {
        String wanted = settings.waitPath()
                .map(path -> "GET " + path + " did not answer with 2xx")
                .orElse("nothing answered over HTTP");
        return new TargetException("The container '" + settings.image() + "' for source '" + source + "' was not ready"
                + " within " + longestStart.toSeconds() + " s: " + wanted + " on its port " + port + " (last: " + last
                + "). Set '" + key("wait") + "' to a path that answers with 2xx when it is ready, or '" + key("port")
                + "' to the port on which it listens. The end of its log:\n" + indented(log));
    }

    private static String indented(String log) {
        return (log.isEmpty() ? "(it wrote nothing)" : log).indent(4).stripTrailing();
    }

    private String key(String setting) {
        return "arazzo.container." + source + "." + setting;
    }
}
