package io.github.arazzojunit.stub.inputs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;

/**
 * One use of an input.
 *
 * @param pointer the part of the input that is used, empty for all of it
 * @param before text in front of the value where it is embedded
 * @param after text behind the value where it is embedded
 * @param destination empty where nothing is known about it
 */
record Flow(String pointer, String before, String after, boolean embedded, Optional<Destination> destination) {

    static Flow of(String pointer, Optional<Destination> destination) {
        return new Flow(pointer, "", "", false, destination);
    }

    Flow below(String outer) {
        return new Flow(outer + pointer, before, after, embedded, destination);
    }

    boolean accepts(JsonNode value) {
        if (embedded && value.isContainerNode()) {
            return false;
        }
        JsonNode sent = embedded ? TextNode.valueOf(before + value.asText() + after) : value;
        return destination.map(place -> place.accepts(sent)).orElse(true);
    }

    List<JsonNode> proposals(long seed) {
        List<JsonNode> proposals =
                destination.map(place -> place.proposals(seed)).orElse(List.of());
        return embedded
                ? proposals.stream()
                        .flatMap(proposal -> Destination.between(before, proposal, after).stream())
                        .toList()
                : proposals;
    }
}
