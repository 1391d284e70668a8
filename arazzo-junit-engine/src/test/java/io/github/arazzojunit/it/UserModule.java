package io.github.arazzojunit.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** A module of a user: the files that all modules share, and over them those of one way to bind the engine. */
final class UserModule {

    private static final int TIMEOUT_IN_SECONDS = 300;

    /** Such short runs never earn back what the second compiler costs. */
    private static final String FAST_START = "-XX:TieredStopAtLevel=1";

    private final PackagedEngine engine;
    private final Cell cell;
    private final Path folder;

    private UserModule(PackagedEngine engine, Cell cell, Path folder) {
        this.engine = engine;
        this.cell = cell;
        this.folder = folder;
    }

    /**
     * A module in a folder of its own.
     *
     * @param name of the folder below the resources of these tests
     * @param bases folders whose files it has as well, unless it has a file of that path itself
     */
    static UserModule of(PackagedEngine engine, String name, Cell cell, String... bases) {
        Path folder = Path.of("target", "it", name + "-" + cell).toAbsolutePath();
        PackagedEngine.delete(folder);
        copy("shared", folder);
        List.of(bases).forEach(base -> copy(base, folder));
        copy(name, folder);
        return new UserModule(engine, cell, folder);
    }

    /**
     * Runs Maven.
     *
     * @param arguments goals and options
     */
    Build run(String... arguments) {
        Properties properties = new Properties();
        properties.setProperty("it.repository", engine.url());
        properties.setProperty("it.engine", PackagedEngine.VERSION);
        properties.setProperty("it.surefire", cell.surefire());
        properties.setProperty("it.junit", cell.junit());
        properties.setProperty("argLine", FAST_START);
        StringBuffer output = new StringBuffer();
        InvocationRequest request = new DefaultInvocationRequest()
                .setBaseDirectory(folder.toFile())
                .setMavenHome(MavenHome.find().toFile())
                .setJavaHome(Path.of(System.getProperty("java.home")).toFile())
                .setLocalRepositoryDirectory(engine.localRepository().toFile())
                .setMavenOpts(FAST_START)
                .setBatchMode(true)
                .setQuiet(true)
                .setNoTransferProgress(true)
                .setProperties(properties)
                .setOutputHandler(line -> output.append(line).append('\n'))
                .setErrorHandler(line -> output.append(line).append('\n'))
                .addArgs(List.of(arguments));
        request.setTimeoutInSeconds(TIMEOUT_IN_SECONDS);
        try {
            int exitCode = new DefaultInvoker().execute(request).getExitCode();
            return new Build(folder, exitCode, output.toString());
        } catch (MavenInvocationException e) {
            throw new IllegalStateException("Maven did not start in " + folder, e);
        }
    }

    private static void copy(String name, Path target) {
        try {
            Path source = Path.of("src", "test", "resources", "it", name);
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = target.resolve(source.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A finished build. */
    record Build(Path folder, int exitCode, String output) {

        Build succeeds() {
            assertThat(exitCode).as("exit code in %s\n%s", folder, output).isZero();
            return this;
        }

        Build fails() {
            assertThat(exitCode).as("exit code in %s\n%s", folder, output).isNotZero();
            return this;
        }

        TestReport surefire() {
            return TestReport.in(folder.resolve("target/surefire-reports"));
        }

        TestReport failsafe() {
            return TestReport.in(folder.resolve("target/failsafe-reports"));
        }
    }
}
