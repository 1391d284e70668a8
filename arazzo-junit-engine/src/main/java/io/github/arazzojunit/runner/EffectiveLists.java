package io.github.arazzojunit.runner;

import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.Parameter;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a step has after merging the lists of its workflow: overriding is possible, removing is not. */
public final class EffectiveLists {

    private EffectiveLists() {}

    /** Parameters of the workflow, each replaced by the step's of the same identity, then the other ones (PRM-21). */
    public static List<Parameter> parameters(Workflow workflow, Step step) {
        List<Parameter> remaining = new ArrayList<>(step.parameters());
        List<Parameter> effective = new ArrayList<>();
        for (Parameter inherited : workflow.parameters()) {
            Parameter winner = remaining.stream()
                    .filter(inherited::hasIdentityOf)
                    .findFirst()
                    .orElse(inherited);
            remaining.remove(winner);
            effective.add(winner);
        }
        effective.addAll(remaining);
        return effective;
    }

    public static List<Action> successActions(Workflow workflow, Step step) {
        return actions(step.onSuccess(), workflow.successActions());
    }

    public static List<Action> failureActions(Workflow workflow, Step step) {
        return actions(step.onFailure(), workflow.failureActions());
    }

    /** The step's actions, then those of the workflow whose names the step does not use (ACT-10, AMB-11). */
    private static List<Action> actions(List<Action> ofStep, List<Action> ofWorkflow) {
        Set<String> names = ofStep.stream().map(Action::name).collect(Collectors.toSet());
        List<Action> effective = new ArrayList<>(ofStep);
        ofWorkflow.stream().filter(action -> !names.contains(action.name())).forEach(effective::add);
        return effective;
    }
}
