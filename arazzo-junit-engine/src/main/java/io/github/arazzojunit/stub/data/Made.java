package io.github.arazzojunit.stub.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What came of making a value.
 *
 * @param value satisfies the schema; empty when none could be made
 * @param problems why not, each with the place of the schema that cannot be satisfied; empty when there is a value
 * @param supplied members that were wished for and are not declared
 */
public record Made(Optional<JsonNode> value, List<String> problems, List<Supplied> supplied) {

    public Made {
        problems = List.copyOf(problems);
        supplied = List.copyOf(supplied);
    }

    static Made of(JsonNode value) {
        return new Made(Optional.of(value), List.of(), List.of());
    }

    static Made failed(List<String> problems) {
        return new Made(Optional.empty(), problems, List.of());
    }
}
