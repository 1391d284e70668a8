package io.github.arazzojunit.stub.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Plausible texts: words, and texts of the formats of JSON Schema and OpenAPI. Addresses lead to nobody. */
final class FormatSamples {

    private static final List<String> WORDS = List.of(
            "amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heron", "indigo", "jasper", "kelp", "lilac",
            "maple", "nectar", "olive", "pebble", "quartz", "river", "sable", "tulip", "umber", "violet", "willow",
            "yarrow", "zephyr");

    private static final Instant EPOCH = Instant.parse("2024-01-01T00:00:00Z");

    private FormatSamples() {}

    static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    /** A text of the format, empty for a format that says nothing about texts or is not known. */
    static Optional<String> sample(String format, Random random) {
        String word = word(random);
        String text = switch (format) {
            case "date-time" -> instant(random).toString();
            case "date" -> instant(random).toString().substring(0, 10);
            case "time" -> instant(random).toString().substring(11);
            case "duration" -> "PT" + (1 + random.nextInt(59)) + "M";
            case "uuid" -> uuid(random);
            case "email", "idn-email" -> word + "." + word(random) + "@example.com";
            case "hostname", "idn-hostname" -> word + ".example.com";
            case "ipv4" -> "192.0.2." + (1 + random.nextInt(254));
            case "ipv6" -> "2001:db8::" + Integer.toHexString(1 + random.nextInt(0xfffe));
            case "uri", "url", "iri" -> "https://example.com/" + word;
            case "uri-reference", "iri-reference" -> "/" + word;
            case "uri-template" -> "/" + word + "/{id}";
            case "json-pointer" -> "/" + word;
            case "relative-json-pointer" -> "1/" + word;
            case "regex" -> "^" + word + "$";
            case "byte", "base64", "base64url" ->
                Base64.getEncoder()
                        .encodeToString(word.repeat(3).substring(0, 9).getBytes(UTF_8));
            case "password" ->
                Character.toUpperCase(word.charAt(0)) + word.substring(1) + "-" + (1_000 + random.nextInt(9_000));
            default -> "";
        };
        return Optional.of(text).filter(found -> !found.isEmpty());
    }

    private static Instant instant(Random random) {
        return EPOCH.plus(Duration.ofSeconds(random.nextInt(365 * 24 * 3_600)));
    }

    private static String uuid(Random random) {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
