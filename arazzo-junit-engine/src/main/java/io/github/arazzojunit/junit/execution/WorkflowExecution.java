package io.github.arazzojunit.junit.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.junit.descriptor.StepDescriptor;
import io.github.arazzojunit.junit.descriptor.WorkflowRunDescriptor;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.runner.Masker;
import io.github.arazzojunit.runner.RunEnvironment;
import io.github.arazzojunit.runner.RunListener;
import io.github.arazzojunit.runner.WorkflowResult;
import io.github.arazzojunit.target.LeasedTarget;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs one workflow for its node. */
final class WorkflowExecution {

    private final EngineRun engine;
    private final DocumentRun documentRun;
    private final WorkflowRunDescriptor run;
    private final List<StepDescriptor> steps;
    private final InputsSource inputs;

    WorkflowExecution(
            EngineRun engine, DocumentRun documentRun, WorkflowRunDescriptor run, List<StepDescriptor> steps) {
        this.engine = engine;
        this.documentRun = documentRun;
        this.run = run;
        this.steps = steps;
        this.inputs =
                new InputsSource(engine.configuration(), documentRun.classRun().members(), documentRun.descriptor());
    }

    void execute() {
        Workflow workflow = run.workflow();
        ObjectNode given = inputs.inputs(workflow, run.rowInputs());
        Masker masker = engine.masker().withSecrets(secrets(workflow, given));
        RunReporter reporter = new RunReporter(engine.listener(), run, steps, masker);
        if (run.isBroken()) {
            reporter.skipOpen("not reached: the workflow is not valid");
            sneak(Failures.failedWorkflow(problems(), workflow));
        }
        LeasedTarget target = documentRun.target();
        WorkflowResult result;
        try {
            RunEnvironment environment = new RunEnvironment(
                    documentRun.classRun().settings(),
                    target,
                    (document, other) -> inputs.inputs(other),
                    listener(reporter),
                    Clock.systemUTC(),
                    duration -> Thread.sleep(duration.toMillis()));
            result = documentRun.runner().run(environment, documentRun.document(), workflow, given, stepsOfInterest());
        } finally {
            documentRun.giveBack(target);
        }
        conclude(result, reporter, masker);
    }

    private void conclude(WorkflowResult result, RunReporter reporter, Masker masker) {
        if (result.stepFailure().isPresent() && !reporter.open().isEmpty()) {
            reporter.failOpen(Failures.of(result.stepFailure().get(), masker));
        }
        reporter.skipOpen("not reached: "
                + result.problem().map(problem -> "the workflow failed").orElse("the workflow ended before it"));
        ReportEntries.ofOutputs(result.outputs(), masker)
                .ifPresent(entry -> engine.listener().reportingEntryPublished(run, entry));
        result.problem().ifPresent(problem -> {
            String message = masker.text(problem);
            sneak(
                    result.status() == WorkflowResult.Status.ABORTED
                            ? Failures.abortedWorkflow(message, run.workflow())
                            : Failures.failedWorkflow(message, run.workflow()));
        });
    }

    private RunListener listener(RunReporter reporter) {
        List<RunListener> others = engine.runListeners();
        return event -> {
            reporter.onEvent(event);
            others.forEach(other -> other.onEvent(event));
        };
    }

    /** Empty when the whole workflow is selected; the steps before the selected ones then run silently. */
    private Set<String> stepsOfInterest() {
        Set<String> selected =
                steps.stream().map(descriptor -> descriptor.step().stepId()).collect(Collectors.toSet());
        boolean all = run.workflow().steps().stream().map(Step::stepId).allMatch(selected::contains);
        return all ? Set.of() : selected;
    }

    private String problems() {
        return "The workflow is not valid and was not started:\n  "
                + run.findings().stream()
                        .filter(Finding::isError)
                        .map(Finding::toString)
                        .collect(Collectors.joining("\n  "));
    }

    /** The inputs that the schema declares as passwords (DOC-21). */
    private static List<String> secrets(Workflow workflow, ObjectNode given) {
        return workflow.inputs().stream()
                .flatMap(schema -> schema.member("properties").stream())
                .flatMap(properties -> properties.members().entrySet().stream())
                .filter(property -> property.getValue()
                        .member("format")
                        .filter(format -> format.text().equals("password"))
                        .isPresent())
                .map(property -> given.path(property.getKey()))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    /** The platform reports any throwable; assertion errors are unchecked anyway. */
    private static void sneak(Throwable throwable) {
        if (throwable instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) throwable;
    }
}
