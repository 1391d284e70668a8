package io.github.arazzojunit.junit.descriptor;

import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.StepTarget;
import io.github.arazzojunit.model.Workflow;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.platform.engine.UniqueId;

/**
 * A step.
 *
 * <p>Its name is its id. Below a class it is {@code workflowId › stepId}, with the row of inputs in between where there
 * is one, because Surefire keeps only the names of class and leaf.
 */
public final class StepDescriptor extends ArazzoDescriptor {

    /** Type of the segment in unique ids; the value is the {@code stepId}. */
    public static final String SEGMENT_TYPE = "step";

    private static final String SEPARATOR = " › ";
    private static final Pattern VISIT_SUFFIX = Pattern.compile(" \\([0-9]+\\)$");

    private final ArazzoDocument document;
    private final Workflow workflow;
    private final Step step;
    private final int visit;
    private final Optional<String> namePrefix;

    private StepDescriptor(
            UniqueId parentId,
            ArazzoDocument document,
            Workflow workflow,
            Step step,
            int visit,
            Optional<String> namePrefix) {
        super(
                parentId.append(SEGMENT_TYPE, numbered(step.stepId(), visit)),
                numbered(namePrefix.map(prefix -> join(prefix, step.stepId())).orElse(step.stepId()), visit),
                DocumentSource.of(document.uri()).at(step.position()));
        this.document = document;
        this.workflow = workflow;
        this.step = step;
        this.visit = visit;
        this.namePrefix = namePrefix;
        addTagsOf(step.source());
    }

    /** The node of a step's first visit. */
    public static StepDescriptor of(WorkflowRunDescriptor run, Step step) {
        return new StepDescriptor(run.getUniqueId(), run.document(), run.workflow(), step, 1, run.stepNamePrefix());
    }

    /**
     * The node of a further visit of this step, a sibling that the caller adds to the parent.
     *
     * @param number 2 for the second visit
     */
    public StepDescriptor visit(int number) {
        return new StepDescriptor(getUniqueId().removeLastSegment(), document, workflow, step, number, namePrefix);
    }

    /**
     * The node of a step of a workflow that this step calls, a child that the caller adds.
     *
     * @param number 1 for the first visit
     */
    public StepDescriptor called(ArazzoDocument calledDocument, Workflow calledWorkflow, Step calledStep, int number) {
        Optional<String> prefix = namePrefix.map(ignored -> getDisplayName());
        return new StepDescriptor(getUniqueId(), calledDocument, calledWorkflow, calledStep, number, prefix);
    }

    /** A step of a workflow that control was handed over to. */
    static StepDescriptor transferred(
            UniqueId parentId,
            ArazzoDocument document,
            Workflow workflow,
            Step step,
            int number,
            Optional<String> namePrefix) {
        return new StepDescriptor(parentId, document, workflow, step, number, namePrefix);
    }

    /** A name that consists of several. */
    public static String join(String prefix, String name) {
        return prefix + SEPARATOR + name;
    }

    /** The id of the step whose further visit has the segment value {@code numbered}. */
    public static String withoutVisit(String numbered) {
        return VISIT_SUFFIX.matcher(numbered).replaceFirst("");
    }

    static String numbered(String name, int visit) {
        return visit == 1 ? name : name + " (" + visit + ")";
    }

    public ArazzoDocument document() {
        return document;
    }

    public Workflow workflow() {
        return workflow;
    }

    public Step step() {
        return step;
    }

    /** 1 for the first visit. */
    public int visit() {
        return visit;
    }

    @Override
    public Type getType() {
        return mayRegisterTests() ? Type.CONTAINER_AND_TEST : Type.TEST;
    }

    /** The steps of a workflow that this step calls, or that one of its retries executes, are its children. */
    @Override
    public boolean mayRegisterTests() {
        return step.target() instanceof StepTarget.WorkflowCall
                || Stream.concat(step.onFailure().stream(), workflow.failureActions().stream())
                        .anyMatch(StepDescriptor::executesWorkflow);
    }

    private static boolean executesWorkflow(Action action) {
        return action instanceof Action.Retry retry
                && retry.reference()
                        .filter(Action.Reference.ToWorkflow.class::isInstance)
                        .isPresent();
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.SAME_THREAD;
    }
}
