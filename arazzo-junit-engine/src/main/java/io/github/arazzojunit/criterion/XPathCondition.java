package io.github.arazzojunit.criterion;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.criterion.xpath.XPathException;
import io.github.arazzojunit.criterion.xpath.XPathQuery;
import java.time.Duration;
import java.util.List;

/** Conditions of type {@code xpath}: the effective boolean value over an XML text (CRT-60..64). */
record XPathCondition(XPathQuery query) implements ContextCondition {

    @Override
    public Verdict judge(JsonNode context, Duration timeLimit) throws UnusableConditionException {
        try {
            return Verdict.of(
                    query.test(XPaths.xml(context), timeLimit),
                    "the expression is false or selects nothing",
                    List.of());
        } catch (XPathException e) {
            throw new UnusableConditionException(e.getMessage());
        }
    }

    @Override
    public List<ConditionProblem> remarks() {
        return List.of();
    }
}
