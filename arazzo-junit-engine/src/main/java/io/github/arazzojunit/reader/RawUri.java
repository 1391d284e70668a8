package io.github.arazzojunit.reader;

import java.util.regex.Pattern;

/** URI references as people write them: with characters that have to be encoded (SRC-04). Stateless. */
public final class RawUri {

    /** Characters that no URI has and that have one meaning only, and percent signs that encode nothing. */
    private static final Pattern RAW = Pattern.compile("[ {}|^`\"<>]|%(?![0-9A-Fa-f]{2})");

    private RawUri() {}

    /** The reference with all such characters percent-encoded; one without any is itself. */
    public static String encoded(String reference) {
        return RAW.matcher(reference)
                .replaceAll(raw -> "%%%02X".formatted((int) raw.group().charAt(0)));
    }
}
