package io.github.arazzojunit.source;

import io.github.arazzojunit.http.HostList;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which texts may use which files, whoever wrote them (SEC-06): one of the network none, and nothing that a server of
 * this machine gives; one of the test resources only what is on the class path. A file elsewhere was named by whoever starts the run, and may name others. Thread-safe.
 */
final class ReadingRights {

    private final Supplier<List<Path>> classPath;
    private volatile Optional<List<Path>> known = Optional.empty();

    /** @param classPath its directories, asked for once and only when a text leaves its folder */
    ReadingRights(Supplier<List<Path>> classPath) {
        this.classPath = classPath;
    }

    /** Why a text may not use another one, as the end of a message; empty when it may. */
    Optional<String> refusal(URI user, URI used) {
        if (isElsewhere(user) && isRemote(used) && HostList.isLoopback(used)) {
            return Optional.of("a text that came from the network may not read from this machine.");
        }
        if (isRemote(used)) {
            return Optional.empty();
        }
        if (isRemote(user)) {
            return Optional.of("a text that came from the network may not read local files.");
        }
        Optional<Path> from = file(user);
        Optional<Path> to = file(used);
        if (from.isEmpty() || to.isEmpty() || to.get().startsWith(from.get().resolveSibling(""))) {
            return Optional.empty();
        }
        boolean leavesClassPath = isOnClassPath(from.get()) && !isOnClassPath(to.get());
        return leavesClassPath
                ? Optional.of("it is outside of the test resources, which hold the text that refers to it; such a text"
                        + " may use nothing but the class path.")
                : Optional.empty();
    }

    /** Whether another machine gave a text. */
    private static boolean isElsewhere(URI uri) {
        return isRemote(uri) && !HostList.isLoopback(uri);
    }

    /** Whether a server gives a text, be it on this machine. */
    static boolean isRemote(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    }

    private boolean isOnClassPath(Path file) {
        if (known.isEmpty()) {
            known = Optional.of(classPath.get());
        }
        return known.get().stream().anyMatch(file::startsWith);
    }

    /** Also what {@code %2e%2e} hides is a way out. */
    private static Optional<Path> file(URI uri) {
        try {
            return "file".equalsIgnoreCase(uri.getScheme())
                    ? Optional.of(Path.of(uri).toAbsolutePath().normalize())
                    : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            // Loading it fails, and says why.
            return Optional.empty();
        }
    }
}
