package io.github.arazzojunit.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * The inputs of one run as a file states them. Immutable as long as nobody changes the JSON values.
 *
 * @param json a JSON object, whose texts may have {@linkplain Placeholders placeholders}
 * @param untyped whether its members are mere texts, whose types only the schema tells, as in a CSV file
 */
public record InputValues(JsonNode json, boolean untyped) {

    /** Nothing is given. */
    public static final InputValues NONE = typed(JsonNodeFactory.instance.objectNode());

    /** Values that have types of their own. */
    static InputValues typed(JsonNode json) {
        return new InputValues(json, false);
    }
}
