package io.github.arazzojunit.junit.execution;

import io.github.arazzojunit.junit.descriptor.FailureDescriptor;
import io.github.arazzojunit.junit.descriptor.StepDescriptor;
import io.github.arazzojunit.junit.descriptor.TransferDescriptor;
import io.github.arazzojunit.junit.descriptor.WorkflowRunDescriptor;
import io.github.arazzojunit.launch.Failures;
import io.github.arazzojunit.launch.WorkflowRun;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.StepTarget;
import io.github.arazzojunit.runner.Attempt;
import io.github.arazzojunit.runner.Invocation;
import io.github.arazzojunit.runner.Masker;
import io.github.arazzojunit.runner.RunEvent;
import io.github.arazzojunit.runner.RunListener;
import io.github.arazzojunit.runner.StepFailure;
import io.github.arazzojunit.runner.StepOutcome;
import io.github.arazzojunit.runner.StepVisit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.opentest4j.TestAbortedException;

/**
 * Turns the events of one root workflow into nodes: the first visit of a step is its planned node, everything else is
 * registered when it happens. Steps that are not part of the plan, and workflows that only prepare others, stay silent.
 */
final class RunReporter implements RunListener {

    private final EngineExecutionListener listener;
    private final WorkflowRunDescriptor root;
    private final WorkflowRun run;
    private final Masker masker;
    private final Attachments attachments;
    private final Map<String, StepDescriptor> planned = new LinkedHashMap<>();
    private final Map<String, StepDescriptor> reported = new HashMap<>();
    private final Map<StepVisit, StepDescriptor> visits = new HashMap<>();
    private final Deque<TestDescriptor> running = new ArrayDeque<>();
    private final Map<Invocation, TransferDescriptor> transfers = new HashMap<>();
    private final Map<UniqueId, Map<String, Integer>> registered = new HashMap<>();
    private Optional<StepFailure> silentFailure = Optional.empty();
    private Optional<StepFailure> unseen = Optional.empty();
    private Optional<Throwable> firstFailure = Optional.empty();

    RunReporter(Reporting reporting, WorkflowRunDescriptor root, List<StepDescriptor> steps, WorkflowRun run) {
        this.listener = reporting.listener();
        this.attachments = reporting.attachments();
        this.root = root;
        this.run = run;
        this.masker = run.masker();
        steps.forEach(step -> planned.put(step.step().stepId(), step));
    }

    @Override
    public void onEvent(RunEvent event) {
        if (event instanceof RunEvent.StepStarted started) {
            start(started.visit());
        } else if (event instanceof RunEvent.AttemptFinished attempt) {
            publish(attempt.visit(), attempt.attempt());
        } else if (event instanceof RunEvent.RetryScheduled retry) {
            node(retry.visit())
                    .ifPresent(node -> listener.reportingEntryPublished(node, ReportEntries.ofRetry(retry.reason())));
        } else if (event instanceof RunEvent.StepFinished finished) {
            finish(finished.visit(), finished.outcome());
        } else if (event instanceof RunEvent.StepNotReached notReached) {
            skip(notReached);
        } else if (event instanceof RunEvent.WorkflowStarted started) {
            startTransfer(started.invocation());
        } else if (event instanceof RunEvent.WorkflowFinished finished) {
            finishTransfer(finished);
        }
    }

    /** Skips every step of the plan that has not been reported yet. */
    void skipOpen(String reason) {
        planned.values().forEach(step -> {
            root.addChild(step);
            listener.executionSkipped(step, reason);
        });
        planned.clear();
    }

    /** Finishes what is running, because the run itself broke; a node without an end would hang in IDEs. */
    void breakOff(Throwable reason) {
        while (!running.isEmpty()) {
            finished(running.peek(), TestExecutionResult.failed(reason));
        }
        skipOpen("not reached: the run broke off");
    }

    /** Reports a failing test in place of a container that fails, see {@link FailureDescriptor#ofContainer}. */
    void failContainer(TestDescriptor container, String name, Throwable reason) {
        FailureDescriptor failure = register(container, FailureDescriptor.ofContainer(container, name));
        started(failure);
        finished(failure, TestExecutionResult.failed(reason));
    }

    private void started(TestDescriptor node) {
        running.push(node);
        listener.executionStarted(node);
    }

    private void finished(TestDescriptor node, TestExecutionResult result) {
        running.remove(node);
        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            firstFailure = firstFailure.or(result::getThrowable);
        }
        listener.executionFinished(node, result);
    }

    private void start(StepVisit visit) {
        newNode(visit.invocation(), visit.step(), visit.number()).ifPresent(node -> {
            visits.put(visit, node);
            started(node);
        });
    }

    private Optional<StepDescriptor> newNode(Invocation invocation, Step step, int number) {
        return switch (invocation.cause()) {
            case ROOT -> number == 1 ? take(step) : again(step, number);
            case PREREQUISITE -> Optional.empty();
            case CALL, RETRY_REFERENCE ->
                invocation
                        .caller()
                        .flatMap(this::node)
                        .map(caller -> register(
                                caller,
                                caller.called(
                                        invocation.document().document(),
                                        invocation.workflow(),
                                        step,
                                        count(caller, step))));
            case TRANSFER ->
                Optional.ofNullable(transfers.get(invocation))
                        .map(transfer -> register(transfer, transfer.step(step, count(transfer, step))));
        };
    }

    private Optional<StepDescriptor> take(Step step) {
        StepDescriptor node = planned.remove(step.stepId());
        if (node != null) {
            reported.put(step.stepId(), node);
            root.addChild(node);
        }
        return Optional.ofNullable(node);
    }

    private Optional<StepDescriptor> again(Step step, int number) {
        return Optional.ofNullable(reported.get(step.stepId())).map(first -> register(root, first.visit(number)));
    }

    private int count(TestDescriptor parent, Step step) {
        return registered
                .computeIfAbsent(parent.getUniqueId(), id -> new HashMap<>())
                .merge(step.stepId(), 1, Integer::sum);
    }

    private <D extends TestDescriptor> D register(TestDescriptor parent, D child) {
        parent.addChild(child);
        listener.dynamicTestRegistered(child);
        return child;
    }

    private Optional<StepDescriptor> node(StepVisit visit) {
        return Optional.ofNullable(visits.get(visit));
    }

    private void publish(StepVisit visit, Attempt attempt) {
        node(visit).ifPresent(node -> {
            listener.reportingEntryPublished(node, ReportEntries.ofAttempt(attempt, masker));
            attempt.exchange()
                    .filter(exchange -> !(visit.step().target() instanceof StepTarget.WorkflowCall))
                    .ifPresent(exchange -> attachments.publish(node, attempt.number(), exchange, masker));
        });
    }

    private void finish(StepVisit visit, StepOutcome outcome) {
        Optional<StepDescriptor> node = node(visit);
        if (node.isPresent()) {
            TestExecutionResult result = result(visit, outcome);
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                run.takeContainerLog(visit)
                        .map(ReportEntries::ofContainerLog)
                        .ifPresent(entry -> listener.reportingEntryPublished(node.get(), entry));
            }
            finished(node.get(), result);
        } else if (outcome instanceof StepOutcome.Failed failed) {
            if (visit.invocation().cause() == Invocation.Cause.ROOT) {
                silentFailure = silentFailure.or(() -> Optional.of(failed.failure()));
            }
            if (failed.failure().beyondActions()) {
                unseen = unseen.or(() -> Optional.of(failed.failure()));
            }
        }
    }

    /** Why the first red node is red. */
    Optional<Throwable> firstFailure() {
        return firstFailure;
    }

    /** What no action can handle and no node shows: it has to fail the workflow itself. */
    Optional<Throwable> unseenFailure() {
        return unseen.map(failure -> Failures.of(failure, masker));
    }

    private TestExecutionResult result(StepVisit visit, StepOutcome outcome) {
        return Failures.of(visit, outcome, masker)
                .map(thrown -> thrown instanceof TestAbortedException
                        ? TestExecutionResult.aborted(thrown)
                        : TestExecutionResult.failed(thrown))
                .orElseGet(TestExecutionResult::successful);
    }

    /** Behind the failure of a step that is not shown, a skipped step would look as if nothing had failed. */
    private void skip(RunEvent.StepNotReached notReached) {
        newNode(notReached.invocation(), notReached.step(), 1).ifPresent(node -> {
            if (notReached.invocation().cause() == Invocation.Cause.ROOT && silentFailure.isPresent()) {
                started(node);
                finished(
                        node,
                        TestExecutionResult.failed(
                                Failures.notReached(notReached.reason(), silentFailure.get(), masker)));
                unseen = unseen.filter(failure -> failure != silentFailure.get());
            } else {
                listener.executionSkipped(node, masker.text(notReached.reason()));
            }
        });
    }

    private void startTransfer(Invocation invocation) {
        if (invocation.cause() != Invocation.Cause.TRANSFER) {
            return;
        }
        Optional<TestDescriptor> parent = container(invocation.origin());
        parent.ifPresent(container -> {
            int number = registered
                    .computeIfAbsent(container.getUniqueId(), id -> new HashMap<>())
                    .merge("-> " + invocation.workflow().workflowId(), 1, Integer::sum);
            TransferDescriptor transfer = register(
                    container,
                    new TransferDescriptor(
                            container, root, invocation.document().document(), invocation.workflow(), number));
            transfers.put(invocation, transfer);
            started(transfer);
        });
    }

    /** The node that holds the steps of an invocation; empty when the invocation is silent. */
    private Optional<TestDescriptor> container(Invocation invocation) {
        return switch (invocation.cause()) {
            case ROOT -> Optional.of(root);
            case PREREQUISITE -> Optional.empty();
            case TRANSFER -> Optional.ofNullable(transfers.get(invocation));
            case CALL, RETRY_REFERENCE ->
                invocation.caller().flatMap(this::node).map(node -> node);
        };
    }

    private void finishTransfer(RunEvent.WorkflowFinished finished) {
        TransferDescriptor transfer = transfers.get(finished.invocation());
        if (transfer == null) {
            return;
        }
        Optional<Throwable> reason = finished.result()
                .problem()
                .map(problem -> Failures.failedWorkflow(
                        masker.text(problem), finished.invocation().workflow()));
        Optional<String> name = transfer.stepNamePrefix();
        if (reason.isPresent() && name.isPresent()) {
            failContainer(transfer, name.get(), reason.get());
            finished(transfer, TestExecutionResult.successful());
        } else {
            finished(transfer, reason.map(TestExecutionResult::failed).orElseGet(TestExecutionResult::successful));
        }
    }
}
