package io.github.arazzojunit.runner;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.criterion.CriterionEvaluator;
import io.github.arazzojunit.criterion.CriterionResult;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.expression.Scope;
import io.github.arazzojunit.expression.ValueEvaluator;
import io.github.arazzojunit.http.Exchange;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.StepTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One attempt of a step: executes the target, judges the criteria, evaluates the outputs (STP-60). */
final class AttemptRun {

    private final Interpreter interpreter;
    private final OperationCall operations;
    private final WorkflowCalls calls;
    private final CriterionEvaluator criteria;

    AttemptRun(Interpreter interpreter, OperationCall operations, WorkflowCalls calls, CriterionEvaluator criteria) {
        this.interpreter = interpreter;
        this.operations = operations;
        this.calls = calls;
        this.criteria = criteria;
    }

    /**
     * An attempt and what the actions that follow it can read.
     *
     * @param unanswerable whether no action is to handle it
     */
    record Judged(Attempt attempt, Scope scope, boolean unanswerable) {}

    Judged run(StepVisit visit, InvocationState state, int number) {
        Step step = visit.step();
        TargetResult result = step.target() instanceof StepTarget.WorkflowCall call
                ? calls.call(visit, state, call.reference())
                : operations.execute(
                        visit, state, number, StepRun.timeout(step, interpreter.settings(), interpreter.budget()));
        List<String> notes = new ArrayList<>(result.notes());
        List<CriterionResult> judged = result.error().isPresent()
                ? List.of()
                : step.successCriteria().stream()
                        .map(criterion -> criteria.evaluate(criterion, result.scope()))
                        .toList();
        Optional<String> error = result.error().or(() -> withoutCriteria(step, result, notes));
        boolean met = error.isEmpty() && judged.stream().allMatch(CriterionResult::satisfied);

        ObjectNode outputs = JsonNodeFactory.instance.objectNode();
        Optional<String> brokenOutput = outputs(
                step.outputs(), interpreter.values(visit.invocation().document()), result.scope(), met, outputs, notes);
        state.stepOutputs().put(step.stepId(), outputs);
        Attempt attempt = new Attempt(
                number,
                met && brokenOutput.isEmpty(),
                result.exchange(),
                judged,
                outputs,
                error.or(() -> brokenOutput),
                result.violations(),
                notes);
        return new Judged(attempt, result.scope(), result.unanswerable());
    }

    /** The documented default of steps without criteria (STP-72, AMB-19). A called workflow decides by itself. */
    private Optional<String> withoutCriteria(Step step, TargetResult result, List<String> notes) {
        if (!step.successCriteria().isEmpty() || result.operation().isEmpty()) {
            return Optional.empty();
        }
        int status = result.exchange().map(Exchange::response).orElseThrow().status();
        RunSettings.SuccessDefault rule = interpreter.settings().successDefault();
        boolean met = switch (rule) {
            case ANY -> true;
            case SUCCESSFUL_STATUS -> status >= 200 && status <= 299;
            case DOCUMENTED ->
                result.operation().get().operation().responseFor(status).isPresent();
        };
        String described = switch (rule) {
            case ANY -> "any response";
            case SUCCESSFUL_STATUS -> "a status from 200 to 299";
            case DOCUMENTED -> "a documented status";
        };
        notes.add("the step has no successCriteria, so " + described + " is success (arazzo.success.default)");
        return met
                ? Optional.empty()
                : Optional.of("The step has no successCriteria, so it needs " + described + ", but the status is "
                        + status + ".");
    }

    /**
     * Evaluates outputs into {@code target}; of a failed attempt whatever can be had, silently (AMB-18).
     *
     * @return the first output that cannot be evaluated; a missing value is only noted (AMB-69)
     */
    private Optional<String> outputs(
            Map<String, LocatedNode> declared,
            ValueEvaluator values,
            Scope scope,
            boolean successful,
            ObjectNode target,
            List<String> notes) {
        Optional<String> broken = Optional.empty();
        for (Map.Entry<String, LocatedNode> output : declared.entrySet()) {
            Evaluation evaluation = values.evaluateOutput(output.getValue().value(), scope);
            if (evaluation instanceof Evaluation.Value value) {
                target.set(output.getKey(), value.json());
            } else if (successful) {
                String described = "output '" + output.getKey() + "' ("
                        + output.getValue().position() + ") has no value: " + StepRequest.reason(evaluation);
                if (evaluation instanceof Evaluation.Error && broken.isEmpty()) {
                    broken = Optional.of("The " + described);
                } else {
                    notes.add(described);
                }
            }
        }
        return broken;
    }
}
