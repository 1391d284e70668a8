package io.github.arazzojunit.http;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Turns text into a part of a URI, UTF-8, RFC 3986 section 2. */
enum PercentEncoder implements UnaryOperator<String> {
    /** For a value that must not be taken for anything else. */
    VALUE("-._~"),
    /** For {@code allowReserved}: keeps what delimits, and triplets; a number sign would begin a fragment. */
    RESERVED_VALUE("-._~:/?[]@!$&'()*+,;=%"),
    /** For text that its author has encoded: only what can never stand in a URI is encoded. */
    AUTHORED("-._~:/?@!$&'()*+,;=%"),
    /** For the pairs of a form, WHATWG URL section 5.2. */
    FORM("-._*"),
    /** For cookies: what RFC 6265 allows in a value stays as it is, for servers that do not decode. */
    COOKIE("-._~:/?[]@!$&'()*+=%#<>^`{|}");

    private final String kept;

    PercentEncoder(String kept) {
        this.kept = kept;
    }

    @Override
    public String apply(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder encoded = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xFF);
            if (c == ' ' && this == FORM) {
                encoded.append('+');
            } else if (c == '%' ? keepsPercent(bytes, i) : isKept(c)) {
                encoded.append(c);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 0xF, 16)));
            }
        }
        return encoded.toString();
    }

    private boolean isKept(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || kept.indexOf(c) >= 0;
    }

    /** In a URI only as the beginning of a triplet. */
    private boolean keepsPercent(byte[] bytes, int index) {
        boolean triplet = index + 2 < bytes.length
                && Character.digit(bytes[index + 1], 16) >= 0
                && Character.digit(bytes[index + 2], 16) >= 0;
        return kept.indexOf('%') >= 0 && (triplet || this == COOKIE);
    }
}
