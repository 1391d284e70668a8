package io.github.arazzojunit.document;

import io.github.arazzojunit.reader.LocatedReader;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.reader.UnreadableException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What the content of a file says about it, whatever its name is (DOC-09, DOC-12). Stateless. */
public final class FileContents {

    /** More comment than this before the first field is not expected. */
    private static final int HEAD = 8 * 1024;

    private static final String FIELD = "arazzo";

    /** Comments, directives, a bracket and {@code $schema} may come before the field. */
    private static final Pattern BEGINNING = Pattern.compile(
            "(?:\\s|(?:#|%|---)[^\\n]*\\n|\\{)*+"
                    + "(?:[\"']?\\$schema[\"']?\\s*:\\s*[^\\s,]*+,?\\s*+)?[\"']?arazzo[\"']?\\s*:.*",
            Pattern.DOTALL);

    private static final Pattern AT_LINE = Pattern.compile("(?m)^\\s*[{,]?\\s*[\"']?arazzo[\"']?\\s*:");

    private FileContents() {}

    /**
     * Whether a file in a place that somebody named is a document: its name says so, or its root has {@code arazzo}. One
     * that cannot be read may be one, which only its failure can tell.
     */
    public static boolean isDocument(URI file) {
        if (FileNames.isConventionalDocument(file.toString())) {
            return true;
        }
        try {
            byte[] content = DocumentContent.read(file, ReadLimits.DEFAULT.maxBytes());
            String text = asciiOf(content);
            return text.contains(FIELD) && hasField(file, content, text);
        } catch (IOException unreadable) {
            return true;
        }
    }

    private static boolean hasField(URI file, byte[] content, String text) {
        try {
            return LocatedReader.read(file, content, ReadLimits.DEFAULT)
                    .member(FIELD)
                    .isPresent();
        } catch (UnreadableException broken) {
            return AT_LINE.matcher(text).find();
        }
    }

    /** Whether a file begins as documents do; cheap enough for each file of a module. */
    public static boolean beginsAsDocument(URI file) {
        try {
            return BEGINNING.matcher(asciiOf(DocumentContent.read(file, HEAD))).matches();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The text as far as it is ASCII, whatever the encoding. */
    private static String asciiOf(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).replaceAll("[^\\x01-\\x7F]", "");
    }
}
