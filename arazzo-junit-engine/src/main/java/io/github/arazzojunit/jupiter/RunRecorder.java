package io.github.arazzojunit.jupiter;

import io.github.arazzojunit.http.Exchange;
import io.github.arazzojunit.launch.Failures;
import io.github.arazzojunit.launch.PlainValues;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.runner.Invocation;
import io.github.arazzojunit.runner.Masker;
import io.github.arazzojunit.runner.RunEvent;
import io.github.arazzojunit.runner.RunListener;
import io.github.arazzojunit.runner.StepFailure;
import io.github.arazzojunit.runner.StepOutcome;
import io.github.arazzojunit.runner.StepVisit;
import io.github.arazzojunit.runner.WorkflowResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Keeps what happens in one root workflow as the tree of nodes that the engine would report. */
final class RunRecorder implements RunListener {

    private final Workflow workflow;
    private final Masker masker;
    private final RecordedNode root;
    private final Map<StepVisit, RecordedNode> visits = new HashMap<>();
    private final Map<Invocation, RecordedNode> transfers = new HashMap<>();
    private final Set<Step> told = new HashSet<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private Optional<StepFailure> unseen = Optional.empty();

    /** @param prefix what the names of the steps begin with */
    RunRecorder(Workflow workflow, String prefix, Masker masker) {
        this.workflow = workflow;
        this.masker = masker;
        this.root = RecordedNode.root(workflow, prefix);
    }

    @Override
    public void onEvent(RunEvent event) {
        if (event instanceof RunEvent.StepStarted started) {
            StepVisit visit = started.visit();
            add(visit.invocation(), visit.step()).ifPresent(node -> visits.put(visit, node));
        } else if (event instanceof RunEvent.Exchanged exchanged) {
            exchanges.add(exchanged.exchange());
            node(exchanged.visit()).ifPresent(node -> node.exchanged(exchanged.exchange()));
        } else if (event instanceof RunEvent.AttemptFinished finished) {
            node(finished.visit())
                    .ifPresent(node ->
                            node.outputs(PlainValues.of(finished.attempt().outputs())));
        } else if (event instanceof RunEvent.StepFinished finished) {
            finish(finished.visit(), finished.outcome());
        } else if (event instanceof RunEvent.StepNotReached notReached) {
            add(notReached.invocation(), notReached.step())
                    .ifPresent(node -> node.notReached(masker.text(notReached.reason())));
        } else if (event instanceof RunEvent.WorkflowStarted started) {
            startTransfer(started.invocation());
        } else if (event instanceof RunEvent.WorkflowFinished finished) {
            finishTransfer(finished);
        }
    }

    /**
     * Completes the tree when the run is over.
     *
     * @param problem what fails or aborts the workflow itself
     * @param valid whether validation let the workflow run
     */
    RecordedNode finish(WorkflowResult result, Optional<Throwable> problem, boolean valid) {
        skipRest("not reached: " + (valid ? reason(result) : "the workflow is not valid"));
        root.thrown(problem.or(() -> unseen.map(failure -> Failures.of(failure, masker))));
        boolean unexplained = !result.passed() && root.failures().findAny().isEmpty();
        if (unexplained && !(problem.orElse(null) instanceof TestAbortedException)) {
            root.thrown(Optional.of(new AssertionFailedError("The workflow '" + workflow.workflowId() + "' failed.")));
        }
        return root;
    }

    /** What no action can handle has to fail the workflow where no node shows it. */
    private void finish(StepVisit visit, StepOutcome outcome) {
        Optional<RecordedNode> node = node(visit);
        if (node.isPresent()) {
            node.get().thrown(Failures.of(visit, outcome, masker));
        } else if (unseen.isEmpty() && outcome instanceof StepOutcome.Failed failed) {
            unseen = Optional.of(failed.failure()).filter(StepFailure::beyondActions);
        }
    }

    private static String reason(WorkflowResult result) {
        return result.problem().isPresent() ? "the workflow failed" : "the workflow ended before it";
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    private void skipRest(String reason) {
        workflow.steps().stream()
                .filter(step -> !told.contains(step))
                .forEach(step -> root.add(workflow, step).notReached(reason));
    }

    private Optional<RecordedNode> add(Invocation invocation, Step step) {
        if (invocation.cause() == Invocation.Cause.ROOT) {
            told.add(step);
        }
        return container(invocation).map(parent -> parent.add(invocation.workflow(), step));
    }

    /** The node that holds the steps of an invocation; empty when the invocation only prepares another one. */
    private Optional<RecordedNode> container(Invocation invocation) {
        return switch (invocation.cause()) {
            case ROOT -> Optional.of(root);
            case PREREQUISITE -> Optional.empty();
            case TRANSFER -> Optional.ofNullable(transfers.get(invocation));
            case CALL, RETRY_REFERENCE -> invocation.caller().flatMap(this::node);
        };
    }

    private Optional<RecordedNode> node(StepVisit visit) {
        return Optional.ofNullable(visits.get(visit));
    }

    private void startTransfer(Invocation invocation) {
        if (invocation.cause() == Invocation.Cause.TRANSFER) {
            container(invocation.origin())
                    .ifPresent(parent -> transfers.put(invocation, parent.addTransfer(invocation.workflow())));
        }
    }

    private void finishTransfer(RunEvent.WorkflowFinished finished) {
        Optional.ofNullable(transfers.get(finished.invocation()))
                .ifPresent(node -> node.thrown(finished.result()
                        .problem()
                        .map(problem -> Failures.failedWorkflow(
                                masker.text(problem), finished.invocation().workflow()))));
    }
}
