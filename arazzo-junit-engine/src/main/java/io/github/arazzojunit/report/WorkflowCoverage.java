package io.github.arazzojunit.report;

import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.runner.EffectiveLists;
import java.util.ArrayList;
import java.util.List;

/** How often each action of a workflow's steps was taken. Not thread-safe. */
final class WorkflowCoverage {

    private final Workflow workflow;
    private final List<Branch> branches = new ArrayList<>();

    /** An action of a step. */
    static final class Branch {

        private final Step step;
        private final String list;
        private final Action action;
        private int taken;

        Branch(Step step, String list, Action action) {
            this.step = step;
            this.list = list;
            this.action = action;
        }

        String stepId() {
            return step.stepId();
        }

        /** {@code onSuccess} or {@code onFailure}. */
        String list() {
            return list;
        }

        String action() {
            return action.name();
        }

        int taken() {
            return taken;
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

    String workflowId() {
        return workflow.workflowId();
    }

    List<Branch> branches() {
        return branches;
    }

    Share share() {
        return Share.of(branches.stream().filter(branch -> branch.taken > 0).count(), branches.size());
    }
}
