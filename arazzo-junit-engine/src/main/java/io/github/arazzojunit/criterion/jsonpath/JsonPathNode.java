package io.github.arazzojunit.criterion.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A node that a query selected.
 *
 * @param location normalized path (RFC 9535, section 2.7), for example {@code $['pets'][0]}
 * @param pointer the same place as JSON Pointer, for example {@code /pets/0}
 * @param value the node itself, not a copy; JSON null is a {@code NullNode}
 */
public record JsonPathNode(String location, String pointer, JsonNode value) {}
