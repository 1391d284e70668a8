package io.github.arazzojunit.runner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.expression.Scope;
import io.github.arazzojunit.expression.ValueEvaluator;
import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Parameter;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.source.Resolution;
import io.github.arazzojunit.source.WorkflowReferences;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs workflows on behalf of steps and actions: the callee has its own scope and sees only what it is passed. */
final class WorkflowCalls {

    private final Interpreter interpreter;

    WorkflowCalls(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Executes a step whose target is a workflow (STP-40 to STP-48). */
    TargetResult call(StepVisit visit, InvocationState state, String reference) {
        InvocationScope scope = InvocationScope.of(state);
        Resolution<WorkflowReferences.Target> resolved =
                resolve(visit, reference, visit.step().source());
        if (resolved instanceof Resolution.NotFound<WorkflowReferences.Target> reason) {
            return TargetResult.failed(scope, reason.finding().toString(), List.of());
        }
        WorkflowReferences.Target target = ((Resolution.Found<WorkflowReferences.Target>) resolved).target();
        List<String> notes = new ArrayList<>();
        ValueEvaluator values = interpreter.values(visit.invocation().document());
        ObjectNode inputs = interpreter.newObject();
        for (Parameter parameter : passed(visit, target)) {
            Evaluation evaluation = values.evaluate(parameter.value().value(), scope);
            if (evaluation instanceof Evaluation.Error error) {
                return TargetResult.failed(scope, describe(parameter, error.reason()), notes);
            }
            pass(parameter, evaluation, inputs, notes);
        }
        Invocation callee = Invocation.from(visit, Invocation.Cause.CALL, target.document(), target.workflow(), inputs);
        WorkflowResult result = execute(callee, visit.step().timeout());
        result.lastExchange().ifPresent(state::exchanged);
        InvocationScope after =
                scope.with(Optional.empty(), result.lastExchange()).withOutputs(result.outputs());
        Optional<String> error = result.passed()
                ? Optional.empty()
                : Optional.of("Workflow '" + reference + "' failed: " + FailureMessage.summary(result));
        return new TargetResult(after, result.lastExchange(), Optional.empty(), error, List.of(), notes, false);
    }

    /** A call whose time is over has failed, even where the called workflow managed to end by itself (STP-81). */
    private WorkflowResult execute(Invocation callee, Optional<Duration> timeout) {
        if (timeout.isEmpty()) {
            return interpreter.execute(callee);
        }
        RunBudget.Deadline deadline = interpreter.budget().beginCall(timeout.get());
        try {
            WorkflowResult result = interpreter.execute(callee);
            return interpreter.budget().isOver(deadline) ? interpreter.failed(deadline.message()) : result;
        } catch (RunBudget.CallTimeoutException e) {
            if (e.concerns(deadline)) {
                return interpreter.failed(deadline.message());
            }
            throw e;
        } finally {
            interpreter.budget().endCall(deadline);
        }
    }

    /** Executes the workflow that a retry names, before the repetition; a failure is only reported (AMB-52). */
    Optional<String> runReference(
            StepVisit visit, InvocationState state, String reference, Action.Retry retry, Scope scope) {
        Resolution<WorkflowReferences.Target> resolved = resolve(visit, reference, retry.source());
        if (resolved instanceof Resolution.NotFound<WorkflowReferences.Target> reason) {
            return Optional.of(reason.finding().toString());
        }
        WorkflowReferences.Target target = ((Resolution.Found<WorkflowReferences.Target>) resolved).target();
        ObjectNode inputs = interpreter.configuredInputs(target.document(), target.workflow());
        Optional<String> broken = pass(visit, retry.parameters(), scope, inputs);
        WorkflowResult result = broken.isPresent()
                ? interpreter.failed(broken.get())
                : interpreter.execute(Invocation.from(
                        visit, Invocation.Cause.RETRY_REFERENCE, target.document(), target.workflow(), inputs));
        return result.passed()
                ? Optional.empty()
                : Optional.of("workflow '" + reference + "', executed before a repetition, failed: "
                        + FailureMessage.summary(result));
    }

    /** Hands control over to another workflow. */
    InvocationEnd transfer(Transition.ToWorkflow transition) {
        StepVisit from = transition.from();
        Action.Goto action = transition.action();
        Resolution<WorkflowReferences.Target> resolved = resolve(from, transition.workflowId(), action.source());
        if (resolved instanceof Resolution.NotFound<WorkflowReferences.Target> reason) {
            return new InvocationEnd.Completed(
                    interpreter.failed(reason.finding().toString()));
        }
        WorkflowReferences.Target target = ((Resolution.Found<WorkflowReferences.Target>) resolved).target();
        ObjectNode inputs = interpreter.configuredInputs(target.document(), target.workflow());
        Optional<String> broken = pass(from, action.parameters(), transition.scope(), inputs);
        return broken.isPresent()
                ? new InvocationEnd.Completed(interpreter.failed(broken.get()))
                : new InvocationEnd.HandedOver(
                        Invocation.from(from, Invocation.Cause.TRANSFER, target.document(), target.workflow(), inputs));
    }

    private static Resolution<WorkflowReferences.Target> resolve(StepVisit visit, String reference, LocatedNode place) {
        return WorkflowReferences.resolve(visit.invocation().document(), reference, place);
    }

    /**
     * Puts the parameters of an action over the configured inputs of its workflow (AMB-53).
     *
     * @return what is wrong when a value is in error, and not just missing
     */
    private Optional<String> pass(StepVisit visit, List<Parameter> parameters, Scope scope, ObjectNode inputs) {
        ValueEvaluator values = interpreter.values(visit.invocation().document());
        for (Parameter parameter : parameters) {
            Evaluation evaluation = values.evaluate(parameter.value().value(), scope);
            if (evaluation instanceof Evaluation.Error error) {
                return Optional.of("The " + describe(parameter, error.reason()));
            }
            pass(parameter, evaluation, inputs, new ArrayList<>());
        }
        return Optional.empty();
    }

    /** A value that is missing leaves the input absent; the callee's schema then decides (AMB-69). */
    private static void pass(Parameter parameter, Evaluation evaluation, ObjectNode inputs, List<String> notes) {
        if (evaluation instanceof Evaluation.Value value) {
            inputs.set(parameter.name(), value.json());
        } else {
            notes.add(describe(parameter, StepRequest.reason(evaluation)));
        }
    }

    /**
     * The effective parameters. One of the workflow that has {@code in} is meant for operations: it is passed only when
     * the callee declares an input of its name (AMB-30).
     */
    private static List<Parameter> passed(StepVisit visit, WorkflowReferences.Target target) {
        Step step = visit.step();
        return EffectiveLists.parameters(visit.invocation().workflow(), step).stream()
                .filter(parameter -> parameter.in().isEmpty()
                        || step.parameters().contains(parameter)
                        || declares(target, parameter.name()))
                .toList();
    }

    private static boolean declares(WorkflowReferences.Target target, String input) {
        return target.workflow()
                .inputs()
                .flatMap(schema -> schema.member("properties"))
                .flatMap(properties -> properties.member(input))
                .isPresent();
    }

    private static String describe(Parameter parameter, String reason) {
        return "parameter '" + parameter.name() + "' (" + parameter.source().position() + ") has no value: " + reason;
    }
}
