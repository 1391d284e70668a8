package io.github.arazzojunit.runner;

import io.github.arazzojunit.criterion.CriterionEvaluator;
import io.github.arazzojunit.criterion.CriterionResult;
import io.github.arazzojunit.expression.Scope;
import io.github.arazzojunit.model.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Picks the action to take: the first in the list whose criteria all hold (ACT-12 to ACT-14). */
final class ActionSelector {

    private final CriterionEvaluator criteria;

    ActionSelector(CriterionEvaluator criteria) {
        this.criteria = criteria;
    }

    /**
     * A choice.
     *
     * @param action empty when no action matches
     * @param rejected why the actions before it were not taken, one sentence each
     */
    record Selection(Optional<Action> action, List<String> rejected) {}

    Selection select(List<Action> actions, Predicate<Action> available, Scope scope) {
        List<String> rejected = new ArrayList<>();
        for (Action action : actions) {
            if (!available.test(action)) {
                continue;
            }
            Optional<CriterionResult> unmet = action.criteria().stream()
                    .map(criterion -> criteria.evaluate(criterion, scope))
                    .filter(result -> !result.satisfied())
                    .findFirst();
            if (unmet.isEmpty()) {
                return new Selection(Optional.of(action), rejected);
            }
            rejected.add("action '" + action.name() + "' does not apply: "
                    + unmet.get().criterion().condition()
                    + unmet.get().reason().map(why -> " (" + why + ")").orElse(""));
        }
        return new Selection(Optional.empty(), rejected);
    }
}
