package io.github.arazzojunit.report;

import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.runner.EffectiveLists;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often each action of a workflow's steps was taken. Not thread-safe. */
final class WorkflowCoverage {

    private final Workflow workflow;
    private final List<Branch> branches = new ArrayList<>();

    private static final class Branch {

        private final Step step;
        private final String list;
        private final Action action;
        private int taken;

        Branch(Step step, String list, Action action) {
            this.step = step;
            this.list = list;
            this.action = action;
        }

        CoverageCounts.Branch key() {
            return new CoverageCounts.Branch(step.stepId(), list, action.name());
        }
    }

    WorkflowCoverage(Workflow workflow) {
        this.workflow = workflow;
        for (Step step : workflow.steps()) {
            EffectiveLists.successActions(workflow, step)
                    .forEach(action -> branches.add(new Branch(step, "onSuccess", action)));
            EffectiveLists.failureActions(workflow, step)
                    .forEach(action -> branches.add(new Branch(step, "onFailure", action)));
        }
    }

    void taken(Step step, Action action) {
        branches.stream()
                .filter(branch -> branch.step == step && branch.action == action)
                .forEach(branch -> branch.taken++);
    }

    CoverageCounts.WorkflowKey key() {
        return new CoverageCounts.WorkflowKey(workflow.position().uri().toString(), workflow.workflowId());
    }

    CoverageCounts.WorkflowCounts counts() {
        Map<CoverageCounts.Branch, Integer> counts = new LinkedHashMap<>();
        branches.forEach(branch -> counts.merge(branch.key(), branch.taken, Integer::sum));
        return new CoverageCounts.WorkflowCounts(counts);
    }
}
