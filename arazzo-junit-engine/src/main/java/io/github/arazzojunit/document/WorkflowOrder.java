package io.github.arazzojunit.document;

import io.github.arazzojunit.model.Workflow;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts workflows behind those that they depend on (WF-20), and otherwise leaves their order alone. */
public final class WorkflowOrder {

    private final Map<String, Workflow> workflows = new LinkedHashMap<>();
    private final Set<String> ordered = new LinkedHashSet<>();

    private WorkflowOrder(List<Workflow> workflows) {
        workflows.forEach(workflow -> this.workflows.putIfAbsent(workflow.workflowId(), workflow));
    }

    /** The ids in order; prerequisites in other documents have no influence, nor has the last link of a circle. */
    public static List<String> prerequisitesFirst(List<Workflow> workflows) {
        WorkflowOrder order = new WorkflowOrder(workflows);
        order.workflows.values().forEach(workflow -> order.add(workflow, new LinkedHashSet<>()));
        return List.copyOf(order.ordered);
    }

    private void add(Workflow workflow, Set<String> waiting) {
        if (ordered.contains(workflow.workflowId()) || !waiting.add(workflow.workflowId())) {
            return;
        }
        for (String prerequisite : workflow.dependsOn()) {
            if (workflows.containsKey(prerequisite)) {
                add(workflows.get(prerequisite), waiting);
            }
        }
        ordered.add(workflow.workflowId());
    }
}
