package io.github.arazzojunit.stub.inputs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.model.LocatedNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place that takes a value: a parameter, a member of a body, an input of another workflow.
 *
 * @param alternatives schemas, one of which has to hold
 * @param examples of the place, better than anything made up
 * @param asText whether the value travels as text, where {@code 5} is a number and a string
 */
record Destination(Schemas schemas, List<LocatedNode> alternatives, List<LocatedNode> examples, boolean asText) {

    boolean accepts(JsonNode value) {
        return (asText ? Scalars.readings(value) : List.of(value))
                .stream()
                        .anyMatch(reading -> alternatives.stream().anyMatch(schema -> schemas.accept(schema, reading)));
    }

    /** Values that the place takes. */
    List<JsonNode> proposals(long seed) {
        List<JsonNode> proposals = new ArrayList<>();
        for (LocatedNode schema : alternatives) {
            schemas.make(schema, examples, seed).ifPresent(proposals::add);
        }
        return proposals;
    }

    /** What remains of a text that the place takes when the text around an expression is taken away. */
    static Optional<JsonNode> between(String before, JsonNode text, String after) {
        String whole = text.asText();
        boolean fits = text.isValueNode()
                && whole.length() > before.length() + after.length()
                && whole.startsWith(before)
                && whole.endsWith(after);
        return fits
                ? Optional.of(TextNode.valueOf(whole.substring(before.length(), whole.length() - after.length())))
                : Optional.empty();
    }
}
