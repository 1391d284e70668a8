package io.github.arazzojunit.criterion.jsonpath;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * What one evaluation may still use up. Without it a chain such as {@code $..*..*..*} or a backtracking pattern would
 * occupy a test run for hours. Belongs to one evaluation, hence to one thread.
 */
final class EvaluationLimits {

    private static final long MOST_NODES = 10_000_000;
    private static final Duration LONGEST_MATCHING = Duration.ofSeconds(2);

    private final long mostNodes;
    private final Duration longestMatching;
    private long visitedNodes;
    private long matchingNanos;

    EvaluationLimits() {
        this(MOST_NODES, LONGEST_MATCHING);
    }

    EvaluationLimits(long mostNodes, Duration longestMatching) {
        this.mostNodes = mostNodes;
        this.longestMatching = longestMatching;
    }

    /** Accounts for one node that a segment looked at or selected. */
    void visit() {
        if (++visitedNodes > mostNodes) {
            throw new JsonPathEvaluationException(
                    "The query visits more than %d nodes of this document; make it more specific, for example by fewer '..'"
                            .formatted(mostNodes));
        }
    }

    /**
     * Matches a text within the time that is left for all patterns of the evaluation together.
     *
     * @param pattern as written, for the message
     */
    boolean match(String pattern, String text, Predicate<CharSequence> matcher) {
        long start = System.nanoTime();
        try {
            return matcher.test(new DeadlineText(text, start + longestMatching.toNanos() - matchingNanos));
        } catch (DeadlineText.Passed passed) {
            throw new JsonPathEvaluationException(
                    "The pattern '%s' was stopped on a text of %d characters, because all patterns of a query together may take %d ms; make it less ambiguous"
                            .formatted(pattern, text.length(), longestMatching.toMillis()));
        } catch (StackOverflowError overflow) {
            // java.util.regex recurses once per repetition of a group.
            throw new JsonPathEvaluationException(
                    "The pattern '%s' needs more stack than there is for a text of %d characters; repeat a character class instead of a group"
                            .formatted(pattern, text.length()));
        } finally {
            matchingNanos += System.nanoTime() - start;
        }
    }
}
