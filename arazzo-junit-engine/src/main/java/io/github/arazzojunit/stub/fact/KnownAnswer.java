package io.github.arazzojunit.stub.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A body with what is known put into it.
 *
 * @param claims what another body must not contradict
 */
public record KnownAnswer(JsonNode body, List<Claim> claims) {

    public KnownAnswer {
        claims = List.copyOf(claims);
    }
}
