package io.github.arazzojunit.config;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands behind {@code arazzo.security.} in the name of a parameter.
 *
 * @param source name of the source description
 * @param scheme key in {@code components.securitySchemes} of the source
 */
public record SecurityKey(String source, String scheme, Field field) implements Comparable<SecurityKey> {

    /** The last part of the name. */
    public enum Field {
        USERNAME,
        PASSWORD,
        TOKEN,
        /** Of an API key. */
        VALUE,
        CLIENT_ID,
        CLIENT_SECRET,
        SCOPE,
        TOKEN_URL;

        static Optional<Field> of(String name) {
            return Stream.of(values())
                    .filter(field -> field.toString().equals(name))
                    .findFirst();
        }

        /** As it is written: {@code client-id}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public int compareTo(SecurityKey other) {
        return Comparator.comparing(SecurityKey::toString).compare(this, other);
    }

    /** {@code orders.basicAuth.client-id}. */
    @Override
    public String toString() {
        return source + "." + scheme + "." + field;
    }
}
