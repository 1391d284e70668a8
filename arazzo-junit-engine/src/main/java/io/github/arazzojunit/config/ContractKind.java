package io.github.arazzojunit.config;

import java.util.Locale;

/** What can be wrong with a message that is held against its description. */
public enum ContractKind {
    /** The status is not documented. */
    STATUS,
    /** The media type is not documented, or the body is not what it says. */
    CONTENT_TYPE,
    /** A header is missing or has a wrong value; of a request any parameter. */
    HEADER,
    /** The body is not what its schema describes. */
    BODY,
    /** A value is null that must not be. */
    NULL,
    /** A text does not have the {@code format} of its schema. */
    FORMAT;

    /** The name in configuration keys, for example {@code content-type}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
