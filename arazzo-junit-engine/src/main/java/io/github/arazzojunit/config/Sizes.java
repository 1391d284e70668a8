package io.github.arazzojunit.config;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes in bytes, as a number with a unit. */
final class Sizes {

    static final String VALID = "a positive number with B, KB, MB, GB, KiB, MiB or GiB such as '10 MiB'";

    private static final Pattern NUMBER_AND_UNIT =
            Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)\\s*(b|kb|mb|gb|kib|mib|gib)?");

    private static final Map<String, Long> BYTES = Map.of(
            "b", 1L,
            "kb", 1_000L,
            "mb", 1_000_000L,
            "gb", 1_000_000_000L,
            "kib", 1L << 10,
            "mib", 1L << 20,
            "gib", 1L << 30);

    private Sizes() {}

    /** The size in bytes, positive; empty when the text is none. A number without unit means bytes. */
    static Optional<Long> parse(String text) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long factor = matcher.group(2) == null ? 1 : BYTES.get(matcher.group(2));
        BigDecimal bytes = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(factor));
        return Optional.of(bytes)
                .filter(size -> size.compareTo(BigDecimal.ONE) >= 0)
                .filter(size -> size.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0)
                .map(BigDecimal::longValue);
    }
}
