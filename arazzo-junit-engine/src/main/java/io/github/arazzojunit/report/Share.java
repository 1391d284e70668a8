package io.github.arazzojunit.report;

import java.util.Locale;

/** A part of a whole. */
public record Share(int covered, int all) {

    static final Share NONE = new Share(0, 0);

    Share plus(Share other) {
        return new Share(covered + other.covered, all + other.all);
    }

    static Share of(long covered, int all) {
        return new Share((int) covered, all);
    }

    /** From 0 to 100; of nothing, everything is covered. */
    public double percent() {
        return all == 0 ? 100 : 100.0 * covered / all;
    }

    /** {@code 3 of 4 (75.0 %)}; the percentage is rounded down, so that 100 % means all. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d of %d (%.1f %%)", covered, all, Math.floor(percent() * 10) / 10);
    }
}
