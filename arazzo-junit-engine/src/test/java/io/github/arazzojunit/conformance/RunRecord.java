package io.github.arazzojunit.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.runner.Invocation;
import io.github.arazzojunit.runner.RunEvent;
import io.github.arazzojunit.runner.RunListener;
import io.github.arazzojunit.runner.StepOutcome;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What became of each step, by the names that cases use. */
final class RunRecord implements RunListener {

    private final URI entryDocument;
    private final String entryWorkflow;
    private final Map<String, StepRecord> steps = new LinkedHashMap<>();

    /** A step over all its visits. */
    static final class StepRecord {

        private String outcome = "not-reached";
        private int visits;
        private int attempts;
        private Optional<ObjectNode> outputs = Optional.empty();

        String outcome() {
            return outcome;
        }

        int visits() {
            return visits;
        }

        int attempts() {
            return attempts;
        }

        /** Of the last attempt; empty without any. */
        Optional<ObjectNode> outputs() {
            return outputs;
        }

        @Override
        public String toString() {
            return outcome + ", " + visits + " visits, " + attempts + " attempts";
        }
    }

    RunRecord(URI entryDocument, String entryWorkflow) {
        this.entryDocument = entryDocument;
        this.entryWorkflow = entryWorkflow;
    }

    /** The record of a step, an untouched one when nothing was heard of it. */
    StepRecord step(String name) {
        return steps.getOrDefault(name, new StepRecord());
    }

    @Override
    public void onEvent(RunEvent event) {
        if (event instanceof RunEvent.StepStarted started) {
            record(started.invocation(), started.visit().step()).visits++;
        } else if (event instanceof RunEvent.AttemptFinished finished) {
            StepRecord step = record(finished.invocation(), finished.visit().step());
            step.attempts++;
            step.outputs = Optional.of(finished.attempt().outputs());
        } else if (event instanceof RunEvent.StepFinished finished) {
            record(finished.invocation(), finished.visit().step()).outcome = outcome(finished.outcome());
        }
    }

    private static String outcome(StepOutcome outcome) {
        if (outcome instanceof StepOutcome.Passed) {
            return "passed";
        }
        return outcome instanceof StepOutcome.Handled ? "handled" : "failed";
    }

    private StepRecord record(Invocation invocation, Step step) {
        boolean entry = invocation.document().document().uri().equals(entryDocument)
                && invocation.workflow().workflowId().equals(entryWorkflow);
        String name = entry ? step.stepId() : invocation.workflow().workflowId() + "/" + step.stepId();
        return steps.computeIfAbsent(name, key -> new StepRecord());
    }

    @Override
    public String toString() {
        return steps.toString();
    }
}
