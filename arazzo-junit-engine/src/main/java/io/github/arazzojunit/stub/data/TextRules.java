package io.github.arazzojunit.stub.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import io.github.arazzojunit.model.LocatedNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Lengths, patterns and formats of texts, and a text that keeps them. */
final class TextRules {

    private static final int TRIES = 20;
    private static final int MAX_LENGTH = 100_000;

    /** What a pattern that cannot be turned round often wants: letters of both cases, digits, a sign. */
    private static final List<String> FALLBACKS = List.of("Aa1!", "A1", "a1", "a", "A", "1", "-", "a-1", "1.0");

    private final List<Pattern> patterns = new ArrayList<>();
    private final List<String> formats = new ArrayList<>();
    private int minLength;
    private int maxLength = Integer.MAX_VALUE;

    void add(LocatedNode schema) throws UnsatisfiableException {
        JsonNode keywords = schema.value();
        minLength = Math.max(minLength, keywords.path("minLength").asInt(0));
        maxLength = Math.min(maxLength, keywords.path("maxLength").asInt(Integer.MAX_VALUE));
        if (keywords.path("format").isTextual()) {
            formats.add(keywords.path("format").textValue());
        }
        if (keywords.path("contentEncoding").asText().startsWith("base64")) {
            formats.add("byte");
        }
        if (keywords.path("pattern").isTextual()) {
            patterns.add(compiled(schema, keywords.path("pattern").textValue()));
        }
    }

    static Pattern compiled(LocatedNode schema, String pattern) throws UnsatisfiableException {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new UnsatisfiableException(schema, "the pattern '" + pattern + "' is no regular expression");
        }
    }

    /** A text that this pattern matches. */
    static String matching(String pattern, LocatedNode schema, Random random) throws UnsatisfiableException {
        TextRules rules = new TextRules();
        rules.patterns.add(compiled(schema, pattern));
        return rules.make(schema, "the value", random);
    }

    boolean isUsed() {
        return minLength > 0 || maxLength < Integer.MAX_VALUE || !patterns.isEmpty() || !formats.isEmpty();
    }

    /** @param member what is made, for messages */
    String make(LocatedNode schema, String member, Random random) throws UnsatisfiableException {
        if (minLength > maxLength || minLength > MAX_LENGTH) {
            throw new UnsatisfiableException(
                    schema, "no text has from " + minLength + " to " + maxLength + " characters");
        }
        for (int i = 0; i < TRIES; i++) {
            for (String candidate : candidates(i, random)) {
                if (fits(candidate)) {
                    return candidate;
                }
            }
        }
        throw new UnsatisfiableException(
                schema, "no text can be made for " + member + " that fits " + description(), !patterns.isEmpty());
    }

    private List<String> candidates(int attempt, Random random) {
        List<String> candidates = new ArrayList<>();
        for (String format : formats) {
            FormatSamples.sample(format, random).ifPresent(sample -> addStretched(candidates, format, sample));
        }
        if (candidates.isEmpty() || !patterns.isEmpty()) {
            List<String> texts = patterns.stream()
                    .map(pattern -> turnedRound(pattern, attempt, random))
                    .toList();
            texts.forEach(text -> addResized(candidates, text));
            // What one pattern says about the beginning and another about the end.
            int missing = minLength - texts.stream().mapToInt(TextRules::length).sum();
            candidates.add(String.join("a".repeat(Math.max(0, missing)), texts));
            FALLBACKS.forEach(text -> addResized(candidates, text));
            if (patterns.isEmpty()) {
                candidates.clear();
                addResized(candidates, FormatSamples.word(random));
            }
        }
        return candidates;
    }

    /** A text that the pattern matches, with ever more repetitions; empty where the generator gives up. */
    private String turnedRound(Pattern pattern, int attempt, Random random) {
        RgxGenProperties properties = new RgxGenProperties();
        int needed = minLength > 0 ? minLength : 1;
        RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(
                properties, Math.min(needed + attempt * 2, MAX_LENGTH));
        try {
            return RgxGen.parse(properties, pattern.pattern()).generate(random);
        } catch (RuntimeException e) {
            // Its patterns are a subset of Java's; the other candidates are still tried.
            return "";
        }
    }

    private void addResized(List<String> candidates, String text) {
        candidates.add(text);
        if (length(text) > maxLength) {
            candidates.add(text.substring(0, text.offsetByCodePoints(0, maxLength)));
        } else if (length(text) < minLength) {
            String padding = text.isEmpty() ? "a" : text;
            candidates.add(cut(text + padding.repeat(minLength / padding.length() + 1)));
            for (String filler : List.of("a", "A", "0", "-", " ")) {
                candidates.add(text + filler.repeat(minLength - length(text)));
            }
        }
    }

    private String cut(String text) {
        return text.substring(0, text.offsetByCodePoints(0, Math.max(minLength, 1)));
    }

    /** Where a format has a part of free length, the missing characters go there. */
    private void addStretched(List<String> candidates, String format, String sample) {
        candidates.add(sample);
        int missing = minLength - length(sample);
        if (missing > 0) {
            switch (format) {
                case "email", "idn-email", "hostname", "idn-hostname" -> candidates.add(stretchedName(sample, missing));
                case "byte", "base64", "base64url" -> candidates.add("YWJj".repeat(minLength / 4 + 1));
                default -> candidates.add(sample + "a".repeat(missing));
            }
        } else if (length(sample) > maxLength) {
            switch (format) {
                case "email", "idn-email" -> candidates.add("a@b.io");
                case "hostname", "idn-hostname" -> candidates.addAll(List.of("b.io", "a"));
                case "byte", "base64", "base64url" -> candidates.addAll(List.of("YWJj", ""));
                case "uri", "url", "iri" -> candidates.addAll(List.of("http://a.io", "a:b"));
                case "ipv4" -> candidates.add("10.0.0.1");
                case "ipv6" -> candidates.add("::1");
                default -> candidates.add(sample.substring(0, maxLength));
            }
        }
    }

    /** Labels of a host name have at most 63 characters, the local part of an address 64. */
    private static String stretchedName(String sample, int missing) {
        StringBuilder labels = new StringBuilder();
        for (int left = missing; left > 0; left -= 10) {
            labels.append("a".repeat(9)).append('.');
        }
        int at = sample.indexOf('@') + 1;
        return sample.substring(0, at) + labels + sample.substring(at);
    }

    private boolean fits(String text) {
        int length = length(text);
        return length >= minLength
                && length <= maxLength
                && patterns.stream().allMatch(pattern -> pattern.matcher(text).find());
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether a pattern and a format have to agree, which only a text that is made can show. */
    boolean isContested() {
        return !patterns.isEmpty() && !formats.isEmpty();
    }

    /** Whether there may be a text that nobody has found yet. */
    boolean hasPatterns() {
        return !patterns.isEmpty();
    }

    String description() {
        List<String> parts = new ArrayList<>();
        patterns.forEach(pattern -> parts.add("the pattern '" + pattern + "'"));
        formats.forEach(format -> parts.add("the format '" + format + "'"));
        if (minLength > 0 || maxLength < Integer.MAX_VALUE) {
            parts.add("a length from " + minLength + " to " + (maxLength == Integer.MAX_VALUE ? "any" : maxLength));
        }
        return String.join(" and ", parts);
    }
}
