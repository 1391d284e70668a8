package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.document.FileNames;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;

/**
 * A pattern of paths: {@code *} inside of a segment, {@code **} over any number of segments, also none, and
 * <code>{a,b}</code>. Immutable.
 */
final class Glob {

    private final String pattern;
    private final PathMatcher matcher;

    /** @throws java.util.regex.PatternSyntaxException when the pattern is no glob */
    Glob(String pattern) {
        this.pattern = pattern;
        // The JDK reads "**/" as "at least one directory".
        this.matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern.replace("**/", "{**/,}"));
    }

    static boolean isGlob(String location) {
        return location.chars().anyMatch(character -> "*?{[".indexOf(character) >= 0);
    }

    /** The directories before the first segment with a wildcard, empty or ending with a slash. */
    String base() {
        int wildcard = 0;
        while ("*?{[".indexOf(pattern.charAt(wildcard)) < 0) {
            wildcard++;
        }
        return pattern.substring(0, pattern.lastIndexOf('/', wildcard) + 1);
    }

    /** A last segment that says nothing about names leaves it to the convention which files are documents. */
    boolean matches(String path) {
        boolean named = pattern.endsWith("*") ? FileNames.isConventionalDocument(path) : FileNames.canBeDocument(path);
        return named && matcher.matches(Path.of(path));
    }
}
