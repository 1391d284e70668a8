package io.github.arazzojunit.model;

import java.net.URI;

/**
 * A place in a text: line and column count from 1, the column in characters.
 *
 * @param uri where the text was read from
 */
public record Position(URI uri, int line, int column) {

    /** The last segment of the URI: the name of the file. */
    public String fileName() {
        String path = uri.isOpaque() ? uri.getSchemeSpecificPart() : uri.getPath();
        String file = path == null ? uri.toString() : path;
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /**
     * The place of a value of a description: {@code file.yaml:12:5 #/components/schemas/Pet}. In the first line, where all
     * of a text of one line stands, the pointer comes first: {@code #/components/schemas/Pet in api-docs:1:2345}.
     *
     * @param pointer RFC 6901 pointer from the root of the text
     */
    public String with(String pointer) {
        return line == 1 && !pointer.isEmpty() ? "#" + pointer + " in " + this : this + " #" + pointer;
    }

    /** {@code file.yaml:12:5}, the form in which every message names a place. */
    @Override
    public String toString() {
        return fileName() + ":" + line + ":" + column;
    }
}
