package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.LocatedNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One representation of a body.
 *
 * @param mediaType the key as written, possibly a range such as {@code text/*}
 * @param schema as written, possibly a reference
 * @param itemSchema schema of each item of a stream (3.2)
 * @param examples the values of {@code example} and {@code examples}, in this order
 * @param encoding by property
 * @param source the Media Type Object
 */
public record MediaTypeDescription(
        String mediaType,
        Optional<LocatedNode> schema,
        Optional<LocatedNode> itemSchema,
        List<LocatedNode> examples,
        Map<String, EncodingDescription> encoding,
        LocatedNode source) {

    public MediaTypeDescription {
        examples = List.copyOf(examples);
        encoding = Collections.unmodifiableMap(new LinkedHashMap<>(encoding));
    }
}
