package io.github.arazzojunit.launch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.document.Branch;
import io.github.arazzojunit.document.InputValues;
import io.github.arazzojunit.document.Placeholders;
import io.github.arazzojunit.model.StepTarget;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.runner.Masker;
import io.github.arazzojunit.runner.RunEnvironment;
import io.github.arazzojunit.runner.RunListener;
import io.github.arazzojunit.runner.StepVisit;
import io.github.arazzojunit.runner.WorkflowResult;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.source.OperationReferences;
import io.github.arazzojunit.source.Resolution;
import io.github.arazzojunit.source.SourceOperation;
import io.github.arazzojunit.stub.StubException;
import io.github.arazzojunit.stub.StubRecorder;
import io.github.arazzojunit.stub.inputs.MadeInputs;
import io.github.arazzojunit.target.LeasedTarget;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run of a workflow that was asked for. Used by one thread. */
public final class WorkflowRun {

    private final DocumentRun documentRun;
    private final Workflow workflow;
    private final String name;
    private final Optional<InputValues> rowInputs;
    private final ObjectNode filled = JsonNodeFactory.instance.objectNode();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Placeholders placeholders = new Placeholders();
    private final Optional<Branch> branch;
    private final Masker masker;
    private Optional<MadeInputs> inputs = Optional.empty();

    /**
     * Asks for nothing and sends nothing yet.
     *
     * @param row the name of the row of inputs
     * @param rowInputs from the file beside the document
     * @param branch the failure action that the run is to take; not having taken it is a failure
     */
    public WorkflowRun(
            DocumentRun documentRun,
            Workflow workflow,
            Optional<String> row,
            Optional<InputValues> rowInputs,
            Optional<Branch> branch) {
        this.documentRun = documentRun;
        this.workflow = workflow;
        this.name = name(documentRun.document(), workflow, row);
        this.rowInputs = rowInputs;
        this.branch = branch;
        this.masker = documentRun.masker();
    }

    /** Learns the secrets of the run while it runs. */
    public Masker masker() {
        return masker;
    }

    /** The inputs that were recorded, generated or made because nobody gave them. */
    public ObjectNode madeInputs() {
        return filled.get(workflow.workflowId()) instanceof ObjectNode made
                ? made
                : JsonNodeFactory.instance.objectNode();
    }

    /** What should be mended about the inputs that the test gives; known when the run is over. */
    public Set<String> inputWarnings() {
        return warnings;
    }

    /** Whether somebody wants the run to end before its next step. */
    public boolean isCancelled() {
        return documentRun.launch().cancellation().isRequested();
    }

    /** Whether validation lets the workflow run; loads the sources that it needs. */
    public boolean isValid() {
        return documentRun.check(workflow).errors().isEmpty();
    }

    /**
     * Runs the workflow; one that is not valid fails before its first request. Runs of a document with workflows that
     * depend on others wait for each other.
     *
     * @param listener is told before all others
     * @param onlySteps ids of the steps of interest: the run stops when all of them have been visited; empty runs all
     */
    public WorkflowResult run(RunListener listener, Set<String> onlySteps) {
        synchronized (documentRun.isShared() ? documentRun : this) {
            return runInTurn(listener, onlySteps);
        }
    }

    private WorkflowResult runInTurn(RunListener listener, Set<String> onlySteps) {
        BranchWatch watch = new BranchWatch();
        List<RunListener> listeners = listeners(listener);
        listeners.add(watch);
        MadeInputs made;
        try {
            made = madeOnce();
        } catch (StubException e) {
            return failed(e.getMessage());
        }
        LeasedTarget target = documentRun.target();
        target.serveFor(name);
        Optional<StubRecorder> recorder = recorder();
        recorder.ifPresent(listeners::add);
        try {
            RunEnvironment environment = new RunEnvironment(
                    documentRun.classRun().settings(),
                    target,
                    this::inputsOf,
                    event -> listeners.forEach(each -> each.onEvent(event)),
                    Clock.systemUTC(),
                    new CancellableSleeper(documentRun.launch().cancellation()),
                    documentRun.launch().cancellation(),
                    branch);
            WorkflowResult result =
                    documentRun.runner().run(environment, documentRun.document(), workflow, made.all(), onlySteps);
            recorder.ifPresent(recording -> recording.write(filled));
            return branch.isPresent() ? watch.judge(branch.get(), result) : result;
        } finally {
            documentRun.giveBack(target);
        }
    }

    private MadeInputs madeOnce() {
        if (inputs.isEmpty()) {
            inputs = Optional.of(inputs(documentRun.document(), workflow, rowInputs));
        }
        return inputs.get();
    }

    /**
     * The inputs with the defaults of the schema; put together when they are asked for first, here or by the run.
     *
     * @throws StubException when recorded ones cannot be read
     */
    public Map<String, Object> inputs() {
        return PlainValues.of(
                documentRun.document().checkInputs(workflow, madeOnce().all()).inputs());
    }

    /**
     * Puts something into the report that failed the workflow beside its steps.
     *
     * @param what failed
     */
    public void report(String what, Throwable reason) {
        documentRun
                .launch()
                .report()
                .ifPresent(report -> report.failed(
                        workflow.position().toString(),
                        workflow.workflowId() + " (" + what + ")",
                        masker.text(reason.toString())));
    }

    private WorkflowResult failed(String problem) {
        documentRun
                .launch()
                .report()
                .ifPresent(report -> report.failed(workflow.position().toString(), workflow.workflowId(), problem));
        return new WorkflowResult(
                WorkflowResult.Status.FAILED,
                JsonNodeFactory.instance.objectNode(),
                Optional.empty(),
                Optional.of(problem),
                Optional.empty(),
                List.of());
    }

    /** Inputs of a workflow that runs on behalf of this one. */
    private ObjectNode inputsOf(LinkedDocument owner, Workflow other) {
        return inputs(owner, other, documentRun.withoutRow(other)).all();
    }

    private MadeInputs inputs(LinkedDocument owner, Workflow whose, Optional<InputValues> row) {
        GivenInputs given = documentRun.givenInputs(owner, whose, row, placeholders);
        warnings.addAll(given.warnings());
        MadeInputs made = documentRun.inputs(name, owner, whose, given);
        remember(whose, made);
        return made;
    }

    private void remember(Workflow whose, MadeInputs made) {
        if (!made.made().isEmpty()) {
            filled.set(whose.workflowId(), made.made());
        }
    }

    /** The same for the same run of another day or on another machine. */
    private static String name(LinkedDocument document, Workflow workflow, Optional<String> row) {
        String path = document.document().uri().toString();
        String file = path.substring(path.lastIndexOf('/', path.lastIndexOf('/') - 1) + 1);
        return file + " " + workflow.workflowId() + row.map(text -> " " + text).orElse("");
    }

    /** A failure that was only played is nothing to keep. */
    private Optional<StubRecorder> recorder() {
        boolean live = documentRun.classRun().missingInputs().isEmpty();
        return documentRun
                .launch()
                .configuration()
                .recordStubs()
                .filter(folder -> branch.isEmpty())
                .map(folder -> new StubRecorder(folder, name, live ? Optional.of(masker) : Optional.empty()));
    }

    private List<RunListener> listeners(RunListener first) {
        List<RunListener> listeners = new ArrayList<>(List.of(masker::learn, first));
        listeners.addAll(documentRun.launch().runListeners());
        documentRun.launch().report().ifPresent(report -> listeners.add(report.listener(masker, this::madeInputs)));
        return listeners;
    }

    /**
     * What the container wrote that serves the source of a step, shortened to the end, secrets masked. Given once for
     * each source, because the first red step is the one that it may explain.
     */
    public Optional<String> takeContainerLog(StepVisit visit) {
        return !(visit.step().target() instanceof StepTarget.WorkflowCall)
                        && OperationReferences.resolve(visit.invocation().document(), visit.step())
                                instanceof Resolution.Found<SourceOperation> found
                ? documentRun
                        .classRun()
                        .targets()
                        .takeContainerLog(found.target().sourceName())
                        .map(masker::text)
                : Optional.empty();
    }

    /** What fails or aborts the workflow itself; empty also where a failed step tells everything. */
    public Optional<Throwable> problem(WorkflowResult result) {
        return result.problem()
                .map(masker::text)
                .map(message -> result.status() == WorkflowResult.Status.ABORTED
                        ? Failures.abortedWorkflow(message, workflow)
                        : Failures.failedWorkflow(message, workflow));
    }
}
