package io.github.arazzojunit.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The process whose runs make up one report: below Surefire and Failsafe the one that started the JVM of the tests,
 * anywhere else this JVM, so that each run from an IDE has a report of its own. What starts the JVMs of Gradle stays for
 * many builds, so it tells nothing.
 *
 * @param pid also given to other processes once this one has ended, hence the start
 * @param start as the operating system tells it, not always to the second
 */
record BuildProcess(long pid, Instant start) {

    private static final String SET_BY_SUREFIRE = "surefire.test.class.path";
    private static final String COMMAND = "sun.java.command";
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    /** Surefire starts its JVMs through one of them. */
    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash", "ksh", "zsh", "busybox", "cmd.exe");

    static BuildProcess current() {
        return of(ProcessHandle.current(), System::getProperty);
    }

    static BuildProcess of(ProcessHandle self, UnaryOperator<@Nullable String> properties) {
        return of(startedByBuild(properties) ? parent(self).orElse(self) : self);
    }

    private static BuildProcess of(ProcessHandle process) {
        return new BuildProcess(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** With {@code forkCount=0}, Surefire runs the tests inside of the JVM of the build. */
    private static boolean startedByBuild(UnaryOperator<@Nullable String> properties) {
        String command = Optional.ofNullable(properties.apply(COMMAND)).orElse("");
        return properties.apply(SET_BY_SUREFIRE) != null
                && (command.contains("surefirebooter") || command.contains("ForkedBooter"));
    }

    private static Optional<ProcessHandle> parent(ProcessHandle process) {
        Optional<ProcessHandle> parent = process.parent();
        return parent.filter(BuildProcess::isShell).isPresent() ? parent(parent.get()) : parent;
    }

    private static boolean isShell(ProcessHandle process) {
        String command = process.info().command().orElse("").replace('\\', '/');
        return SHELLS.contains(command.substring(command.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
    }

    /** As text, for {@link #read}. */
    String written() {
        return pid + " " + start;
    }

    static BuildProcess read(String text) {
        int space = text.indexOf(' ');
        return new BuildProcess(Long.parseLong(text.substring(0, space)), Instant.parse(text.substring(space + 1)));
    }

    boolean isSame(BuildProcess other) {
        return pid == other.pid && Duration.between(start, other.start).abs().compareTo(TOLERANCE) <= 0;
    }
}
