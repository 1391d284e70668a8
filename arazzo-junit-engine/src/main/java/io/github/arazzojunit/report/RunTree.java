package io.github.arazzojunit.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.runner.Attempt;
import io.github.arazzojunit.runner.ExchangeText;
import io.github.arazzojunit.runner.FailureMessage;
import io.github.arazzojunit.runner.Invocation;
import io.github.arazzojunit.runner.Masker;
import io.github.arazzojunit.runner.RunEvent;
import io.github.arazzojunit.runner.RunListener;
import io.github.arazzojunit.runner.StepFailure;
import io.github.arazzojunit.runner.StepOutcome;
import io.github.arazzojunit.runner.StepVisit;
import io.github.arazzojunit.runner.WorkflowResult;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What happened in one root workflow, as texts without secrets. Used by one thread. */
final class RunTree implements RunListener {

    private static final int LONGEST_BODY = 2_000;

    private final Masker masker;
    private final Supplier<ObjectNode> madeInputs;
    private final List<WorkflowEntry> roots = new ArrayList<>();
    private final Map<Invocation, WorkflowEntry> workflows = new IdentityHashMap<>();
    private final Map<StepVisit, StepEntry> steps = new IdentityHashMap<>();

    RunTree(Masker masker, Supplier<ObjectNode> madeInputs) {
        this.masker = masker;
        this.madeInputs = madeInputs;
    }

    /** Stands for something that could not run at all. */
    static RunTree failed(String place, String name, String message) {
        RunTree tree = new RunTree(Masker.of(List.of()), JsonNodeFactory.instance::objectNode);
        WorkflowEntry entry = new WorkflowEntry(place, name);
        entry.verdict = Verdict.FAILED;
        entry.text = message;
        tree.roots.add(entry);
        return tree;
    }

    /** How a node ended. */
    enum Verdict {
        PASSED,
        FAILED,
        /** A failure action took over, or a prerequisite failed. */
        HANDLED,
        NOT_REACHED
    }

    /** Why a step failed, as roughly as a summary needs it. */
    enum FailureKind {
        CRITERIA("by their criteria"),
        DESCRIPTION("against a description"),
        OTHER("for other reasons");

        final String text;

        FailureKind(String text) {
            this.text = text;
        }

        static FailureKind of(StepFailure failure) {
            return failure.beyondActions() ? DESCRIPTION : failure.reason().isPresent() ? OTHER : CRITERIA;
        }
    }

    /** One run of a workflow. */
    static final class WorkflowEntry {

        final String place;
        final String workflowId;
        final List<StepEntry> steps = new ArrayList<>();
        Verdict verdict = Verdict.NOT_REACHED;
        String inputs = "";
        String text = "";

        WorkflowEntry(String place, String workflowId) {
            this.place = place;
            this.workflowId = workflowId;
        }
    }

    /** One visit of a step. */
    static final class StepEntry {

        final String name;
        final List<String> exchanges = new ArrayList<>();
        final List<WorkflowEntry> called = new ArrayList<>();
        Verdict verdict = Verdict.NOT_REACHED;
        FailureKind failureKind = FailureKind.OTHER;
        String text = "";

        StepEntry(String name) {
            this.name = name;
        }
    }

    /** The workflows that nobody called, in the order in which they ran. */
    List<WorkflowEntry> roots() {
        return roots;
    }

    @Override
    public void onEvent(RunEvent event) {
        if (event instanceof RunEvent.WorkflowStarted started) {
            start(started.invocation());
        } else if (event instanceof RunEvent.WorkflowFinished finished) {
            WorkflowEntry entry = workflows.get(finished.invocation());
            finish(entry, finished.result());
            ObjectNode made = madeInputs.get();
            if (roots.contains(entry) && !made.isEmpty()) {
                entry.inputs = "inputs that nobody gave " + masker.json(made);
            }
        } else if (event instanceof RunEvent.StepStarted started) {
            StepVisit visit = started.visit();
            StepEntry entry =
                    new StepEntry(visit.step().stepId() + (visit.number() > 1 ? " (" + visit.number() + ")" : ""));
            steps.put(visit, entry);
            workflows.get(visit.invocation()).steps.add(entry);
        } else if (event instanceof RunEvent.Exchanged exchanged && exchanged.refused()) {
            Optional.ofNullable(steps.get(exchanged.visit()))
                    .ifPresent(entry -> entry.exchanges.add(
                            "refused: " + new ExchangeText(exchanged.exchange(), masker).summary()));
        } else if (event instanceof RunEvent.AttemptFinished finished) {
            attempt(finished.visit(), finished.attempt());
        } else if (event instanceof RunEvent.StepFinished finished) {
            finish(steps.get(finished.visit()), finished.outcome());
        } else if (event instanceof RunEvent.StepNotReached notReached) {
            StepEntry entry = new StepEntry(notReached.step().stepId());
            entry.text = masker.text(notReached.reason());
            workflows.get(notReached.invocation()).steps.add(entry);
        }
    }

    private void start(Invocation invocation) {
        WorkflowEntry entry = new WorkflowEntry(
                invocation.workflow().position().toString(),
                invocation.workflow().workflowId());
        workflows.put(invocation, entry);
        Optional<StepEntry> caller = invocation.caller().map(steps::get);
        caller.map(step -> step.called).orElse(roots).add(entry);
    }

    private void attempt(StepVisit visit, Attempt attempt) {
        attempt.exchange().ifPresent(exchange -> {
            String body = masker.body(exchange.response().bodyAsText());
            steps.get(visit)
                    .exchanges
                    .add(attempt.number() + ": " + new ExchangeText(exchange, masker).summary()
                            + (body.isEmpty() ? "" : "\n" + shortened(body)));
        });
    }

    private void finish(StepEntry entry, StepOutcome outcome) {
        if (outcome instanceof StepOutcome.Passed passed) {
            entry.verdict = Verdict.PASSED;
            entry.text = passed.attempt().outputs().isEmpty()
                    ? ""
                    : "outputs " + masker.json(passed.attempt().outputs());
        } else if (outcome instanceof StepOutcome.Failed failed) {
            entry.verdict = Verdict.FAILED;
            entry.failureKind = FailureKind.of(failed.failure());
            entry.text = FailureMessage.of(failed.failure(), masker);
        } else if (outcome instanceof StepOutcome.Handled handled) {
            entry.verdict = Verdict.HANDLED;
            entry.text = handled.action() + ", because:\n" + FailureMessage.of(handled.failure(), masker);
        }
    }

    private void finish(WorkflowEntry entry, WorkflowResult result) {
        entry.verdict = switch (result.status()) {
            case PASSED -> Verdict.PASSED;
            case FAILED -> Verdict.FAILED;
            case ABORTED -> Verdict.HANDLED;
        };
        entry.text = result.problem()
                .map(masker::text)
                .orElseGet(() -> result.outputs().isEmpty() ? "" : "outputs " + masker.json(result.outputs()));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_BODY
                ? text
                : text.substring(0, LONGEST_BODY) + "... (" + text.length() + " characters)";
    }
}
