package io.github.arazzojunit.validation;

import io.github.arazzojunit.expression.RuntimeExpression.StepOutput;
import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a step has run when its outputs are read, and whether every step can run at all (STP-86, STP-88). */
final class OrderRules {

    private final Inspection inspection;
    private final Workflow workflow;
    private final List<String> order;

    private OrderRules(Inspection inspection) {
        this.inspection = inspection;
        this.workflow = inspection.workflow();
        this.order = workflow.steps().stream().map(Step::stepId).toList();
    }

    static void check(Inspection inspection) {
        OrderRules rules = new OrderRules(inspection);
        boolean ordered = inspection.workflow().steps().stream()
                .allMatch(step -> step.dependsOn().isEmpty());
        if (ordered) {
            inspection.uses().forEach(rules::forwardReference);
            rules.unreachable();
        }
    }

    private void forwardReference(ExpressionUse use) {
        if (!(use.expression() instanceof StepOutput output)
                || use.site().step().isEmpty()) {
            return;
        }
        String reader = use.site().step().get().stepId();
        int from = order.indexOf(reader);
        int to = order.indexOf(output.stepId());
        boolean own = from == to;
        if (to < from || own && use.site().place().isAfterOutputs()) {
            return;
        }
        if (mayRunBefore(to, from)) {
            if (!own) {
                inspection.report(
                        ValidationRule.FORWARD_REFERENCE_IN_LOOP,
                        use.site().spot(),
                        use.quoted() + " is read in step '" + reader + "', but step '" + output.stepId()
                                + "' comes later, so it is missing until an action leads back.",
                        "Move the step '" + output.stepId() + "' before '" + reader
                                + "' unless the first time may do without it.");
            }
            return;
        }
        inspection.report(
                ValidationRule.FORWARD_REFERENCE,
                use.site().spot(),
                own
                        ? use.quoted() + " reads an output of its own step before it is there; it is missing."
                        : use.quoted() + " is read in step '" + reader + "', but step '" + output.stepId()
                                + "' comes later, so it is missing.",
                own
                        ? "Read what it is taken from, for example '$response.body#/<pointer>'."
                        : "Move the step '" + output.stepId() + "' before '" + reader + "'.");
    }

    /** Whether a jump can lead from one step, or from what follows it, back to the other. */
    private boolean mayRunBefore(int step, int reader) {
        return reachable(step).contains(reader) || isRunBeforeRepetitions(step);
    }

    private boolean isRunBeforeRepetitions(int step) {
        return workflow.actions()
                .filter(Action.Retry.class::isInstance)
                .flatMap(action -> stepOf(action).stream())
                .anyMatch(order.get(step)::equals);
    }

    private void unreachable() {
        if (workflow.steps().isEmpty()) {
            return;
        }
        Set<Integer> reached = reachable(0);
        reached.add(0);
        for (int i = 0; i < order.size(); i++) {
            if (!reached.contains(i)) {
                inspection.report(
                        ValidationRule.UNREACHABLE_STEP,
                        Spot.of(workflow.steps().get(i).source()),
                        "No path leads to the step '" + order.get(i) + "'; it never runs.",
                        "Remove it, or let an action go to it.");
            }
        }
    }

    /** The steps that can run after one; itself only when a loop leads back. */
    private Set<Integer> reachable(int start) {
        Set<Integer> reached = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            for (int next : successors(open.pop())) {
                if (reached.add(next)) {
                    open.push(next);
                }
            }
        }
        return reached;
    }

    private List<Integer> successors(int index) {
        Step step = workflow.steps().get(index);
        List<Action> success = Actions.onSuccess(workflow, step);
        Optional<Action> certain =
                success.stream().filter(action -> action.criteria().isEmpty()).findFirst();
        List<Integer> successors = new ArrayList<>();
        int considered = certain.map(action -> success.indexOf(action) + 1).orElse(success.size());
        success.subList(0, considered).forEach(action -> add(successors, action));
        Actions.onFailure(workflow, step).forEach(action -> add(successors, action));
        if (certain.isEmpty() && index + 1 < order.size()) {
            successors.add(index + 1);
        }
        return successors;
    }

    private void add(List<Integer> successors, Action action) {
        stepOf(action).map(order::indexOf).filter(index -> index >= 0).ifPresent(successors::add);
    }

    private static Optional<String> stepOf(Action action) {
        return action.reference()
                .filter(Action.Reference.ToStep.class::isInstance)
                .map(target -> ((Action.Reference.ToStep) target).stepId());
    }
}
