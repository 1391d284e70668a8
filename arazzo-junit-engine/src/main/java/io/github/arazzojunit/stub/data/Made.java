package io.github.arazzojunit.stub.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What came of making a value.
 *
 * @param value satisfies the schema; empty when none could be made
 * @param problems why not; empty when there is a value
 * @param declared whether the schemas declare all members that were wished for, or only allow some
 */
public record Made(Optional<JsonNode> value, List<Problem> problems, boolean declared) {

    public Made {
        problems = List.copyOf(problems);
    }

    /** A value that needed no wish to be met. */
    public static Made of(JsonNode value) {
        return new Made(Optional.of(value), List.of(), true);
    }

    static Made failed(List<Problem> problems) {
        return new Made(Optional.empty(), problems, true);
    }
}
