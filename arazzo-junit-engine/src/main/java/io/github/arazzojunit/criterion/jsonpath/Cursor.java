package io.github.arazzojunit.criterion.jsonpath;

import java.util.ArrayList;
import java.util.List;

/** A place in the text of a query that moves on while the text is read. */
final class Cursor {

    /** What {@link #peek()} answers behind the last character. */
    static final int END = -1;

    private static final int DEEPEST_NESTING = 1000;

    /** A filter within a filter, or a function, takes the stack of several parentheses. */
    private static final int WEIGHT_OF_FILTER = 10;

    private final String text;
    private final List<String> remarks = new ArrayList<>();
    private int index;
    private int nesting;

    Cursor(String text) {
        this.text = text;
    }

    int index() {
        return index;
    }

    /** Goes back to an index seen before. */
    void reset(int earlier) {
        index = earlier;
    }

    String textSince(int start) {
        return text.substring(start, index);
    }

    boolean isAtEnd() {
        return index == text.length();
    }

    /** The code point ahead, a lone surrogate as itself, or {@link #END}. */
    int peek() {
        return isAtEnd() ? END : text.codePointAt(index);
    }

    boolean isAt(String expected) {
        return text.startsWith(expected, index);
    }

    boolean isAtDigit() {
        return peek() >= '0' && peek() <= '9';
    }

    /** Consumes and returns the code point ahead. */
    int next() {
        int codePoint = text.codePointAt(index);
        index += Character.charCount(codePoint);
        return codePoint;
    }

    /** Consumes a text if it is ahead. */
    boolean take(String expected) {
        boolean ahead = isAt(expected);
        if (ahead) {
            index += expected.length();
        }
        return ahead;
    }

    void expect(String expected, String description) throws JsonPathSyntaxException {
        if (!take(expected)) {
            throw expected(description);
        }
    }

    void skipBlanks() {
        while (!isAtEnd() && " \t\n\r".indexOf(text.charAt(index)) >= 0) {
            index++;
        }
    }

    /** Begins a part in parentheses; bounded, because reading and evaluating it uses the Java stack. */
    void enterParentheses() throws JsonPathSyntaxException {
        deepen(1);
    }

    void leaveParentheses() {
        nesting--;
    }

    /** Begins a filter or the arguments of a function, bounded likewise. */
    void enterFilter() throws JsonPathSyntaxException {
        deepen(WEIGHT_OF_FILTER);
    }

    void leaveFilter() {
        nesting -= WEIGHT_OF_FILTER;
    }

    private void deepen(int weight) throws JsonPathSyntaxException {
        nesting += weight;
        if (nesting > DEEPEST_NESTING) {
            throw error(
                    index,
                    "Expected less nesting (at most %d parentheses, %d filters or functions in each other)"
                            .formatted(DEEPEST_NESTING, DEEPEST_NESTING / WEIGHT_OF_FILTER));
        }
    }

    /** Notes what is valid but hardly meant. */
    void remark(int where, String observation) {
        remarks.add(error(where, observation).getMessage());
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    JsonPathSyntaxException expected(String description) {
        String found = isAtEnd() ? "the end" : "'" + Character.toString(peek()) + "'";
        return error(index, "Expected " + description + " but found " + found);
    }

    JsonPathSyntaxException error(int where, String problem) {
        return new JsonPathSyntaxException(text, where, problem);
    }
}
