package io.github.arazzojunit.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as a number with a unit, or in ISO 8601. */
final class Durations {

    static final String VALID = "a number with ms, s, m or h such as '10 s', or ISO 8601 such as 'PT1M30S'";

    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,12})\\s*(ms|s|m|h)");

    private Durations() {}

    /** The duration, zero or positive; empty when the text is none. */
    static Optional<Duration> parse(String text) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text.strip().toLowerCase(Locale.ROOT));
        return matcher.matches()
                ? Optional.of(of(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : parseIso(text.strip());
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    private static Optional<Duration> parseIso(String text) {
        try {
            return Optional.of(Duration.parse(text)).filter(duration -> !duration.isNegative());
        } catch (DateTimeParseException notIso) {
            return Optional.empty();
        }
    }
}
