package io.github.arazzojunit.runner;

import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One visit of a step: attempts until success, or until no failure action repeats it any more. */
final class StepRun {

    private final Interpreter interpreter;
    private final InvocationState state;
    private final StepVisit visit;
    private final List<String> history = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final Map<Action.Retry, Integer> repetitions = new IdentityHashMap<>();

    StepRun(Interpreter interpreter, InvocationState state, StepVisit visit) {
        this.interpreter = interpreter;
        this.state = state;
        this.visit = visit;
    }

    /** The outcome for the report, and where control goes. */
    record StepEnd(StepOutcome outcome, Transition transition) {}

    StepEnd run() {
        interpreter.publish(new RunEvent.StepStarted(visit));
        StepEnd end;
        try {
            end = attempts();
        } catch (RunBudget.ExceededException e) {
            List<String> reasons = new ArrayList<>(violations);
            reasons.add(0, e.getMessage());
            StepFailure failure = new StepFailure(
                    visit, Optional.empty(), Optional.of(String.join("\n  ", reasons)), history, !violations.isEmpty());
            boolean cancelled = e instanceof RunBudget.CancelledException && violations.isEmpty();
            interpreter.publish(new RunEvent.StepFinished(
                    visit,
                    cancelled ? new StepOutcome.Handled(failure, "not finished") : new StepOutcome.Failed(failure)));
            throw e;
        }
        interpreter.publish(new RunEvent.StepFinished(visit, end.outcome()));
        return end;
    }

    private StepEnd attempts() {
        interpreter.budget().enterStep();
        Optional<String> unmetDependency = unmetDependency();
        if (unmetDependency.isPresent()) {
            StepFailure failure = new StepFailure(visit, Optional.empty(), unmetDependency, history);
            return new StepEnd(new StepOutcome.Failed(failure), new Transition.Stop(true));
        }
        for (int number = 1; ; number++) {
            AttemptRun.Judged judged = interpreter.attempts().run(visit, state, number);
            interpreter.publish(new RunEvent.AttemptFinished(visit, judged.attempt()));
            violations.addAll(judged.attempt().violations());
            if (judged.attempt().successful()) {
                return succeeded(judged);
            }
            if (judged.unanswerable()) {
                return failed(judged, Optional.empty());
            }
            Optional<Action> action = failureAction(judged);
            if (action.isPresent() && action.get() instanceof Action.Retry retry) {
                repeat(retry, judged);
            } else {
                return failed(judged, action);
            }
        }
    }

    /** A dependency that was jumped over is never started on behalf of this step (STP-85, AMB-21). */
    private Optional<String> unmetDependency() {
        return visit.step().dependsOn().stream()
                .filter(reference -> !StepReference.of(reference).isExecuted(state))
                .findFirst()
                .map(reference -> "The step depends on step '" + reference + "', which was not executed.");
    }

    private StepEnd succeeded(AttemptRun.Judged judged) {
        ActionSelector.Selection selection = interpreter
                .selector()
                .select(
                        EffectiveLists.successActions(visit.invocation().workflow(), visit.step()),
                        action -> true,
                        judged.scope());
        publish(selection);
        Transition transition = selection
                .action()
                .map(action -> transition(action, judged, false))
                .orElseGet(Transition.Continue::new);
        return new StepEnd(outcome(judged.attempt()), transition);
    }

    /** A violated description fails the step but decides nothing: the workflow goes on as its criteria say. */
    private StepOutcome outcome(Attempt attempt) {
        return violations.isEmpty()
                ? new StepOutcome.Passed(attempt)
                : new StepOutcome.Failed(new StepFailure(
                        visit, Optional.of(attempt), Optional.of(String.join("\n  ", violations)), history, true));
    }

    private Optional<Action> failureAction(AttemptRun.Judged judged) {
        Predicate<Action> available = action ->
                !(action instanceof Action.Retry retry) || repetitions.getOrDefault(retry, 0) < retry.retryLimit();
        List<Action> actions = EffectiveLists.failureActions(visit.invocation().workflow(), visit.step());
        ActionSelector.Selection selection = interpreter.selector().select(actions, available, judged.scope());
        if (selection.action().isEmpty()) {
            actions.stream()
                    .filter(repetitions::containsKey)
                    .filter(available.negate())
                    .map(retry -> "retry '" + retry.name() + "' is exhausted after " + times(repetitions.get(retry)))
                    .forEach(history::add);
            history.addAll(selection.rejected());
        }
        publish(selection);
        return selection.action();
    }

    private void publish(ActionSelector.Selection selection) {
        selection.action().ifPresent(action -> interpreter.publish(new RunEvent.ActionTaken(visit, action)));
    }

    private void repeat(Action.Retry retry, AttemptRun.Judged judged) {
        int count = repetitions.merge(retry, 1, Integer::sum);
        RetryDelay delay = RetryDelay.of(
                retry, judged.attempt().exchange(), interpreter.settings().maxRetryDelay(), interpreter.clock());
        String reason = "retry '" + retry.name() + "' " + count + " of " + retry.retryLimit() + ", " + delay.note();
        interpreter.publish(new RunEvent.RetryScheduled(visit, delay.duration(), reason));
        interpreter.sleep(shorter(delay.duration(), interpreter.budget().remaining()));
        interpreter.budget().checkCancelled();
        interpreter.budget().checkTime();
        retry.reference().ifPresent(reference -> {
            if (reference instanceof Action.Reference.ToStep toStep) {
                repeatAfterStep(toStep.stepId());
            } else if (reference instanceof Action.Reference.ToWorkflow toWorkflow) {
                interpreter
                        .calls()
                        .runReference(visit, state, toWorkflow.workflowId(), retry, judged.scope())
                        .ifPresent(history::add);
            }
        });
        interpreter.budget().checkCancelled();
        interpreter.budget().checkTime();
    }

    /** The referenced step's own actions are not followed, its failure does not stop the repetition (AMB-52). */
    private void repeatAfterStep(String stepId) {
        Optional<Step> step = visit.invocation().workflow().step(stepId);
        if (step.isEmpty()) {
            history.add("step '" + stepId + "' of the retry does not exist");
            return;
        }
        interpreter.budget().enterStep();
        StepVisit reference = new StepVisit(visit.invocation(), step.get(), 0);
        AttemptRun.Judged judged = interpreter.attempts().run(reference, state, 1);
        violations.addAll(judged.attempt().violations());
        if (!judged.attempt().successful()) {
            (judged.unanswerable() ? violations : history)
                    .add("step '" + stepId + "', executed before a repetition, failed: "
                            + FailureMessage.summary(judged.attempt()));
        }
    }

    private StepEnd failed(AttemptRun.Judged judged, Optional<Action> action) {
        if (!violations.isEmpty()) {
            return violated(judged, action);
        }
        StepFailure failure = new StepFailure(
                visit, Optional.of(judged.attempt()), judged.attempt().error(), history, judged.unanswerable());
        if (action.isEmpty()) {
            return new StepEnd(new StepOutcome.Failed(failure), new Transition.Stop(true));
        }
        Transition transition = transition(action.get(), judged, true);
        if (transition instanceof Transition.Stop stop) {
            String end = "action '" + action.get().name() + "' ended the workflow";
            return stop.failed()
                    ? new StepEnd(
                            new StepOutcome.Failed(
                                    new StepFailure(visit, failure.attempt(), failure.reason(), with(history, end))),
                            transition)
                    : new StepEnd(new StepOutcome.Handled(failure, end), transition);
        }
        return new StepEnd(new StepOutcome.Handled(failure, describe(action.get(), transition)), transition);
    }

    /** The action decides where the workflow goes on, but cannot make good that the description is violated. */
    private StepEnd violated(AttemptRun.Judged judged, Optional<Action> action) {
        Transition transition =
                action.map(taken -> transition(taken, judged, true)).orElseGet(() -> new Transition.Stop(true));
        List<String> reasons = new ArrayList<>(violations);
        reasons.add(0, FailureMessage.summary(judged.attempt()));
        List<String> sentences = new ArrayList<>(history);
        action.filter(taken -> !(transition instanceof Transition.Stop))
                .ifPresent(taken -> sentences.add(describe(taken, transition)));
        StepFailure failure = new StepFailure(
                visit, Optional.of(judged.attempt()), Optional.of(String.join("\n  ", reasons)), sentences, true);
        return new StepEnd(new StepOutcome.Failed(failure), transition);
    }

    private Transition transition(Action action, AttemptRun.Judged judged, boolean failed) {
        if (action instanceof Action.Goto jump) {
            return jump.target() instanceof Action.Reference.ToStep toStep
                    ? new Transition.ToStep(toStep.stepId())
                    : new Transition.ToWorkflow(
                            visit, jump, ((Action.Reference.ToWorkflow) jump.target()).workflowId(), judged.scope());
        }
        boolean wanted = interpreter
                .branch(visit)
                .filter(branch -> branch.action() == action)
                .isPresent();
        return new Transition.Stop(failed && !wanted && !interpreter.settings().endOnFailurePasses());
    }

    private static String describe(Action action, Transition transition) {
        return transition instanceof Transition.ToStep toStep
                ? "goto '" + action.name() + "' continues at step '" + toStep.stepId() + "'"
                : "goto '" + action.name() + "' hands over to workflow '"
                        + ((Transition.ToWorkflow) transition).workflowId() + "'";
    }

    private static List<String> with(List<String> sentences, String last) {
        List<String> all = new ArrayList<>(sentences);
        all.add(last);
        return all;
    }

    private static String times(int count) {
        return count == 1 ? "1 repetition" : count + " repetitions";
    }

    /** The step's own limit, or the engine's, but never longer than the run may still take (AMB-20). */
    static Duration timeout(Step step, RunSettings settings, RunBudget budget) {
        return shorter(step.timeout().orElse(settings.responseTimeout()), budget.remaining());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
