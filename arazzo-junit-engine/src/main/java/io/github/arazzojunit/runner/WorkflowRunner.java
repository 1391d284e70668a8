package io.github.arazzojunit.runner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.validation.WorkflowChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Runs the workflows of a document; remembers their results for those that depend on them. Not thread-safe when a
 * workflow has {@code dependsOn}; otherwise workflows can run at the same time.
 */
public final class WorkflowRunner {

    private final WorkflowChecks checks;
    private final Prerequisites prerequisites = new Prerequisites();

    /** @param checks asked about every workflow before its first request, whoever runs it */
    public WorkflowRunner(WorkflowChecks checks) {
        this.checks = checks;
    }

    /**
     * Runs a workflow.
     *
     * @param inputs without the defaults of the schema
     * @param onlySteps ids of the steps of interest: the run stops when all of them have been visited; empty runs all
     */
    public WorkflowResult run(
            RunEnvironment environment,
            LinkedDocument document,
            Workflow workflow,
            ObjectNode inputs,
            Set<String> onlySteps) {
        Invocation root = Invocation.root(Invocation.Cause.ROOT, document, workflow, inputs);
        Interpreter interpreter = interpreter(environment);
        WorkflowResult result = execute(interpreter, root, onlySteps);
        if (onlySteps.isEmpty() && environment.branch().isEmpty()) {
            prerequisites.finished(root, result, interpreter.completed());
        }
        return result;
    }

    /** Its steps have no nodes, so that what no action can handle has to fail the workflow instead. */
    private void runPrerequisite(RunEnvironment environment, LinkedDocument document, Workflow workflow) {
        ObjectNode inputs = environment.inputs().inputs(document, workflow);
        Invocation invocation = Invocation.root(Invocation.Cause.PREREQUISITE, document, workflow, inputs);
        List<StepFailure> unseen = new ArrayList<>();
        Interpreter interpreter = interpreter(environment.forPrerequisite(event -> {
            if (event instanceof RunEvent.StepFinished finished
                    && finished.outcome() instanceof StepOutcome.Failed failed
                    && failed.failure().beyondActions()) {
                unseen.add(failed.failure());
            }
        }));
        WorkflowResult result = execute(interpreter, invocation, Set.of());
        prerequisites.finished(
                invocation,
                unseen.isEmpty() || !result.passed() ? result : result.failedBy(unseen.get(0)),
                interpreter.completed());
    }

    private Interpreter interpreter(RunEnvironment environment) {
        return new Interpreter(
                environment,
                checks,
                prerequisites,
                (document, workflow) -> runPrerequisite(environment, document, workflow));
    }

    private static WorkflowResult execute(Interpreter interpreter, Invocation invocation, Set<String> onlySteps) {
        try {
            return interpreter.execute(invocation, onlySteps);
        } catch (RunBudget.CancelledException e) {
            return WorkflowResult.of(WorkflowResult.Status.ABORTED, e.getMessage());
        } catch (RunBudget.ExceededException e) {
            return WorkflowResult.of(WorkflowResult.Status.FAILED, e.getMessage());
        }
    }
}
