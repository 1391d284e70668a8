package io.github.arazzojunit.runner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The control flow of one invocation: from step to step until the end. */
final class InvocationRun {

    private final Interpreter interpreter;
    private final InvocationState state;
    private final Workflow workflow;
    private final List<Step> order;
    private final Set<String> wanted;
    private final Map<String, Integer> visits = new LinkedHashMap<>();
    private final Map<String, String> jumpedOver = new HashMap<>();

    /**
     * Prepares a run.
     *
     * @param wanted ids of the steps after which nothing else needs to run; empty runs all. Taken from as steps finish
     */
    InvocationRun(Interpreter interpreter, InvocationState state, Set<String> wanted) {
        this.interpreter = interpreter;
        this.state = state;
        this.workflow = state.invocation().workflow();
        this.order = StepOrder.of(workflow);
        this.wanted = wanted;
    }

    InvocationEnd run() {
        boolean all = wanted.isEmpty();
        int index = 0;
        while (index < order.size()) {
            Step step = order.get(index);
            StepRun.StepEnd end = visit(step);
            wanted.remove(step.stepId());
            if (!all && wanted.isEmpty()) {
                return new InvocationEnd.Completed(result(end));
            }
            Transition transition = end.transition();
            if (transition instanceof Transition.Continue) {
                index++;
            } else if (transition instanceof Transition.ToStep jump) {
                int destination = indexOf(jump.stepId());
                if (destination < 0) {
                    return new InvocationEnd.Completed(unknownStep(step, jump.stepId()));
                }
                noteJump(step, index, destination);
                index = destination;
            } else if (transition instanceof Transition.ToWorkflow handOver) {
                publishNotReached("'" + step.stepId() + "' handed over to workflow '" + handOver.workflowId() + "'");
                return interpreter.calls().transfer(handOver);
            } else {
                String verb = end.outcome() instanceof StepOutcome.Failed ? "failed" : "ended the workflow";
                publishNotReached("'" + step.stepId() + "' " + verb);
                return new InvocationEnd.Completed(result(end));
            }
        }
        publishNotReached("the workflow ended before it");
        return new InvocationEnd.Completed(passed());
    }

    private StepRun.StepEnd visit(Step step) {
        try {
            interpreter.budget().checkCancelled();
            int number = visits.merge(step.stepId(), 1, Integer::sum);
            return new StepRun(interpreter, state, new StepVisit(state.invocation(), step, number)).run();
        } catch (RunBudget.CancelledException e) {
            publishNotReached("the run was cancelled");
            throw e;
        }
    }

    private WorkflowResult result(StepRun.StepEnd end) {
        if (!(end.outcome() instanceof StepOutcome.Failed failed)) {
            return passed();
        }
        ObjectNode outputs = interpreter.newObject();
        outputs(outputs, new ArrayList<>());
        return new WorkflowResult(
                WorkflowResult.Status.FAILED,
                outputs,
                Optional.of(failed.failure()),
                Optional.empty(),
                state.lastExchange(),
                state.notes());
    }

    private WorkflowResult passed() {
        List<String> notes = new ArrayList<>(state.notes());
        ObjectNode outputs = interpreter.newObject();
        Optional<String> broken = outputs(outputs, notes);
        return new WorkflowResult(
                broken.isPresent() ? WorkflowResult.Status.FAILED : WorkflowResult.Status.PASSED,
                outputs,
                Optional.empty(),
                broken,
                state.lastExchange(),
                notes);
    }

    /** Evaluates the outputs in their order, so that a later one can read an earlier one (AMB-60). */
    private Optional<String> outputs(ObjectNode target, List<String> notes) {
        Optional<String> broken = Optional.empty();
        for (Map.Entry<String, LocatedNode> output : workflow.outputs().entrySet()) {
            Evaluation evaluation = interpreter
                    .values(state.invocation().document())
                    .evaluateOutput(
                            output.getValue().value(), InvocationScope.of(state).withOutputs(target));
            if (evaluation instanceof Evaluation.Value value) {
                target.set(output.getKey(), value.json());
                continue;
            }
            String described = "output '" + output.getKey() + "' of workflow '" + workflow.workflowId() + "' ("
                    + output.getValue().position() + ") has no value: " + StepRequest.reason(evaluation);
            if (evaluation instanceof Evaluation.Error && broken.isEmpty()) {
                broken = Optional.of("The " + described);
            } else {
                notes.add(described);
            }
        }
        return broken;
    }

    private WorkflowResult unknownStep(Step step, String stepId) {
        publishNotReached("'" + step.stepId() + "' went to an unknown step");
        return interpreter.failed("Step '" + step.stepId() + "' (" + step.position() + ") goes to step '" + stepId
                + "', which the workflow does not have.");
    }

    private int indexOf(String stepId) {
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).stepId().equals(stepId)) {
                return i;
            }
        }
        return -1;
    }

    private void noteJump(Step step, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            jumpedOver.put(order.get(i).stepId(), "'" + step.stepId() + "' jumped over it");
        }
    }

    private void publishNotReached(String reason) {
        for (Step step : order) {
            if (!visits.containsKey(step.stepId())) {
                String why = jumpedOver.getOrDefault(step.stepId(), reason);
                interpreter.publish(new RunEvent.StepNotReached(state.invocation(), step, "not reached: " + why));
            }
        }
    }
}
