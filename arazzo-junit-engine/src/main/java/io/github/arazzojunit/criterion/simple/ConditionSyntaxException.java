package io.github.arazzojunit.criterion.simple;

/** A text is no simple condition. The message quotes the text and says what was expected where. */
public final class ConditionSyntaxException extends Exception {

    private final int index;

    ConditionSyntaxException(String text, int index, String problem) {
        super("'" + text + "' is no simple condition: " + problem + " at character " + (index + 1));
        this.index = index;
    }

    /** The first offending character, counted from 0; the length of the text where something is lacking at its end. */
    public int index() {
        return index;
    }
}
