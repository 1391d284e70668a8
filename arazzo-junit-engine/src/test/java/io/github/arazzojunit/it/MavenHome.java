package io.github.arazzojunit.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the Maven that builds with: the one that runs this build, else that of the environment. */
final class MavenHome {

    private MavenHome() {}

    static Path find() {
        return Stream.of(System.getProperty("maven.home"), System.getenv("MAVEN_HOME"), System.getenv("M2_HOME"))
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(MavenHome::isHome)
                .findFirst()
                .or(MavenHome::onPath)
                .orElseThrow(() -> new IllegalStateException(
                        "There is no Maven: neither the system property 'maven.home' nor MAVEN_HOME nor M2_HOME names"
                                + " its folder, and no 'mvn' of one is on the PATH. The whole-build tests cannot run."
                                + " Run them with 'mvn verify', or set one of these."));
    }

    private static Optional<Path> onPath() {
        return Arrays.stream(Objects.requireNonNullElse(System.getenv("PATH"), "")
                        .split(System.getProperty("path.separator")))
                .map(folder -> Path.of(folder, "mvn"))
                .filter(Files::isRegularFile)
                .map(MavenHome::homeOf)
                .filter(MavenHome::isHome)
                .findFirst();
    }

    /** The command on the path is often a link to the one in the folder of Maven. */
    private static Path homeOf(Path command) {
        try {
            return command.toRealPath().getParent().getParent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isHome(Path folder) {
        return Files.isRegularFile(folder.resolve("bin/mvn")) && Files.isDirectory(folder.resolve("lib"));
    }
}
