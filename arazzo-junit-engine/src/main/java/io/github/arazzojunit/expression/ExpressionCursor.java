package io.github.arazzojunit.expression;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the text of an expression, and the tokens of the grammar. */
final class ExpressionCursor {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]*");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9._-]*");
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]*");
    private static final Pattern BRACKET = Pattern.compile("\\[[A-Za-z0-9._-]+]");
    private static final Pattern INDEX = Pattern.compile("\\[[0-9]+]");
    private static final Pattern MEMBER = Pattern.compile("\\.[A-Za-z0-9_$@-]+");
    private static final Pattern DOLLAR = Pattern.compile("\\$[A-Za-z0-9_.-]");
    private static final Pattern TOKENS = Pattern.compile("[^{}~]*+");

    private final String text;
    private int index;

    ExpressionCursor(String text) {
        this.text = text;
    }

    int index() {
        return index;
    }

    /** The text before an index. */
    String before(int end) {
        return text.substring(0, end);
    }

    boolean accept(String token) {
        boolean found = text.startsWith(token, index);
        if (found) {
            index += token.length();
        }
        return found;
    }

    void expect(String token, String expected) throws ExpressionSyntaxException {
        oneOf(List.of(token), expected);
    }

    /** Reads the longest of the tokens; fails where the last of them stops to match. */
    String oneOf(List<String> tokens, String expected) throws ExpressionSyntaxException {
        String longest = "";
        int offender = index;
        for (String token : tokens) {
            int common = 0;
            while (common < token.length()
                    && index + common < text.length()
                    && text.charAt(index + common) == token.charAt(common)) {
                common++;
            }
            offender = Math.max(offender, index + common);
            if (common == token.length() && common > longest.length()) {
                longest = token;
            }
        }
        if (longest.isEmpty()) {
            throw failure(offender, expected);
        }
        index += longest.length();
        return longest;
    }

    void expectEnd(String expected) throws ExpressionSyntaxException {
        if (index < text.length()) {
            throw failure(index, expected);
        }
    }

    String id(String expected) throws ExpressionSyntaxException {
        return required(ID, expected);
    }

    String identifier(String expected) throws ExpressionSyntaxException {
        return required(IDENTIFIER, expected);
    }

    /** An identifier, also with brackets or a leading dollar sign, as inputs are named after parameters. */
    String lenientIdentifier(String expected) throws ExpressionSyntaxException {
        int start = index;
        int before;
        do {
            before = index;
            matched(IDENTIFIER);
            matched(BRACKET);
            if (index == start) {
                matched(DOLLAR);
            }
        } while (index > before);
        if (index == start) {
            throw failure(index, expected);
        }
        return text.substring(start, index);
    }

    String headerName() throws ExpressionSyntaxException {
        return required(HEADER_NAME, "the name of a header");
    }

    /** Accessors behind a body, empty where there are none. */
    String accessPath() {
        int start = index;
        int before;
        do {
            before = index;
            matched(MEMBER);
            matched(INDEX);
        } while (index > before);
        return text.substring(start, index);
    }

    /** Everything up to a brace or a tilde that escapes nothing. */
    String pointer() {
        int start = index;
        do {
            matched(TOKENS);
        } while (accept("~0") || accept("~1"));
        return text.substring(start, index);
    }

    /** The rest of the text as name without restrictions. */
    String freeText() {
        int start = index;
        while (index < text.length()) {
            int length = CharText.lengthAt(text, index);
            if (length == 0) {
                break;
            }
            index += length;
        }
        return CharText.decode(text.substring(start, index));
    }

    ExpressionSyntaxException failure(int at, String expected) {
        return new ExpressionSyntaxException(text, at, expected);
    }

    private String required(Pattern pattern, String expected) throws ExpressionSyntaxException {
        String found = matched(pattern);
        if (found.isEmpty()) {
            throw failure(index, expected);
        }
        return found;
    }

    private String matched(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(index, text.length());
        String found = matcher.lookingAt() ? matcher.group() : "";
        index += found.length();
        return found;
    }
}
