package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.Parameter;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import java.util.ArrayList;
import java.util.List;

/** What actions of all kinds have in common, and the lists that apply to a step. */
final class Actions {

    private Actions() {}

    static List<Parameter> parameters(Action action) {
        if (action instanceof Action.Goto transfer) {
            return transfer.parameters();
        }
        return action instanceof Action.Retry retry ? retry.parameters() : List.of();
    }

    /** Those of the step, then those of the workflow that it does not override (AMB-11). */
    static List<Action> onSuccess(Workflow workflow, Step step) {
        return merged(step.onSuccess(), workflow.successActions());
    }

    /** As {@link #onSuccess}, after a failure. */
    static List<Action> onFailure(Workflow workflow, Step step) {
        return merged(step.onFailure(), workflow.failureActions());
    }

    private static List<Action> merged(List<Action> own, List<Action> inherited) {
        List<Action> merged = new ArrayList<>(own);
        inherited.stream()
                .filter(action -> own.stream().noneMatch(other -> other.name().equals(action.name())))
                .forEach(merged::add);
        return merged;
    }
}
