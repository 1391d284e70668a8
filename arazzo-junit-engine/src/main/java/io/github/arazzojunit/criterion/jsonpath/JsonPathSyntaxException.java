package io.github.arazzojunit.criterion.jsonpath;

/**
 * A text is no JSONPath query, or no condition. The message quotes the text, names the column, counted from 1, and says
 * what was expected there.
 */
public final class JsonPathSyntaxException extends Exception {

    private static final int LONGEST_QUOTE = 200;

    private final int index;

    JsonPathSyntaxException(String text, int index, String problem) {
        super("%s at column %d of %s".formatted(problem, index + 1, quote(text, index)));
        this.index = index;
    }

    /** Where the text went wrong: an offset in UTF-16 units, at most the length of the text. */
    public int index() {
        return index;
    }

    private static String quote(String text, int index) {
        if (text.length() <= LONGEST_QUOTE) {
            return '"' + text + '"';
        }
        int from = Math.max(0, index - LONGEST_QUOTE / 2);
        int to = Math.min(text.length(), from + LONGEST_QUOTE);
        return (from > 0 ? "\"..." : "\"") + text.substring(from, to) + (to < text.length() ? "...\"" : "\"");
    }
}
