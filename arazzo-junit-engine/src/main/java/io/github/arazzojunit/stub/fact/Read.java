package io.github.arazzojunit.stub.fact;

import io.github.arazzojunit.model.Position;
import java.util.List;

/**
 * Something that the workflow has seen of an answer.
 *
 * @param place names and indexes from the body; {@code *} for any
 * @param position of the criterion or output that saw it
 */
public record Read(List<String> place, Position position) {

    public Read {
        place = List.copyOf(place);
    }

    boolean covers(List<String> other) {
        return place.size() <= other.size() && place.equals(other.subList(0, place.size()));
    }
}
