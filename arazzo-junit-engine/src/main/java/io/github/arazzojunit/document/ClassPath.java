package io.github.arazzojunit.document;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The class path of the tests, looked up once. Immutable. */
public final class ClassPath {

    private final ClassLoader loader;
    private final List<Path> directories;
    private final List<Path> archives;

    private ClassPath(ClassLoader loader, List<Path> directories, List<Path> archives) {
        this.loader = loader;
        this.directories = directories;
        this.archives = archives;
    }

    /** What the context class loader of this thread sees. */
    public static ClassPath current() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return of(context == null ? ClassLoader.getSystemClassLoader() : context);
    }

    public static ClassPath of(ClassLoader loader) {
        Set<Path> directories = new LinkedHashSet<>(directoriesOf(loader));
        Set<Path> archives = new LinkedHashSet<>();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                add(Path.of(entry), directories, archives);
            }
        }
        modules().forEach(module -> add(module, directories, archives));
        return new ClassPath(loader, List.copyOf(directories), List.copyOf(archives));
    }

    /** Where tests have a module of their own, what they read is on the module path. */
    private static Stream<Path> modules() {
        return ModuleLayer.boot().configuration().modules().stream()
                .flatMap(module -> module.reference().location().stream())
                .filter(location -> "file".equals(location.getScheme()))
                .map(Path::of);
    }

    private static List<Path> directoriesOf(ClassLoader loader) {
        try {
            return Collections.list(loader.getResources("")).stream()
                    .flatMap(url -> toPath(url).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The directories of the class path cannot be listed.", e);
        }
    }

    /** Launchers shorten long class paths to one archive whose manifest names the others. */
    private static void add(Path entry, Set<Path> directories, Set<Path> archives) {
        Path path = entry.toAbsolutePath().normalize();
        if (Files.isDirectory(path)) {
            directories.add(path);
        } else if (Files.isRegularFile(path) && archives.add(path)) {
            manifestEntries(path).forEach(next -> add(next, directories, archives));
        }
    }

    private static List<Path> manifestEntries(Path archive) {
        try (JarFile jar = new JarFile(archive.toFile())) {
            Manifest manifest = jar.getManifest();
            String classPath =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return classPath == null
                    ? List.of()
                    : List.of(classPath.strip().split("\\s+")).stream()
                            .flatMap(reference -> resolve(archive, reference).stream())
                            .toList();
        } catch (IOException notAnArchive) {
            return List.of();
        }
    }

    private static Optional<Path> resolve(Path archive, String reference) {
        try {
            return toPath(archive.toUri().resolve(reference).toURL());
        } catch (IOException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private static Optional<Path> toPath(URL url) {
        try {
            return "file".equals(url.getProtocol())
                    ? Optional.of(Path.of(url.toURI()).toAbsolutePath().normalize())
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    public List<Path> directories() {
        return directories;
    }

    public List<Path> archives() {
        return archives;
    }

    /** What the class loader finds first under this name. */
    public Optional<URI> resource(String name) {
        URL url = loader.getResource(name);
        try {
            return url == null ? Optional.empty() : Optional.of(url.toURI());
        } catch (URISyntaxException unusable) {
            return Optional.empty();
        }
    }

    /** The name under which the class loader finds this very file. */
    public Optional<String> resourceName(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return directories.stream()
                .filter(absolute::startsWith)
                .map(directory -> withSlashes(directory.relativize(absolute)))
                .filter(name ->
                        resource(name).filter(uri -> isFile(uri, absolute)).isPresent())
                .findFirst();
    }

    private static boolean isFile(URI uri, Path file) {
        try {
            return "file".equals(uri.getScheme())
                    && Path.of(uri).toAbsolutePath().normalize().equals(file);
        } catch (InvalidPathException unusable) {
            return false;
        }
    }

    public static String withSlashes(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }
}
