package io.github.arazzojunit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Tells JSON that an author wrote as text from a string that is meant as a value. */
final class JsonText {

    private JsonText() {}

    /** JSON for the value; a text that is itself an object or a list stays as written. */
    static String of(JsonNode value) {
        boolean written = value.isTextual()
                && parsed(value.textValue()).filter(JsonNode::isContainerNode).isPresent();
        return written ? value.textValue() : Json.write(value);
    }

    static Optional<JsonNode> parsed(String text) {
        try {
            return Optional.of(Json.parse(text)).filter(value -> !value.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
