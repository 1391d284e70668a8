package io.github.arazzojunit.expression;

/** A text is no runtime expression. The message quotes the text and says what was expected where. */
public final class ExpressionSyntaxException extends Exception {

    private final int index;

    ExpressionSyntaxException(String text, int index, String expected) {
        super("'" + text + "' is no runtime expression: expected " + expected + " at character " + (index + 1)
                + ", found " + (index < text.length() ? "'" + text.charAt(index) + "'" : "the end"));
        this.index = index;
    }

    /** The first offending character, counted from 0; the length of the text where something is lacking at its end. */
    public int index() {
        return index;
    }
}
