package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.document.FileNames;
import java.util.regex.Pattern;

/**
 * A pattern of paths: {@code *} inside of a segment, {@code **} over any number of segments, also none, {@code ?},
 * {@code [a-z]}, and <code>{a,b}</code>. Works on text, because a name that the locale cannot decode is no path. Immutable.
 */
final class Glob {

    private static final String WILDCARDS = "*?{[";

    private final String pattern;
    private final Pattern regex;

    /** @throws java.util.regex.PatternSyntaxException when the pattern is no glob */
    Glob(String pattern) {
        this.pattern = pattern;
        this.regex = Pattern.compile(regex(pattern));
    }

    static boolean isGlob(String location) {
        return location.chars().anyMatch(character -> WILDCARDS.indexOf(character) >= 0);
    }

    /** The directories before the first segment with a wildcard, empty or ending with a slash. */
    String base() {
        int wildcard = 0;
        while (WILDCARDS.indexOf(pattern.charAt(wildcard)) < 0) {
            wildcard++;
        }
        return pattern.substring(0, pattern.lastIndexOf('/', wildcard) + 1);
    }

    /** Whether the last segment is the name of a file, which is then meant whatever is in it. */
    boolean namesFile() {
        return !isGlob(pattern.substring(pattern.lastIndexOf('/') + 1));
    }

    boolean matches(String path) {
        return FileNames.canBeDocument(path) && regex.matcher(path).matches();
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        boolean inClass = false;
        int groups = 0;
        for (int i = 0; i < glob.length(); i++) {
            char character = glob.charAt(i);
            if (inClass) {
                inClass = character != ']';
                regex.append(character == '\\' || character == '[' || character == '&' ? "\\" : "")
                        .append(character);
            } else if (glob.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (character == '[') {
                inClass = true;
                boolean negated = glob.startsWith("!", i + 1);
                regex.append(negated ? "[^/" : "[");
                i += negated ? 1 : 0;
            } else if (character == '{') {
                groups++;
                regex.append("(?:");
            } else if (character == '}' && groups > 0) {
                groups--;
                regex.append(')');
            } else if (character == ',' && groups > 0) {
                regex.append('|');
            } else {
                regex.append(
                        switch (character) {
                            case '*' -> "[^/]*";
                            case '?' -> "[^/]";
                            default -> Pattern.quote(Character.toString(character));
                        });
            }
        }
        return regex.toString();
    }
}
