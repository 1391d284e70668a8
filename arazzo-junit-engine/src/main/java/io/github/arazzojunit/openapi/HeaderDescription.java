package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.LocatedNode;
import java.util.Optional;

/**
 * A header of a response or of a part, always of style {@code simple}.
 *
 * @param schema of the value, as written and possibly a reference; with a media type, the schema found there
 * @param contentMediaType set when the value is serialized by media type
 * @param source the Header Object
 */
public record HeaderDescription(
        String name,
        boolean required,
        boolean explode,
        Optional<LocatedNode> schema,
        Optional<String> contentMediaType,
        LocatedNode source) {}
