package io.github.arazzojunit.junit.execution;

import io.github.arazzojunit.junit.descriptor.ArazzoEngineDescriptor;
import io.github.arazzojunit.junit.descriptor.ClassDescriptor;
import io.github.arazzojunit.junit.descriptor.DocumentDescriptor;
import io.github.arazzojunit.junit.descriptor.StepDescriptor;
import io.github.arazzojunit.junit.descriptor.WorkflowDescriptor;
import io.github.arazzojunit.junit.descriptor.WorkflowRunDescriptor;
import io.github.arazzojunit.launch.ClassRun;
import io.github.arazzojunit.launch.DocumentRun;
import io.github.arazzojunit.launch.Launch;
import io.github.arazzojunit.model.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/** What a node shares with those below it. Immutable; every level derives its own. */
public final class ArazzoExecutionContext implements EngineExecutionContext {

    private final Launch launch;
    private final Shutdown shutdown;
    private final Reporting reporting;
    private final Optional<EngineReport> report;
    private final Optional<ClassRun> classRun;
    private final Optional<DocumentRun> documentRun;
    private final List<StepDescriptor> steps;

    private ArazzoExecutionContext(
            Launch launch,
            Shutdown shutdown,
            Reporting reporting,
            Optional<EngineReport> report,
            Optional<ClassRun> classRun,
            Optional<DocumentRun> documentRun,
            List<StepDescriptor> steps) {
        this.launch = launch;
        this.shutdown = shutdown;
        this.reporting = reporting;
        this.report = report;
        this.classRun = classRun;
        this.documentRun = documentRun;
        this.steps = steps;
    }

    /** The context of the engine's own node. */
    public static ArazzoExecutionContext of(ArazzoEngineDescriptor engine, ExecutionRequest request) {
        Reporting reporting = Reporting.of(request);
        Optional<EngineReport> report = EngineReport.of(engine, reporting.listener());
        Shutdown shutdown = Shutdown.watch(request, () -> report.ifPresent(EngineReport::write));
        try {
            Launch launch = new Launch(engine.configuration(), report.map(EngineReport::report), shutdown);
            return new ArazzoExecutionContext(
                    launch, shutdown, reporting, report, Optional.empty(), Optional.empty(), List.of());
        } catch (Throwable e) {
            shutdown.end();
            throw e;
        }
    }

    /** Starts what all nodes share. */
    public ArazzoExecutionContext beginEngine(ArazzoEngineDescriptor descriptor) {
        launch.begin();
        descriptor.getDescendants().stream()
                .filter(DocumentDescriptor.class::isInstance)
                .map(DocumentDescriptor.class::cast)
                .forEach(document -> launch.know(document.document(), document.findings()));
        return this;
    }

    /** Writes the report and says whether enough was covered. */
    public void reportEngine() {
        report.ifPresent(EngineReport::ended);
    }

    /** At the end of the last class, says whether enough was covered. */
    public void reportClass(ClassDescriptor descriptor) {
        report.ifPresent(whole -> whole.ended(descriptor));
    }

    /** Puts something that could not run into the report. */
    public void reportFailure(String place, String name, String message) {
        report.ifPresent(
                whole -> whole.report().failed(place, name, launch.masker().text(message)));
    }

    /** Stops what all nodes share. */
    public void endEngine() {
        try {
            launch.close();
        } finally {
            shutdown.end();
        }
    }

    /** Reads what the class contributes; fails when it cannot be used. */
    public ArazzoExecutionContext beginClass(ClassDescriptor descriptor) {
        ClassMembers members = ClassMembers.of(descriptor.testClass());
        ClassRun begun;
        try {
            begun = launch.begin(members.contributions());
        } catch (Throwable e) {
            members.servers().close();
            throw e;
        }
        return new ArazzoExecutionContext(launch, shutdown, reporting, report, Optional.of(begun), documentRun, steps);
    }

    /** Frees what the class used. */
    public void endClass() {
        classRun.ifPresent(ClassRun::close);
    }

    /** Begins a document: workflows that depend on each other share results and stubs. */
    public ArazzoExecutionContext beginDocument(DocumentDescriptor descriptor) {
        ClassRun owner = classRun.orElseGet(launch::withoutClass);
        DocumentRun begun =
                new DocumentRun(launch, owner, descriptor.document(), descriptor.findings(), descriptor.inputs());
        return new ArazzoExecutionContext(launch, shutdown, reporting, report, classRun, Optional.of(begun), steps);
    }

    /** Frees what the document used. */
    public void endDocument() {
        documentRun.ifPresent(DocumentRun::close);
    }

    /**
     * Takes the steps out of the framework's hands: they are reported in the order in which they really run, which only
     * the run itself knows.
     */
    public ArazzoExecutionContext prepare(WorkflowRunDescriptor run) {
        List<StepDescriptor> planned = run.steps();
        planned.forEach(run::removeChild);
        return new ArazzoExecutionContext(launch, shutdown, reporting, report, classRun, documentRun, planned);
    }

    /** Reports what only the sources of a workflow show and what keeps it from nothing. */
    public void tellWarnings(WorkflowDescriptor descriptor) {
        documentRun.orElseThrow().warnings(descriptor.workflow()).stream()
                .map(Finding::toString)
                .map(ReportEntries::ofWarning)
                .forEach(entry -> reporting.listener().reportingEntryPublished(descriptor, entry));
    }

    /** Runs a workflow; its steps are reported meanwhile. Throws what makes the workflow's own node fail. */
    public ArazzoExecutionContext run(WorkflowRunDescriptor run) {
        new WorkflowExecution(reporting, documentRun.orElseThrow(), run, steps).execute();
        return this;
    }
}
