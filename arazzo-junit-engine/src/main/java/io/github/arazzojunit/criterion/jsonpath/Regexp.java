package io.github.arazzojunit.criterion.jsonpath;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * An interoperable regular expression (RFC 9485), translated to {@link Pattern}. Whatever else {@link Pattern}
 * understands, such as {@code \d}, is accepted; a text that is no pattern at all matches nothing, as RFC 9535 demands.
 * Equality is that of the source.
 */
final class Regexp {

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private final String source;
    private final Pattern pattern;

    private Regexp(String source, Pattern pattern) {
        this.source = source;
        this.pattern = pattern;
    }

    static Regexp of(String source) {
        return new Regexp(source, compile(source));
    }

    boolean isPattern() {
        return pattern != NOTHING;
    }

    boolean matches(String text, EvaluationLimits limits) {
        return limits.match(source, text, input -> pattern.matcher(input).matches());
    }

    boolean isFoundIn(String text, EvaluationLimits limits) {
        return limits.match(source, text, input -> pattern.matcher(input).find());
    }

    private static Pattern compile(String source) {
        try {
            return Pattern.compile(translate(source));
        } catch (PatternSyntaxException | StackOverflowError unusable) {
            // The compiler recurses into groups: nesting it cannot follow is as unusable as wrong syntax.
            return NOTHING;
        }
    }

    /** Only four characters mean something else in {@link Pattern}: {@code . $} outside, {@code [ &} inside a class. */
    private static String translate(String source) {
        StringBuilder java = new StringBuilder(source.length() + 16);
        boolean insideClass = false;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\\' && i + 1 < source.length()) {
                java.append(c).append(source.charAt(++i));
            } else if (insideClass) {
                insideClass = c != ']';
                java.append(c == '[' || c == '&' ? "\\" : "").append(c);
            } else {
                insideClass = c == '[';
                java.append(c == '.' ? "[^\\n\\r]" : c == '$' ? "\\z" : String.valueOf(c));
            }
        }
        return java.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Regexp regexp && regexp.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
