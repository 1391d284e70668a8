package io.github.arazzojunit.reader;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class Nearest {

    private static final int MIN_ERRORS = 2;
    private static final int LETTERS_PER_ERROR = 3;
    private static final int MOST_LISTED = 12;

    private Nearest() {}

    /** The most similar of the candidates, empty when none is similar; capitals count nothing. */
    public static Optional<String> to(String name, Collection<String> candidates) {
        int tolerated = Math.max(MIN_ERRORS, name.length() / LETTERS_PER_ERROR);
        return candidates.stream()
                .filter(candidate -> distance(name, candidate) <= Math.min(tolerated, candidate.length() - 1))
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code Did you mean 'x'?} where a candidate is similar, otherwise the names to choose from. */
    public static String hint(String name, Collection<String> candidates) {
        return to(name, candidates)
                .map(candidate -> "Did you mean '" + candidate + "'?")
                .orElseGet(() -> known(candidates));
    }

    private static String known(Collection<String> candidates) {
        if (candidates.isEmpty()) {
            return "There is none to choose from.";
        }
        return candidates.size() > MOST_LISTED
                ? "There are " + candidates.size() + ", none with a similar name."
                : "Known: " + String.join(", ", candidates.stream().sorted().toList()) + ".";
    }

    private static int distance(String one, String other) {
        String left = one.toLowerCase(Locale.ROOT);
        String right = other.toLowerCase(Locale.ROOT);
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
