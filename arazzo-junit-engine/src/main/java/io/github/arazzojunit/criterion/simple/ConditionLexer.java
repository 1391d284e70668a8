package io.github.arazzojunit.criterion.simple;

import java.util.List;

/** A place in the text of a simple condition, and its tokens. */
final class ConditionLexer {

    /** Where an operand ends, beside blanks and control characters (CRT-25, AMB-39). */
    private static final String DELIMITERS = "!&()<=>{|}";

    private static final String ESCAPES = "nrtbf\"'\\/";
    private static final String ESCAPED = "\n\r\t\b\f\"'\\/";

    private final String text;
    private int index;

    ConditionLexer(String text) {
        this.text = text;
    }

    int index() {
        return index;
    }

    void skipBlanks() {
        while (index < text.length() && (text.charAt(index) <= ' ' || Character.isWhitespace(text.charAt(index)))) {
            index++;
        }
    }

    boolean isAtEnd() {
        return index == text.length();
    }

    boolean isAt(String token) {
        return text.startsWith(token, index);
    }

    boolean accept(String token) {
        boolean found = isAt(token);
        if (found) {
            index += token.length();
        }
        return found;
    }

    /** The longest run of characters that can belong to an operand. */
    String operand() {
        int start = index;
        while (index < text.length() && isOperandCharacter(text.charAt(index))) {
            index++;
        }
        return text.substring(start, index);
    }

    private static boolean isOperandCharacter(char c) {
        return c > ' ' && !Character.isWhitespace(c) && !Character.isISOControl(c) && DELIMITERS.indexOf(c) < 0;
    }

    /** A literal in single quotes; a doubled quote stands for one. */
    String singleQuoted() throws ConditionSyntaxException {
        int start = index++;
        StringBuilder value = new StringBuilder();
        while (index < text.length()) {
            if (!isAt("'")) {
                value.append(text.charAt(index++));
            } else if (accept("''")) {
                value.append('\'');
            } else {
                index++;
                return value.toString();
            }
        }
        throw failure(start, "a string that is not closed by a single quote");
    }

    /** A literal in double quotes, which only lenient reading knows; with the escapes of JSON. */
    String doubleQuoted() throws ConditionSyntaxException {
        int start = index++;
        StringBuilder value = new StringBuilder();
        while (index < text.length()) {
            char c = text.charAt(index++);
            if (c == '"') {
                return value.toString();
            }
            int escape = c == '\\' && index < text.length() ? ESCAPES.indexOf(text.charAt(index)) : -1;
            if (escape >= 0) {
                index++;
            }
            value.append(escape >= 0 ? ESCAPED.charAt(escape) : c);
        }
        throw failure(start, "a string that is not closed by a double quote");
    }

    /** Fails if any of the tokens comes next. */
    void refuse(List<String> tokens, String problem) throws ConditionSyntaxException {
        if (tokens.stream().anyMatch(this::isAt)) {
            throw failure(index, problem);
        }
    }

    ConditionSyntaxException failure(int at, String problem) {
        return new ConditionSyntaxException(text, at, problem);
    }
}
