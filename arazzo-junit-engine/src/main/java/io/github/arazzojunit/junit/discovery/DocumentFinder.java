package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.document.ClassPath;
import io.github.arazzojunit.document.DocumentFile;
import io.github.arazzojunit.document.DocumentPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** Looks for documents in directories and archives; what it finds is sorted by path. */
final class DocumentFinder {

    private final DocumentPaths paths;

    DocumentFinder(DocumentPaths paths) {
        this.paths = paths;
    }

    /** Documents in a root of the class path, a directory or an archive. */
    List<DocumentFile> inRoot(Path root, Predicate<String> relativePath, Predicate<URI> content) {
        return Files.isDirectory(root)
                ? inDirectory(root, relativePath, content)
                : inArchive(root, relativePath, content);
    }

    /**
     * @param relativePath accepts paths relative to the directory, separated by slashes
     * @param content accepts a file, which it may read
     */
    List<DocumentFile> inDirectory(Path directory, Predicate<String> relativePath, Predicate<URI> content) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try {
            return files(directory).stream()
                    .filter(file -> relativePath.test(ClassPath.withSlashes(directory.relativize(file))))
                    .filter(Files::isRegularFile)
                    .filter(file -> content.test(file.toUri()))
                    .map(paths::of)
                    .sorted(Comparator.comparing(DocumentFile::path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The directory " + directory + " cannot be searched for documents.", e);
        }
    }

    /** Also what links lead to, but no directory inside of itself. */
    private static List<Path> files(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(
                directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        files.add(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                        if (failure instanceof FileSystemLoopException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw failure;
                    }
                });
        return files;
    }

    /** @param entryName accepts names of entries */
    private List<DocumentFile> inArchive(Path archive, Predicate<String> entryName, Predicate<URI> content) {
        List<DocumentFile> documents = new ArrayList<>();
        try (JarFile jar = new JarFile(archive.toFile())) {
            jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .filter(entryName)
                    .sorted()
                    .filter(name -> content.test(entryUri(archive, name)))
                    .forEach(name -> documents.add(paths.ofEntry(entryUri(archive, name), name)));
        } catch (IOException notAnArchive) {
            // Class paths may name files that are no archives; class loaders pass over them as well.
            return List.of();
        }
        return documents;
    }

    /** In the spelling of class loaders, so that both can be compared. */
    private static URI entryUri(Path archive, String entry) {
        try {
            String path = new URI(null, null, "/" + entry, null).toASCIIString();
            return new URI("jar:" + archive.toUri().toURL() + "!" + path);
        } catch (URISyntaxException | MalformedURLException e) {
            throw new IllegalArgumentException("'" + entry + "' of " + archive + " has no URI.", e);
        }
    }
}
