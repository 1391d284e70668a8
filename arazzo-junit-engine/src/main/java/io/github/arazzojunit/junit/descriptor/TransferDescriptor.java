package io.github.arazzojunit.junit.descriptor;

import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;

/** A workflow that a {@code goto} handed over to: a container beside the steps, registered when it happens. */
public final class TransferDescriptor extends ArazzoDescriptor {

    private final Optional<String> namePrefix;
    private final ArazzoDocument document;
    private final Workflow workflow;

    /**
     * A container that the caller adds to the parent.
     *
     * @param run the run that the transfer belongs to
     * @param number 1 for the first transfer to this workflow below the parent
     */
    public TransferDescriptor(
            TestDescriptor parent, WorkflowRunDescriptor run, ArazzoDocument document, Workflow workflow, int number) {
        super(
                parent.getUniqueId()
                        .append(
                                WorkflowDescriptor.SEGMENT_TYPE,
                                StepDescriptor.numbered(workflow.workflowId(), number)),
                StepDescriptor.numbered("goto " + workflow.workflowId(), number),
                DocumentSource.of(document.uri()).at(workflow.position()));
        this.namePrefix =
                run.stepNamePrefix().map(prefix -> parent instanceof StepDescriptor ? parent.getDisplayName() : prefix);
        this.document = document;
        this.workflow = workflow;
        addTagsOf(workflow.source());
    }

    /**
     * The node of a step, a child that the caller adds.
     *
     * @param number 1 for the first visit
     */
    public StepDescriptor step(Step step, int number) {
        return StepDescriptor.transferred(getUniqueId(), document, workflow, step, number, stepNamePrefix());
    }

    /** What the names of the steps begin with; empty when the step's id is the name. */
    public Optional<String> stepNamePrefix() {
        return namePrefix.map(prefix -> StepDescriptor.join(prefix, getDisplayName()));
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
