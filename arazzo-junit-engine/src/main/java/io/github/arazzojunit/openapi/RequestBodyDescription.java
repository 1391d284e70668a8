package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.LocatedNode;
import java.util.List;

/**
 * The body that an operation takes.
 *
 * @param content its representations in the order of the text
 */
public record RequestBodyDescription(boolean required, List<MediaTypeDescription> content, LocatedNode source) {

    public RequestBodyDescription {
        content = List.copyOf(content);
    }
}
