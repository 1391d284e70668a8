package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.Selector;
import java.util.List;

/**
 * Everything in a workflow that can hold expressions.
 *
 * @param texts strings that may embed expressions
 * @param expressions strings that have to be one expression: outputs
 */
record Contents(List<Text> texts, List<Text> expressions, List<SelectorUse> selectors, List<CriterionUse> criteria) {

    Contents {
        texts = List.copyOf(texts);
        expressions = List.copyOf(expressions);
        selectors = List.copyOf(selectors);
        criteria = List.copyOf(criteria);
    }

    record Text(String text, Site site) {}

    record SelectorUse(Selector selector, Site site) {}

    record CriterionUse(Criterion criterion, Site site) {}
}
