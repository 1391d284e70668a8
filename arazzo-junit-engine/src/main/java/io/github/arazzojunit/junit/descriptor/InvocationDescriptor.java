package io.github.arazzojunit.junit.descriptor;

import io.github.arazzojunit.document.Branch;
import io.github.arazzojunit.document.InputValues;
import io.github.arazzojunit.document.WorkflowInputs;
import io.github.arazzojunit.junit.execution.ArazzoExecutionContext;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Workflow;
import java.util.List;
import java.util.Optional;

/** One run of a workflow with a named row of inputs; its source is the row in the file of inputs. */
public final class InvocationDescriptor extends ArazzoDescriptor implements WorkflowRunDescriptor {

    /** Type of the segment in unique ids; the value is the name of the row. */
    public static final String SEGMENT_TYPE = "invocation";

    private final WorkflowDescriptor workflowDescriptor;
    private final WorkflowInputs.Row row;

    public InvocationDescriptor(WorkflowDescriptor parent, WorkflowInputs.Row row) {
        super(
                parent.getUniqueId().append(SEGMENT_TYPE, row.name()),
                row.name(),
                DocumentSource.of(row.position().uri()).at(row.position()));
        this.workflowDescriptor = parent;
        this.row = row;
    }

    @Override
    public Optional<String> rowName() {
        return Optional.of(row.name());
    }

    @Override
    public DocumentDescriptor documentDescriptor() {
        return workflowDescriptor.documentDescriptor();
    }

    @Override
    public Workflow workflow() {
        return workflowDescriptor.workflow();
    }

    @Override
    public Optional<InputValues> rowInputs() {
        return Optional.of(row.inputs());
    }

    @Override
    public Optional<Branch> branch() {
        return row.branch();
    }

    @Override
    public List<Finding> findings() {
        return workflowDescriptor.findings();
    }

    @Override
    public Optional<String> stepNamePrefix() {
        return workflowDescriptor.stepNamePrefix().map(prefix -> StepDescriptor.join(prefix, row.name()));
    }

    @Override
    public String getLegacyReportingName() {
        return workflowDescriptor.getLegacyReportingName() + "[" + row.name() + "]";
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    /** See {@link WorkflowDescriptor#mayRegisterTests()}. */
    @Override
    public boolean mayRegisterTests() {
        return workflowDescriptor.mayRegisterTests();
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return workflowDescriptor.getExecutionMode();
    }

    @Override
    public ArazzoExecutionContext prepare(ArazzoExecutionContext context) {
        return context.prepare(this);
    }

    @Override
    public ArazzoExecutionContext execute(ArazzoExecutionContext context, DynamicTestExecutor executor) {
        return context.run(this);
    }
}
