package io.github.arazzojunit.expression;

/** A text is no runtime expression. The message quotes the text and says what was expected where. */
public final class ExpressionSyntaxException extends Exception {

    private final int index;
    private final String problem;

    ExpressionSyntaxException(String text, int index, String expected) {
        this(text, index, expected, index < text.length() ? "'" + text.charAt(index) + "'" : "the end");
    }

    private ExpressionSyntaxException(String text, int index, String expected, String found) {
        super("'" + text + "' is no runtime expression: expected " + expected + " at character " + (index + 1)
                + ", found " + found);
        this.index = index;
        this.problem = "expected " + expected + ", found " + found;
    }

    /** The first offending character, counted from 0; the length of the text where something is lacking at its end. */
    public int index() {
        return index;
    }

    /** What was expected and found, without text and place, for a message that names them itself. */
    public String problem() {
        return problem;
    }
}
