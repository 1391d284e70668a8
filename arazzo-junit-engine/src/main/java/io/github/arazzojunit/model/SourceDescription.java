package io.github.arazzojunit.model;

import java.util.Optional;

/**
 * An entry of {@code sourceDescriptions}.
 *
 * @param url as written, possibly relative
 * @param type {@code openapi}, {@code arazzo} or {@code asyncapi}; without it the content decides (SRC-07)
 */
public record SourceDescription(String name, String url, Optional<String> type, LocatedNode source) {}
