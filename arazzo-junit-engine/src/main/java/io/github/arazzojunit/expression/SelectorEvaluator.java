package io.github.arazzojunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.model.ExpressionType;

/** Applies the selector of a Selector Object to a value (SEL-02). */
@FunctionalInterface
public interface SelectorEvaluator {

    /**
     * The selected value by AMB-71: missing for no match, the value for one, an array for several.
     *
     * @return an error for a selector that cannot be applied (SEL-09)
     */
    Evaluation select(JsonNode context, String selector, ExpressionType type);
}
