package io.github.arazzojunit.junit.execution;

import io.github.arazzojunit.junit.descriptor.StepDescriptor;
import io.github.arazzojunit.junit.descriptor.WorkflowRunDescriptor;
import io.github.arazzojunit.launch.DocumentRun;
import io.github.arazzojunit.launch.Failures;
import io.github.arazzojunit.launch.Thrown;
import io.github.arazzojunit.launch.WorkflowRun;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.runner.WorkflowResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.opentest4j.TestAbortedException;

/** Runs one workflow for its node, and the methods of its class around it. */
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

    /** What the steps came to, without what was thrown: that is for the node of the workflow. */
    private record End(Optional<WorkflowResult> result, Optional<Throwable> thrown) {}

    void execute() {
        WorkflowMethods methods = descriptor
                .documentDescriptor()
                .testClass()
                .map(WorkflowMethods::of)
                .orElse(WorkflowMethods.NONE);
        End end = methods.isEmpty() || !run.isValid() ? runSteps() : runSteps(methods);
        if (end.thrown().isPresent()) {
            fail(end.thrown().get());
        }
    }

    private void fail(Throwable reason) {
        if (reason instanceof TestAbortedException
                || descriptor.stepNamePrefix().isEmpty()) {
            throw Thrown.unchecked(reason);
        }
        reporter.failContainer(descriptor, descriptor.stepNamePrefix().get(), reason);
    }

    private End runSteps(WorkflowMethods methods) {
        RunContext context = new RunContext(descriptor, run);
        End end = methods.callBefore(context).map(this::notStarted).orElseGet(this::runSteps);
        RunOutcome outcome = RunOutcome.of(end.result(), end.thrown().or(reporter::firstFailure));
        return methods.callAfter(context, outcome).stream()
                .map(thrown -> Failures.broken(thrown, run.masker()))
                .reduce(end, this::failedAfterwards, (one, other) -> other);
    }

    private End notStarted(Throwable thrown) {
        Throwable reason = Failures.broken(thrown, run.masker());
        reporter.skipOpen("not reached: a method with @BeforeWorkflow failed");
        run.report("@BeforeWorkflow", reason);
        return new End(Optional.empty(), Optional.of(reason));
    }

    private End failedAfterwards(End end, Throwable reason) {
        run.report("@AfterWorkflow", reason);
        end.thrown().filter(first -> first != reason).ifPresent(first -> first.addSuppressed(reason));
        return new End(end.result(), end.thrown().or(() -> Optional.of(reason)));
    }

    private End runSteps() {
        WorkflowResult result;
        try {
            result = run.run(reporter, stepsOfInterest());
        } catch (Throwable e) { // also of methods that give inputs, so of whatever type
            Throwable reason = Failures.broken(e, run.masker());
            reporter.breakOff(reason);
            return new End(Optional.empty(), Optional.of(reason));
        }
        return new End(Optional.of(result), conclude(result));
    }

    private Optional<Throwable> conclude(WorkflowResult result) {
        reporter.skipOpen("not reached: " + reasonOf(result));
        run.inputWarnings().stream()
                .map(ReportEntries::ofWarning)
                .forEach(entry -> reporting.listener().reportingEntryPublished(descriptor, entry));
        ReportEntries.ofMadeInputs(run.madeInputs(), run.masker())
                .ifPresent(entry -> reporting.listener().reportingEntryPublished(descriptor, entry));
        ReportEntries.ofWorkflow(result, run.masker())
                .ifPresent(entry -> reporting.listener().reportingEntryPublished(descriptor, entry));
        return run.problem(result).or(reporter::unseenFailure);
    }

    private String reasonOf(WorkflowResult result) {
        if (!run.isValid()) {
            return "the workflow is not valid";
        }
        if (run.isCancelled()) {
            return "the run was cancelled";
        }
        return result.problem().isPresent() ? "the workflow failed" : "the workflow ended before it";
    }

    /** Empty when the whole workflow is selected; the steps before the selected ones then run silently. */
    private Set<String> stepsOfInterest() {
        Set<String> selected = steps.stream().map(step -> step.step().stepId()).collect(Collectors.toSet());
        boolean all = descriptor.workflow().steps().stream().map(Step::stepId).allMatch(selected::contains);
        return all ? Set.of() : selected;
    }
}
