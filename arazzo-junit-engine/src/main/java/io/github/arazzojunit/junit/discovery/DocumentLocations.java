package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.document.ClassPath;
import io.github.arazzojunit.document.DocumentFile;
import io.github.arazzojunit.document.DocumentPaths;
import io.github.arazzojunit.document.FileContents;
import io.github.arazzojunit.document.FileNames;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The documents at the locations that {@link io.github.arazzojunit.ArazzoTest#value()} describes. */
final class DocumentLocations {

    static final String CLASS_PATH_PREFIX = "classpath:";

    private final ClassPath classPath;
    private final DocumentPaths paths;
    private final DocumentFinder finder;

    DocumentLocations(ClassPath classPath, DocumentPaths paths, DocumentFinder finder) {
        this.classPath = classPath;
        this.paths = paths;
        this.finder = finder;
    }

    /** The documents at one location; jars of the class path are looked into. */
    Set<DocumentFile> find(String location) {
        return find(location, true);
    }

    /** The documents at one location; of the class path, only the directories are searched. */
    Set<DocumentFile> findInDirectories(String location) {
        return find(location, false);
    }

    private Set<DocumentFile> find(String location, boolean archives) {
        try {
            return location.startsWith(CLASS_PATH_PREFIX)
                    ? onClassPath(withoutLeadingSlash(location.substring(CLASS_PATH_PREFIX.length())), archives)
                    : inFileSystem(location);
        } catch (InvalidPathException | PatternSyntaxException nothingIsThere) {
            return Set.of();
        }
    }

    private Set<DocumentFile> onClassPath(String name, boolean archives) {
        if (Glob.isGlob(name)) {
            Glob glob = new Glob(name);
            return roots(archives)
                    .flatMap(root -> finder.inRoot(root, glob::matches, content(glob)).stream())
                    .collect(toSet());
        }
        if (FileNames.canBeDocument(name)) {
            return classPath.resource(name).isPresent() ? Set.of(paths.ofResource(name)) : Set.of();
        }
        return inFolder(name, archives, FileContents::isDocument);
    }

    /** A file that the glob names is meant, whatever is in it; of others only documents are. */
    private static Predicate<URI> content(Glob glob) {
        return glob.namesFile() ? file -> true : FileContents::isDocument;
    }

    private Set<DocumentFile> inFolder(String name, boolean archives, Predicate<URI> wanted) {
        String folder = name.isEmpty() || name.endsWith("/") ? name : name + "/";
        return roots(archives)
                .flatMap(
                        root -> finder
                                .inRoot(root, path -> path.startsWith(folder) && FileNames.canBeDocument(path), wanted)
                                .stream())
                .collect(toSet());
    }

    /** The documents of a package, which a scan for tests of any kind looks for: by their names only. */
    Set<DocumentFile> inPackage(String folder) {
        return inFolder(folder, true, file -> FileNames.isConventionalDocument(file.toString()));
    }

    /** What the directories of the class path have that begins as a document and is not named like one. */
    Set<DocumentFile> namedOtherwise() {
        return inFolder(
                "",
                false,
                file -> !FileNames.isConventionalDocument(file.toString()) && FileContents.beginsAsDocument(file));
    }

    private Stream<Path> roots(boolean archives) {
        return archives
                ? Stream.concat(classPath.directories().stream(), classPath.archives().stream())
                : classPath.directories().stream();
    }

    private Set<DocumentFile> inFileSystem(String location) {
        if (Glob.isGlob(location)) {
            Glob glob = new Glob(location);
            String base = glob.base();
            return new LinkedHashSet<>(finder.inDirectory(
                    Path.of(base).toAbsolutePath().normalize(), path -> glob.matches(base + path), content(glob)));
        }
        Path path = Path.of(location);
        if (Files.isDirectory(path)) {
            return inDirectory(path);
        }
        return Files.isRegularFile(path) && FileNames.canBeDocument(ClassPath.withSlashes(path))
                ? Set.of(paths.of(path))
                : Set.of();
    }

    /** All documents in a directory and below it. */
    Set<DocumentFile> inDirectory(Path directory) {
        return new LinkedHashSet<>(finder.inDirectory(
                directory.toAbsolutePath().normalize(), FileNames::canBeDocument, FileContents::isDocument));
    }

    /** What {@link #find} searched, for a message that nothing was found. */
    String describe(String location) {
        return location.startsWith(CLASS_PATH_PREFIX)
                ? describeDirectories(location) + " and in its "
                        + classPath.archives().size() + " archives"
                : "'" + location + "', relative to the working directory "
                        + Path.of("").toAbsolutePath();
    }

    /** What {@link #findInDirectories} searched, for a message that nothing was found. */
    String describeDirectories(String location) {
        return "'" + location + "' in the directories " + classPath.directories() + " of the class path";
    }

    private static String withoutLeadingSlash(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    private static Collector<DocumentFile, ?, Set<DocumentFile>> toSet() {
        return Collectors.toCollection(LinkedHashSet::new);
    }
}
