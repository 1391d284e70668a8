package io.github.arazzojunit.junit.descriptor;

import io.github.arazzojunit.document.SourceLayout;
import io.github.arazzojunit.model.Position;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.engine.support.descriptor.UriSource;

/**
 * Where a reader of the report finds a document: the file that somebody edits, not the copy that the build made of it.
 * Immutable.
 */
public final class DocumentSource {

    private static final String JAR_SEPARATOR = "!/";

    private final URI uri;
    private final Optional<Path> file;

    private DocumentSource(URI uri, Optional<Path> file) {
        this.uri = uri;
        this.file = file;
    }

    /** The source of the document that is read from {@code uri}. */
    public static DocumentSource of(URI uri) {
        return new DocumentSource(
                uri, fileOf(uri).map(path -> SourceLayout.originalOf(path).orElse(path)));
    }

    private static Optional<Path> fileOf(URI uri) {
        try {
            return "file".equalsIgnoreCase(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException notAFile) {
            return Optional.empty();
        }
    }

    /** The whole document. */
    public TestSource document() {
        return source(Optional.empty());
    }

    /** A line and column of it. */
    public TestSource at(Position position) {
        return source(Optional.of(FilePosition.from(position.line(), position.column())));
    }

    private TestSource source(Optional<FilePosition> position) {
        if (file.isPresent()) {
            return FileSource.from(file.get().toFile(), position.orElse(null));
        }
        int entry = uri.toString().lastIndexOf(JAR_SEPARATOR);
        if (entry < 0) {
            return UriSource.from(uri);
        }
        String path = URI.create(uri.toString().substring(entry + 1)).getPath();
        return ClasspathResourceSource.from(path, position.orElse(null));
    }
}
