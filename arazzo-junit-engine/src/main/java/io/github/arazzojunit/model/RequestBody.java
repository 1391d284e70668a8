package io.github.arazzojunit.model;

import java.util.List;
import java.util.Optional;

/**
 * The body of a step's request.
 *
 * @param payload any JSON value, with expressions in its strings
 */
public record RequestBody(
        Optional<String> contentType,
        Optional<LocatedNode> payload,
        List<PayloadReplacement> replacements,
        LocatedNode source) {

    public RequestBody {
        replacements = List.copyOf(replacements);
    }

    /**
     * A Payload Replacement Object.
     *
     * @param target JSON Pointer, JSONPath or XPath into the payload
     * @param targetSelectorType which of them (1.1); without it the media type decides (BOD-21, BOD-23)
     */
    public record PayloadReplacement(
            String target, LocatedNode value, Optional<ExpressionType> targetSelectorType, LocatedNode source) {}
}
