package io.github.arazzojunit.stub.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A member of a resource with its value.
 *
 * @param place names and indexes from the resource
 * @param value null for a member that was taken away
 * @param binding whether another value contradicts the workflow; otherwise it only comes first
 */
record Fact(List<String> place, JsonNode value, Origin origin, boolean binding) {

    Fact {
        place = List.copyOf(place);
    }

    Fact at(List<String> other) {
        return new Fact(other, value, origin, binding);
    }

    Fact holding(JsonNode other) {
        return new Fact(place, other, origin, binding);
    }

    /** The same where the provider may have changed what it made; what was sent and what names the resource stays. */
    Fact opened() {
        boolean key = place.size() == 1 && Shape.isIdentity(place.get(0));
        return origin.kind() == Origin.Kind.SHOWN && !key ? new Fact(place, value, origin, false) : this;
    }
}
