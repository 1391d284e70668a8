package io.github.arazzojunit.junit.descriptor;

import io.github.arazzojunit.document.WorkflowInputs;
import io.github.arazzojunit.junit.execution.ArazzoExecutionContext;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.UniqueId;

/** A document that can be run, at least in part. */
public final class DocumentDescriptor extends ArazzoDescriptor {

    /** Type of the segment in unique ids; the value is the relative path. */
    public static final String SEGMENT_TYPE = "document";

    private final String path;
    private final ArazzoDocument document;
    private final List<Finding> findings;
    private final Map<String, WorkflowInputs> inputs;
    private final DocumentSource documentSource;

    /**
     * @param path relative path, also the name
     * @param findings what was found when the document was read
     * @param inputs what the file of inputs beside the document says, by workflow id
     */
    public DocumentDescriptor(
            UniqueId parentId,
            String path,
            ArazzoDocument document,
            List<Finding> findings,
            Map<String, WorkflowInputs> inputs) {
        this(parentId, path, document, findings, inputs, DocumentSource.of(document.uri()));
    }

    private DocumentDescriptor(
            UniqueId parentId,
            String path,
            ArazzoDocument document,
            List<Finding> findings,
            Map<String, WorkflowInputs> inputs,
            DocumentSource source) {
        super(parentId.append(SEGMENT_TYPE, path), path, source.document());
        this.path = path;
        this.document = document;
        this.findings = List.copyOf(findings);
        this.inputs = Map.copyOf(inputs);
        this.documentSource = source;
        addTagsOf(document.source());
        document.source().member("info").ifPresent(this::addTagsOf);
    }

    public String path() {
        return path;
    }

    public ArazzoDocument document() {
        return document;
    }

    /** What was found when the document was read. */
    public List<Finding> findings() {
        return findings;
    }

    /** The class that runs the document; empty where it was selected on its own. */
    public Optional<Class<?>> testClass() {
        return getParent()
                .filter(ClassDescriptor.class::isInstance)
                .map(ClassDescriptor.class::cast)
                .map(ClassDescriptor::testClass);
    }

    /** What the file of inputs beside the document says, by workflow id. */
    public Map<String, WorkflowInputs> inputs() {
        return inputs;
    }

    DocumentSource documentSource() {
        return documentSource;
    }

    /** Prerequisites have to be finished before a workflow that depends on them starts. */
    ExecutionMode workflowExecutionMode() {
        boolean ordered = document.workflows().stream()
                .anyMatch(workflow -> !workflow.dependsOn().isEmpty());
        return ordered ? ExecutionMode.SAME_THREAD : ExecutionMode.CONCURRENT;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public ArazzoExecutionContext before(ArazzoExecutionContext context) {
        return context.beginDocument(this);
    }

    @Override
    public void cleanUp(ArazzoExecutionContext context) {
        context.endDocument();
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.CONCURRENT;
    }
}
