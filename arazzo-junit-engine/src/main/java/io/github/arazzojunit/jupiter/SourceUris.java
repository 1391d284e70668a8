package io.github.arazzojunit.jupiter;

import io.github.arazzojunit.document.SourceLayout;
import io.github.arazzojunit.model.Position;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;

/** The URIs by which Jupiter finds the place of a dynamic test: in the file that somebody edits, not in its copy. */
final class SourceUris {

    private static final String JAR_SEPARATOR = "!/";

    private SourceUris() {}

    static URI of(Position position) {
        URI uri = position.uri();
        int entry = uri.toString().lastIndexOf(JAR_SEPARATOR);
        String base = entry < 0
                ? original(uri).toString()
                : "classpath:" + uri.toString().substring(entry + 1);
        return URI.create(base + "?line=" + position.line() + "&column=" + position.column());
    }

    private static URI original(URI uri) {
        try {
            return "file".equalsIgnoreCase(uri.getScheme())
                    ? SourceLayout.originalOf(Path.of(uri)).map(Path::toUri).orElse(uri)
                    : uri;
        } catch (IllegalArgumentException | FileSystemNotFoundException notAFile) {
            return uri;
        }
    }
}
