package io.github.arazzojunit.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request ready to be sent, and what {@code $request.*} reads of it: everything that is sent, declared or not (AMB-57).
 *
 * @param path values by placeholder, with their types
 * @param query values by name, with their types
 * @param headers values by name, found without regard to case; those of parameters with their types
 * @param body the payload; parsed where the step wrote JSON as text
 * @param notes what was done that the author may not expect, each a sentence
 */
public record PreparedRequest(
        HttpRequest request,
        Map<String, JsonNode> path,
        Map<String, JsonNode> query,
        Map<String, JsonNode> headers,
        Optional<JsonNode> body,
        List<String> notes) {

    public PreparedRequest {
        path = Collections.unmodifiableMap(new LinkedHashMap<>(path));
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        Map<String, JsonNode> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        named.putAll(headers);
        headers = Collections.unmodifiableMap(named);
        notes = List.copyOf(notes);
    }
}
