package io.github.arazzojunit.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A module of a user: the files that all modules share, and over them those of one way to bind the engine. */
final class UserModule {

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
        properties.setProperty("argLine", Build.FAST_START);
        return Build.run(folder, engine.localRepository(), properties, List.of(arguments));
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
}
