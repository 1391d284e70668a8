package io.github.arazzojunit.launch;

import io.github.arazzojunit.document.InputValues;
import io.github.arazzojunit.document.Placeholders;
import io.github.arazzojunit.document.WorkflowInputs;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.runner.Masker;
import io.github.arazzojunit.runner.WorkflowRunner;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.stub.inputs.MadeInputs;
import io.github.arazzojunit.target.LeasedTarget;
import io.github.arazzojunit.validation.WorkflowChecks;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the workflows of one document share. */
public final class DocumentRun implements AutoCloseable {

    private final Launch launch;
    private final ClassRun classRun;
    private final InputsSource inputs;
    private final LinkedDocument document;
    private final WorkflowRunner runner;
    private final Optional<LeasedTarget> shared;
    private final Masker masker;

    /**
     * @param findings what was found when the document was read
     * @param inputs what the file of inputs beside the document says, by workflow id
     */
    public DocumentRun(
            Launch launch,
            ClassRun classRun,
            ArazzoDocument document,
            List<Finding> findings,
            Map<String, WorkflowInputs> inputs) {
        this.launch = launch;
        this.classRun = classRun;
        this.inputs = new InputsSource(launch.configuration(), classRun.contributions(), inputs);
        this.masker = launch.masker().fresh();
        this.document = launch.know(classRun.sources(), document, findings);
        this.runner = new WorkflowRunner(classRun.sources().checks());
        this.shared = Dependencies.existIn(this.document)
                ? Optional.of(classRun.targets().lease())
                : Optional.empty();
    }

    /** Whether workflows depend on others, also on some of sources: they then run one after the other. */
    boolean isShared() {
        return shared.isPresent();
    }

    Launch launch() {
        return launch;
    }

    ClassRun classRun() {
        return classRun;
    }

    /**
     * What somebody gives to a workflow that this document or one of its sources has.
     *
     * @param row inputs from the file beside this document
     * @param placeholders of the run that asks
     */
    GivenInputs givenInputs(
            LinkedDocument owner, Workflow workflow, Optional<InputValues> row, Placeholders placeholders) {
        return inputs.inputs(owner, workflow, row, placeholders);
    }

    /** What the file gives to a workflow that runs on behalf of another one, so without a row. */
    Optional<InputValues> withoutRow(Workflow workflow) {
        return inputs.single(workflow);
    }

    /**
     * Adds the inputs that nobody gave, where there is no provider to get them. Those that the run generated count as
     * made.
     *
     * @param run the one that asks
     */
    MadeInputs inputs(String run, LinkedDocument owner, Workflow workflow, GivenInputs given) {
        return classRun.missingInputs()
                .map(missing -> missing.fill(run, owner, workflow, given))
                .orElseGet(() -> new MadeInputs(given.values(), given.generated()));
    }

    /** What only the sources of a workflow show and what keeps it from nothing. */
    public List<Finding> warnings(Workflow workflow) {
        return check(workflow).warnings();
    }

    WorkflowChecks.Result check(Workflow workflow) {
        return classRun.sources().checks().check(document, workflow);
    }

    LinkedDocument document() {
        return document;
    }

    WorkflowRunner runner() {
        return runner;
    }

    /**
     * A target for one workflow. Workflows that depend on each other see the state that the ones before them left, so
     * they share one; all others get a fresh one each.
     */
    LeasedTarget target() {
        return shared.orElseGet(classRun.targets()::lease);
    }

    /** Workflows that depend on each other pass values on, secrets as well. */
    Masker masker() {
        return shared.isPresent() ? masker : masker.fresh();
    }

    void giveBack(LeasedTarget target) {
        if (shared.isEmpty()) {
            target.close();
        }
    }

    @Override
    public void close() {
        shared.ifPresent(LeasedTarget::close);
    }
}
