package io.github.arazzojunit.criterion.jsonpath;

/**
 * A text that refuses to be read after a deadline: the only way to interrupt {@code java.util.regex}, which offers none.
 */
public final class DeadlineText implements CharSequence {

    private static final int READS_BETWEEN_CHECKS = 1024;

    private final CharSequence text;
    private final long deadline;
    private int reads;

    /** @param deadline as {@link System#nanoTime()} counts */
    public DeadlineText(CharSequence text, long deadline) {
        this.text = text;
        this.deadline = deadline;
    }

    @Override
    public char charAt(int index) {
        if (++reads % READS_BETWEEN_CHECKS == 0 && System.nanoTime() - deadline > 0) {
            throw new Passed();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new DeadlineText(text.subSequence(start, end), deadline);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Leaves the matcher; never leaves the evaluation. */
    public static final class Passed extends RuntimeException {

        private Passed() {
            super("deadline passed", null, false, false);
        }
    }
}
