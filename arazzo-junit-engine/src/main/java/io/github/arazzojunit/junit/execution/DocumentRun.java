package io.github.arazzojunit.junit.execution;

import io.github.arazzojunit.junit.descriptor.DocumentDescriptor;
import io.github.arazzojunit.runner.WorkflowRunner;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.target.LeasedTarget;
import java.util.Optional;

/** What the workflows of one document share. */
final class DocumentRun implements AutoCloseable {

    private final ClassRun classRun;
    private final DocumentDescriptor descriptor;
    private final LinkedDocument document;
    private final WorkflowRunner runner = new WorkflowRunner();
    private final Optional<LeasedTarget> shared;

    DocumentRun(EngineRun engine, ClassRun classRun, DocumentDescriptor descriptor) {
        this.classRun = classRun;
        this.descriptor = descriptor;
        this.document = engine.library().link(descriptor.document());
        boolean dependent = descriptor.document().workflows().stream()
                .anyMatch(workflow -> !workflow.dependsOn().isEmpty());
        this.shared = dependent ? Optional.of(classRun.targets().lease()) : Optional.empty();
    }

    ClassRun classRun() {
        return classRun;
    }

    DocumentDescriptor descriptor() {
        return descriptor;
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
