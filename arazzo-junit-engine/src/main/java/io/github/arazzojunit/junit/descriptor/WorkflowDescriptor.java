package io.github.arazzojunit.junit.descriptor;

import io.github.arazzojunit.document.InputValues;
import io.github.arazzojunit.document.WorkflowInputs;
import io.github.arazzojunit.junit.execution.ArazzoExecutionContext;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Workflow;
import java.util.List;
import java.util.Optional;

/** A workflow. Where the file of inputs has named rows for it, it only contains one {@link InvocationDescriptor} each. */
public final class WorkflowDescriptor extends ArazzoDescriptor implements WorkflowRunDescriptor {

    /** Type of the segment in unique ids; the value is the {@code workflowId}. */
    public static final String SEGMENT_TYPE = "workflow";

    private final DocumentDescriptor documentDescriptor;
    private final Workflow workflow;
    private final List<Finding> findings;
    private final WorkflowInputs inputs;
    private final Optional<String> stepNamePrefix;

    /**
     * @param findings what is wrong inside of the workflow
     * @param stepNamePrefix what the names of the steps begin with, where their ids alone would be ambiguous
     */
    public WorkflowDescriptor(
            DocumentDescriptor parent,
            Workflow workflow,
            List<Finding> findings,
            WorkflowInputs inputs,
            Optional<String> stepNamePrefix) {
        super(
                parent.getUniqueId().append(SEGMENT_TYPE, workflow.workflowId()),
                workflow.workflowId(),
                parent.documentSource().at(workflow.position()));
        this.documentDescriptor = parent;
        this.workflow = workflow;
        this.findings = List.copyOf(findings);
        this.inputs = inputs;
        this.stepNamePrefix = stepNamePrefix;
        addTagsOf(workflow.source());
    }

    @Override
    public DocumentDescriptor documentDescriptor() {
        return documentDescriptor;
    }

    @Override
    public Workflow workflow() {
        return workflow;
    }

    @Override
    public Optional<InputValues> rowInputs() {
        return inputs.single();
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public Optional<String> stepNamePrefix() {
        return stepNamePrefix;
    }

    /** The named rows; empty where the workflow runs once. */
    public List<WorkflowInputs.Row> rows() {
        return inputs.rows();
    }

    /** Whether the rows run instead of the workflow itself. */
    public boolean hasRows() {
        return !inputs.rows().isEmpty();
    }

    @Override
    public String getLegacyReportingName() {
        return documentDescriptor.path() + "/" + workflow.workflowId();
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    /** A workflow so broken that it has no step still has to fail, so it must not be pruned as empty. */
    @Override
    public boolean mayRegisterTests() {
        return workflow.steps().isEmpty();
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return documentDescriptor.workflowExecutionMode();
    }

    @Override
    public ArazzoExecutionContext prepare(ArazzoExecutionContext context) {
        return hasRows() ? context : context.prepare(this);
    }

    @Override
    public ArazzoExecutionContext execute(ArazzoExecutionContext context, DynamicTestExecutor executor) {
        context.tellWarnings(this);
        return hasRows() ? context : context.run(this);
    }
}
