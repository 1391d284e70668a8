package io.github.arazzojunit.criterion.regex;

import io.github.arazzojunit.criterion.jsonpath.DeadlineText;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression in the syntax of ECMA-262 as far as Java has the same constructs (AMB-44). Thread-safe. */
public final class EcmaPattern {

    private final String source;
    private final Pattern pattern;
    private final List<String> remarks;

    private EcmaPattern(String source, Pattern pattern, List<String> remarks) {
        this.source = source;
        this.pattern = pattern;
        this.remarks = remarks;
    }

    /**
     * @throws PatternSyntaxException for a text that is no pattern, or that needs what Java cannot do; its index counts
     *     in the text as written as far as that can be told
     */
    public static EcmaPattern compile(String source) {
        EcmaTranslation translation = new EcmaTranslation(source);
        String java = translation.java();
        try {
            // Where a pattern asks for it with (?i), ECMA-262 ignores the case of all letters, Java that of A to Z
            // only.
            return new EcmaPattern(source, Pattern.compile(java, Pattern.UNICODE_CASE), translation.remarks());
        } catch (PatternSyntaxException e) {
            throw new PatternSyntaxException(e.getDescription(), source, Math.min(e.getIndex(), source.length()));
        } catch (StackOverflowError e) {
            throw new PatternSyntaxException("too many nested groups", source, -1);
        }
    }

    /** Constructs that ECMA-262 does not have, or that probably mean something else; empty for most patterns. */
    public List<String> remarks() {
        return remarks;
    }

    /**
     * Whether the pattern occurs somewhere in a text (CRT-40).
     *
     * @throws RegexLimitException when the search does not end in time (SEC-08)
     */
    public boolean isFoundIn(String text, Duration timeLimit) throws RegexLimitException {
        try {
            return pattern.matcher(new DeadlineText(text, System.nanoTime() + timeLimit.toNanos()))
                    .find();
        } catch (DeadlineText.Passed e) {
            throw new RegexLimitException("the pattern '" + source + "' was not decided within " + timeLimit.toMillis()
                    + " ms on a text of " + text.length() + " characters; make it less ambiguous");
        } catch (StackOverflowError e) {
            throw new RegexLimitException("the pattern '" + source + "' needs more stack than there is for a text of "
                    + text.length() + " characters; repeat a character class instead of a group");
        }
    }

    /** A search that had to be given up. */
    public static final class RegexLimitException extends Exception {

        private RegexLimitException(String message) {
            super(message);
        }
    }
}
