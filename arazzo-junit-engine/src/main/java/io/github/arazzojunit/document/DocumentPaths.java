package io.github.arazzojunit.document;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Gives every document its relative path, and finds the document of a path again: a resource of the class path by its
 * name, another file relative to the working directory or, outside of it, absolute.
 */
public final class DocumentPaths {

    private static final String ARCHIVE_SCHEME = "jar:";

    private final ClassPath classPath;

    public DocumentPaths(ClassPath classPath) {
        this.classPath = classPath;
    }

    /**
     * A file. The original of a resource has the path of its copy on the class path, so that an editor that selects the
     * original and a build that selects the copy mean the same node.
     */
    public DocumentFile of(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        String path = classPath
                .resourceName(absolute)
                .or(() -> resourceNameOfOriginal(absolute))
                .orElseGet(() -> relative(absolute));
        return new DocumentFile(path, absolute.toUri());
    }

    private Optional<String> resourceNameOfOriginal(Path original) {
        return classPath.directories().stream()
                .flatMap(directory -> nameBelowResources(original).stream()
                        .filter(name -> SourceLayout.originalOf(directory.resolve(name))
                                .filter(original::equals)
                                .isPresent())
                        .map(ClassPath::withSlashes)
                        .filter(name ->
                                classPath.resourceName(directory.resolve(name)).isPresent()))
                .findFirst();
    }

    private static Optional<Path> nameBelowResources(Path file) {
        for (Path root = file.getParent(); root != null; root = root.getParent()) {
            if (root.endsWith("resources")
                    && root.getNameCount() > 2
                    && root.getParent().getParent().endsWith("src")) {
                return Optional.of(root.relativize(file));
            }
        }
        return Optional.empty();
    }

    /** Relative to the working directory, or absolute. */
    public static String relative(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path workingDirectory = Path.of("").toAbsolutePath();
        return ClassPath.withSlashes(
                absolute.startsWith(workingDirectory) ? workingDirectory.relativize(absolute) : absolute);
    }

    /** A file inside of an archive. */
    public DocumentFile ofEntry(URI uri, String entry) {
        boolean found = classPath.resource(entry).filter(uri::equals).isPresent();
        return new DocumentFile(found ? entry : uri.toString(), uri);
    }

    /** A resource of the class path; one that does not exist fails when it is read. */
    public DocumentFile ofResource(String name) {
        String resource = name.startsWith("/") ? name.substring(1) : name;
        return new DocumentFile(
                resource, classPath.resource(resource).orElseGet(() -> DocumentContent.missingResource(resource)));
    }

    /** The document with this path; one that does not exist fails when it is read. */
    public DocumentFile withPath(String path) {
        Optional<DocumentFile> resource = classPath.resource(path).map(uri -> new DocumentFile(path, uri));
        return resource.or(() -> inArchive(path))
                .or(() -> file(path))
                .orElseGet(() -> new DocumentFile(path, DocumentContent.missingResource(path)));
    }

    private static Optional<DocumentFile> inArchive(String path) {
        try {
            return path.startsWith(ARCHIVE_SCHEME)
                    ? Optional.of(new DocumentFile(path, new URI(path)))
                    : Optional.empty();
        } catch (URISyntaxException notAUri) {
            return Optional.empty();
        }
    }

    private static Optional<DocumentFile> file(String path) {
        try {
            Path file = Path.of(path).toAbsolutePath().normalize();
            return Files.exists(file) ? Optional.of(new DocumentFile(path, file.toUri())) : Optional.empty();
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }
}
