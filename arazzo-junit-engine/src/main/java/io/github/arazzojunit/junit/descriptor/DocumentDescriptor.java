package io.github.arazzojunit.junit.descriptor;

import io.github.arazzojunit.model.ArazzoDocument;
import java.util.Optional;
import org.junit.platform.engine.UniqueId;

/** A document that can be run, at least in part. */
public final class DocumentDescriptor extends ArazzoDescriptor {

    /** Type of the segment in unique ids; the value is the relative path. */
    public static final String SEGMENT_TYPE = "document";

    private final String path;
    private final ArazzoDocument document;
    private final DocumentSource documentSource;

    /** @param path relative path, also the name */
    public DocumentDescriptor(UniqueId parentId, String path, ArazzoDocument document) {
        this(parentId, path, document, DocumentSource.of(document.uri()));
    }

    private DocumentDescriptor(UniqueId parentId, String path, ArazzoDocument document, DocumentSource source) {
        super(parentId.append(SEGMENT_TYPE, path), path, source.document());
        this.path = path;
        this.document = document;
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

    /** The class that runs the document; empty where it was selected on its own. */
    public Optional<Class<?>> testClass() {
        return getParent()
                .filter(ClassDescriptor.class::isInstance)
                .map(ClassDescriptor.class::cast)
                .map(ClassDescriptor::testClass);
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
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.CONCURRENT;
    }
}
