package io.github.arazzojunit.criterion;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;

/** Conditions in the JSONPath of the draft: satisfied when something is selected. */
record GoessnerCondition(GoessnerPath path) implements ContextCondition {

    @Override
    public Verdict judge(JsonNode context, Duration timeLimit) throws UnusableConditionException {
        JsonContext json = JsonContext.of(context);
        return Verdict.of(!path.select(json.value(), timeLimit).isEmpty(), "the query selects nothing", json.notes());
    }

    @Override
    public List<ConditionProblem> remarks() {
        return path.remarks();
    }
}
