package io.github.arazzojunit.launch;

import io.github.arazzojunit.document.WorkflowInputs;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.runner.WorkflowRunner;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.target.LeasedTarget;
import java.util.Map;
import java.util.Optional;

/** What the workflows of one document share. */
public final class DocumentRun implements AutoCloseable {

    private final Launch launch;
    private final ClassRun classRun;
    private final InputsSource inputs;
    private final LinkedDocument document;
    private final WorkflowRunner runner = new WorkflowRunner();
    private final Optional<LeasedTarget> shared;

    /** @param inputs what the file of inputs beside the document says, by workflow id */
    public DocumentRun(Launch launch, ClassRun classRun, ArazzoDocument document, Map<String, WorkflowInputs> inputs) {
        this.launch = launch;
        this.classRun = classRun;
        this.inputs = new InputsSource(launch.configuration(), classRun.contributions(), inputs);
        this.document = launch.library().link(document);
        boolean dependent = document.workflows().stream()
                .anyMatch(workflow -> !workflow.dependsOn().isEmpty());
        this.shared = dependent ? Optional.of(classRun.targets().lease()) : Optional.empty();
    }

    Launch launch() {
        return launch;
    }

    ClassRun classRun() {
        return classRun;
    }

    InputsSource inputs() {
        return inputs;
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
