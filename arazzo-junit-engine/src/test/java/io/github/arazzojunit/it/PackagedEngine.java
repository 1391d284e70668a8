package io.github.arazzojunit.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A Maven repository in a folder that offers the engine as this build packaged it, so that nothing is installed: an
 * extension of the class whose builds use it.
 */
final class PackagedEngine implements BeforeAllCallback, AfterAllCallback {

    /** A version that no release has; a build can only find it here. */
    static final String VERSION = "0.1.0-it";

    private static final Path GROUP = Path.of("io", "github", "arazzojunit");
    private static final String ENGINE = "arazzo-junit-engine";
    private static final String PARENT = "arazzo-junit-parent";

    private final Path module = Path.of("").toAbsolutePath();
    private final Path repository = module.resolve("target/it-repository");
    private final Path localRepository = findLocalRepository();

    /** Fills the repository, and makes Maven forget what it once took from it. */
    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        forget();
        publishPom(ENGINE, module.resolve("dependency-reduced-pom.xml"));
        publishPom(PARENT, module.resolve("../pom.xml"));
        Files.copy(packagedJar(), published(ENGINE, ".jar"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        forget();
    }

    String url() {
        return repository.toUri().toString();
    }

    Path localRepository() {
        return localRepository;
    }

    /** Removes the copies that builds made in the local repository. */
    private void forget() {
        List.of(ENGINE, PARENT)
                .forEach(artifact ->
                        delete(localRepository.resolve(GROUP).resolve(artifact).resolve(VERSION)));
    }

    static Path findLocalRepository() {
        return Path.of(System.getProperty(
                "localRepository",
                Path.of(System.getProperty("user.home"), ".m2", "repository").toString()));
    }

    private static Path packagedJar() {
        Path jar = Path.of(System.getProperty("arazzo.it.jar", "")).toAbsolutePath();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("The jar of the engine is not at '" + jar + "', where the system property"
                    + " 'arazzo.it.jar' says. The whole-build tests need it. Run them with 'mvn verify'.");
        }
        return jar;
    }

    private void publishPom(String artifact, Path pom) throws IOException {
        String text = Files.readString(pom);
        String published =
                text.replaceFirst("(?s)(<artifactId>" + PARENT + "</artifactId>.*?<version>)[^<]+", "$1" + VERSION);
        if (published.equals(text)) {
            throw new IllegalStateException(
                    pom + " no longer names the version of " + PARENT + " after its artifactId.");
        }
        Files.createDirectories(published(artifact, ".pom").getParent());
        Files.writeString(published(artifact, ".pom"), published);
    }

    private Path published(String artifact, String ending) {
        return repository.resolve(GROUP).resolve(artifact).resolve(VERSION).resolve(artifact + "-" + VERSION + ending);
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
