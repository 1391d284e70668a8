package io.github.arazzojunit.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.MavenInvocationException;

/**
 * A finished build.
 *
 * @param folder of the project
 * @param output what Maven and what it started printed
 */
record Build(Path folder, int exitCode, String output) {

    /** Such short runs never earn back what the second compiler costs. */
    static final String FAST_START = "-XX:TieredStopAtLevel=1";

    private static final int TIMEOUT_IN_SECONDS = 300;

    /**
     * Runs Maven.
     *
     * @param arguments goals and options
     */
    static Build run(Path folder, Path localRepository, Properties properties, List<String> arguments) {
        StringBuffer output = new StringBuffer();
        InvocationRequest request = new DefaultInvocationRequest()
                .setBaseDirectory(folder.toFile())
                .setMavenHome(MavenHome.find().toFile())
                .setJavaHome(Path.of(System.getProperty("java.home")).toFile())
                .setLocalRepositoryDirectory(localRepository.toFile())
                .setMavenOpts(FAST_START)
                .setBatchMode(true)
                .setQuiet(true)
                .setNoTransferProgress(true)
                .setProperties(properties)
                .setOutputHandler(line -> output.append(line).append('\n'))
                .setErrorHandler(line -> output.append(line).append('\n'))
                .addArgs(arguments);
        request.setTimeoutInSeconds(TIMEOUT_IN_SECONDS);
        try {
            int exitCode = new DefaultInvoker().execute(request).getExitCode();
            return new Build(folder, exitCode, output.toString());
        } catch (MavenInvocationException e) {
            throw new IllegalStateException("Maven did not start in " + folder, e);
        }
    }

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
