package io.github.arazzojunit.document;

import java.net.URI;

/**
 * A document that was found, not yet read. Two of the same path are the same document, however they were found.
 *
 * @param path relative path, the name of the document in unique ids and reports
 * @param uri where it is read from
 */
public record DocumentFile(String path, URI uri) {

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentFile file && path.equals(file.path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }
}
