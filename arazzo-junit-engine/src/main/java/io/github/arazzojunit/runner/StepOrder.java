package io.github.arazzojunit.runner;

import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order in which steps run: as written, changed only where {@code dependsOn} demands it (STP-87, AMB-22). */
public final class StepOrder {

    private StepOrder() {}

    /** The steps of a workflow in the order of execution; the order of the text when dependencies form a cycle. */
    public static List<Step> of(Workflow workflow) {
        if (workflow.steps().stream().allMatch(step -> step.dependsOn().isEmpty())) {
            return workflow.steps();
        }
        Map<String, Step> byId = new LinkedHashMap<>();
        workflow.steps().forEach(step -> byId.put(step.stepId(), step));
        Set<Step> ordered = new LinkedHashSet<>();
        Set<Step> open = new LinkedHashSet<>();
        for (Step step : workflow.steps()) {
            if (!place(step, workflow, byId, open, ordered)) {
                return workflow.steps();
            }
        }
        return new ArrayList<>(ordered);
    }

    private static boolean place(
            Step step, Workflow workflow, Map<String, Step> byId, Set<Step> open, Set<Step> ordered) {
        if (ordered.contains(step)) {
            return true;
        }
        if (!open.add(step)) {
            return false;
        }
        for (String reference : step.dependsOn()) {
            Step dependency = byId.get(localId(reference, workflow));
            if (dependency != null && !place(dependency, workflow, byId, open, ordered)) {
                return false;
            }
        }
        open.remove(step);
        ordered.add(step);
        return true;
    }

    /** The step id of a reference into the workflow itself, in either of its spellings (STP-82). */
    static String localId(String reference, Workflow workflow) {
        String prefix = "$workflows." + workflow.workflowId() + ".steps.";
        return reference.startsWith(prefix) ? reference.substring(prefix.length()) : reference;
    }
}
