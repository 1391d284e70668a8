package io.github.arazzojunit.runner;

import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The order in which steps run: as written, unless a step has {@code dependsOn}. Then each step comes behind those that
 * it depends on and those whose outputs it reads (STP-86, STP-87, AMB-22).
 */
public final class StepOrder {

    private StepOrder() {}

    /**
     * The steps of a workflow in the order of execution. Reading in a circle, which a {@code goto} can make sense of, is
     * left out of account; the order of the text stays when {@code dependsOn} itself forms a circle.
     */
    public static List<Step> of(Workflow workflow) {
        if (workflow.steps().stream().allMatch(step -> step.dependsOn().isEmpty())) {
            return workflow.steps();
        }
        Map<Step, Set<String>> declared = new LinkedHashMap<>();
        Map<Step, Set<String>> all = new LinkedHashMap<>();
        for (Step step : workflow.steps()) {
            Set<String> waitedFor = step.dependsOn().stream()
                    .map(StepReference::of)
                    .filter(reference -> reference.isIn(workflow.workflowId()))
                    .map(StepReference::stepId)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            declared.put(step, waitedFor);
            Set<String> needed = new LinkedHashSet<>(waitedFor);
            needed.addAll(StepReads.of(workflow, step));
            all.put(step, needed);
        }
        return sorted(all).or(() -> sorted(declared)).orElse(workflow.steps());
    }

    private static Optional<List<Step>> sorted(Map<Step, Set<String>> dependencies) {
        Set<Step> ordered = new LinkedHashSet<>();
        Set<Step> open = new LinkedHashSet<>();
        boolean possible = dependencies.keySet().stream().allMatch(step -> place(step, dependencies, open, ordered));
        return possible ? Optional.of(List.copyOf(ordered)) : Optional.empty();
    }

    private static boolean place(Step step, Map<Step, Set<String>> dependencies, Set<Step> open, Set<Step> ordered) {
        if (ordered.contains(step)) {
            return true;
        }
        if (!open.add(step)) {
            return false;
        }
        Set<String> needed = dependencies.getOrDefault(step, Set.of());
        for (Step other : dependencies.keySet()) {
            if (needed.contains(other.stepId()) && !place(other, dependencies, open, ordered)) {
                return false;
            }
        }
        open.remove(step);
        ordered.add(step);
        return true;
    }
}
