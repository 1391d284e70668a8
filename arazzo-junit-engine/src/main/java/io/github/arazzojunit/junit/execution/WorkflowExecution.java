package io.github.arazzojunit.junit.execution;

import io.github.arazzojunit.junit.descriptor.StepDescriptor;
import io.github.arazzojunit.junit.descriptor.WorkflowRunDescriptor;
import io.github.arazzojunit.launch.DocumentRun;
import io.github.arazzojunit.launch.Failures;
import io.github.arazzojunit.launch.WorkflowRun;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.runner.WorkflowResult;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs one workflow for its node. */
final class WorkflowExecution {

    private final Reporting reporting;
    private final WorkflowRunDescriptor descriptor;
    private final List<StepDescriptor> steps;
    private final WorkflowRun run;
    private final RunReporter reporter;

    WorkflowExecution(
            Reporting reporting,
            DocumentRun documentRun,
            WorkflowRunDescriptor descriptor,
            List<StepDescriptor> steps) {
        this.reporting = reporting;
        this.descriptor = descriptor;
        this.steps = steps;
        this.run = new WorkflowRun(
                documentRun, descriptor.workflow(), descriptor.rowName(), descriptor.rowInputs(), descriptor.branch());
        this.reporter = new RunReporter(reporting, descriptor, steps, run);
    }

    void execute() {
        WorkflowResult result;
        try {
            result = run.run(reporter, stepsOfInterest());
        } catch (RuntimeException | Error e) {
            Throwable reason = Failures.broken(e, run.masker());
            reporter.breakOff(reason);
            sneak(reason);
            return;
        }
        conclude(result);
    }

    private void conclude(WorkflowResult result) {
        reporter.skipOpen("not reached: " + reasonOf(result));
        run.inputWarnings().stream()
                .map(ReportEntries::ofWarning)
                .forEach(entry -> reporting.listener().reportingEntryPublished(descriptor, entry));
        ReportEntries.ofMadeInputs(run.madeInputs(), run.masker())
                .ifPresent(entry -> reporting.listener().reportingEntryPublished(descriptor, entry));
        ReportEntries.ofWorkflow(result, run.masker())
                .ifPresent(entry -> reporting.listener().reportingEntryPublished(descriptor, entry));
        run.problem(result).or(reporter::unseenFailure).ifPresent(WorkflowExecution::sneak);
    }

    private String reasonOf(WorkflowResult result) {
        if (!run.isValid()) {
            return "the workflow is not valid";
        }
        return result.problem().isPresent() ? "the workflow failed" : "the workflow ended before it";
    }

    /** Empty when the whole workflow is selected; the steps before the selected ones then run silently. */
    private Set<String> stepsOfInterest() {
        Set<String> selected = steps.stream().map(step -> step.step().stepId()).collect(Collectors.toSet());
        boolean all = descriptor.workflow().steps().stream().map(Step::stepId).allMatch(selected::contains);
        return all ? Set.of() : selected;
    }

    /** The platform reports any throwable; assertion errors are unchecked anyway. */
    private static void sneak(Throwable throwable) {
        if (throwable instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) throwable;
    }
}
