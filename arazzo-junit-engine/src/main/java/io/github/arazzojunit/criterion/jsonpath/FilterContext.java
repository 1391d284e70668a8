package io.github.arazzojunit.criterion.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an expression sees while it is evaluated.
 *
 * @param root what {@code $} stands for
 * @param current what {@code @} stands for
 */
record FilterContext(JsonNode root, JsonNode current, EvaluationLimits limits) {

    /** The context of a whole query or condition. */
    static FilterContext of(JsonNode root, EvaluationLimits limits) {
        if (root.isMissingNode()) {
            throw new IllegalArgumentException("A missing value has no nodes to query; decide about it before");
        }
        return new FilterContext(root, root, limits);
    }

    FilterContext at(JsonNode child) {
        return new FilterContext(root, child, limits);
    }
}
