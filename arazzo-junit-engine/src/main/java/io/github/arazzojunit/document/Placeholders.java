package io.github.arazzojunit.document;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What texts of a file of inputs can leave to the run: <code>${uuid}</code>, <code>${now}</code>,
 * <code>${now+1d}</code>, <code>${seq}</code>, <code>${random:8}</code> and <code>${env:NAME}</code>. An object serves
 * one run of a workflow, in which the same placeholder always means the same value. Used by one thread.
 */
public final class Placeholders {

    /** What a file can say. */
    static final String VALID = "Valid are ${uuid}, ${now}, ${now+1d} or ${now-30m} (units s, m, h, d, w), ${seq},"
            + " ${random:8} (1 to 64 characters) and ${env:NAME}; '$${' stands for '${' itself.";

    /** A doubled dollar sign makes the rest plain text; the last group is empty where the brace is never closed. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$(\\$?)\\{([^}]*)(}?)");

    private static final Pattern NOW = Pattern.compile("now(?:([+-])([0-9]{1,6})([smhdw]))?");
    private static final Pattern RANDOM = Pattern.compile("random:([1-9]|[1-5][0-9]|6[0-4])");
    private static final Pattern ENVIRONMENT = Pattern.compile("env:(.+)");
    private static final int DATE_LENGTH = "2026-12-01".length();

    /** Without vowels, so that no random text is a word, and without what looks alike. */
    private static final String LETTERS = "bcdfghjkmnpqrstvwxz";

    private static final String LETTERS_AND_DIGITS = LETTERS + "23456789";

    private static final AtomicLong SEQUENCE = new AtomicLong();
    private static final SecureRandom RANDOM_SOURCE = new SecureRandom();

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Map<String, String> values = new HashMap<>();

    /**
     * A text without placeholders.
     *
     * @param generated whether the run made a part of it up, and nothing comes from the environment
     */
    public record Filled(String text, boolean generated) {}

    /** Whether a text has placeholders, also doubled dollar signs that stand for none. */
    public static boolean isIn(String text) {
        return PLACEHOLDER.matcher(text).find();
    }

    /** Why the placeholders of a text cannot be filled, as a sentence; empty when they can. */
    static Optional<String> problem(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .filter(placeholder -> placeholder.group(1).isEmpty())
                .flatMap(placeholder -> problem(placeholder).stream())
                .findFirst();
    }

    private static Optional<String> problem(MatchResult placeholder) {
        String name = placeholder.group(2);
        Matcher environment = ENVIRONMENT.matcher(name);
        if (placeholder.group(3).isEmpty()) {
            return Optional.of("The placeholder '" + placeholder.group() + "' has no closing brace.");
        } else if (environment.matches()) {
            return System.getenv(environment.group(1)) == null
                    ? Optional.of("The environment variable '" + environment.group(1) + "' is not set.")
                    : Optional.empty();
        }
        return name.equals("uuid")
                        || name.equals("seq")
                        || NOW.matcher(name).matches()
                        || RANDOM.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("The placeholder '" + placeholder.group() + "' is unknown.");
    }

    /**
     * Fills a text; a placeholder with a {@linkplain #problem problem} stays as it is.
     *
     * @param date whether times are to be dates only
     */
    public Filled fill(String text, boolean date) {
        boolean[] generated = new boolean[1];
        boolean[] environment = new boolean[1];
        String filled = PLACEHOLDER.matcher(text).replaceAll(placeholder -> {
            if (!placeholder.group(1).isEmpty()) {
                return Matcher.quoteReplacement(placeholder.group().substring(1));
            }
            if (problem(placeholder).isPresent()) {
                return Matcher.quoteReplacement(placeholder.group());
            }
            String name = placeholder.group(2);
            boolean external = ENVIRONMENT.matcher(name).matches();
            environment[0] |= external;
            generated[0] |= !external;
            String value = values.computeIfAbsent(name, this::value);
            return Matcher.quoteReplacement(
                    date && NOW.matcher(name).matches() ? value.substring(0, DATE_LENGTH) : value);
        });
        return new Filled(filled, generated[0] && !environment[0]);
    }

    private String value(String name) {
        Matcher environment = ENVIRONMENT.matcher(name);
        Matcher random = RANDOM.matcher(name);
        Matcher now = NOW.matcher(name);
        if (environment.matches()) {
            return System.getenv(environment.group(1));
        } else if (random.matches()) {
            return random(Integer.parseInt(random.group(1)));
        } else if (now.matches()) {
            return time(now).toString();
        }
        return name.equals("seq")
                ? String.valueOf(SEQUENCE.incrementAndGet())
                : UUID.randomUUID().toString();
    }

    private Instant time(Matcher now) {
        if (now.group(1) == null) {
            return start;
        }
        long amount = Long.parseLong(now.group(1) + now.group(2));
        return switch (now.group(3)) {
            case "s" -> start.plusSeconds(amount);
            case "m" -> start.plus(amount, ChronoUnit.MINUTES);
            case "h" -> start.plus(amount, ChronoUnit.HOURS);
            case "d" -> start.plus(amount, ChronoUnit.DAYS);
            default -> start.plus(7 * amount, ChronoUnit.DAYS);
        };
    }

    private static String random(int length) {
        StringBuilder text = new StringBuilder(length);
        text.append(LETTERS.charAt(RANDOM_SOURCE.nextInt(LETTERS.length())));
        while (text.length() < length) {
            text.append(LETTERS_AND_DIGITS.charAt(RANDOM_SOURCE.nextInt(LETTERS_AND_DIGITS.length())));
        }
        return text.toString();
    }
}
