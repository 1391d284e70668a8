package io.github.arazzojunit.runner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.validation.WorkflowChecks;
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
        return run(environment, Invocation.root(Invocation.Cause.ROOT, document, workflow, inputs), onlySteps);
    }

    private void runPrerequisite(RunEnvironment environment, LinkedDocument document, Workflow workflow) {
        ObjectNode inputs = environment.inputs().inputs(document, workflow);
        run(environment, Invocation.root(Invocation.Cause.PREREQUISITE, document, workflow, inputs), Set.of());
    }

    private WorkflowResult run(RunEnvironment environment, Invocation invocation, Set<String> onlySteps) {
        Interpreter interpreter = new Interpreter(
                environment,
                checks,
                prerequisites,
                (document, workflow) -> runPrerequisite(environment, document, workflow));
        WorkflowResult result;
        try {
            result = interpreter.execute(invocation, onlySteps);
        } catch (RunBudget.ExceededException e) {
            result = WorkflowResult.of(WorkflowResult.Status.FAILED, e.getMessage());
        }
        if (onlySteps.isEmpty() && environment.branch().isEmpty()) {
            prerequisites.finished(invocation, result, interpreter.completed());
        }
        return result;
    }
}
