package io.github.arazzojunit.openapi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the alternatives that authorize a request; all its schemes apply together.
 *
 * @param scopes needed scopes by scheme name, in the order of the text; empty when no proof is needed
 */
public record SecurityRequirement(Map<String, List<String>> scopes) {

    public SecurityRequirement {
        scopes = Collections.unmodifiableMap(new LinkedHashMap<>(scopes));
    }
}
