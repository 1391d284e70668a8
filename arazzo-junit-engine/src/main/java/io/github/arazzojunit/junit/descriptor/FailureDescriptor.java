package io.github.arazzojunit.junit.descriptor;

import io.github.arazzojunit.document.ParsedDocument;
import io.github.arazzojunit.junit.execution.ArazzoExecutionContext;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.opentest4j.AssertionFailedError;

/**
 * A test that fails because there is nothing that could run: a document that cannot be read, a location without
 * documents, a bad configuration. A failing test instead of an exception during discovery, so that all else still runs.
 */
public final class FailureDescriptor extends ArazzoDescriptor {

    /** Type of the segment in unique ids where no document is meant; the value says what failed. */
    public static final String SEGMENT_TYPE = "failure";

    private final String message;
    private final StackTraceElement[] stackTrace;

    private FailureDescriptor(
            UniqueId uniqueId, String name, @Nullable TestSource source, String message, StackTraceElement... trace) {
        super(uniqueId, name, source);
        this.message = message;
        this.stackTrace = trace.clone();
    }

    /**
     * A document that cannot run; it takes the place of its {@link DocumentDescriptor}.
     *
     * @param path relative path of the document
     * @param findings at least one
     */
    public static FailureDescriptor ofDocument(UniqueId parentId, String path, List<Finding> findings) {
        Position first = findings.get(0).position();
        return new FailureDescriptor(
                parentId.append(DocumentDescriptor.SEGMENT_TYPE, path),
                path,
                DocumentSource.of(first.uri()).at(first),
                ParsedDocument.problem(path, findings),
                new StackTraceElement("arazzo", "document", first.fileName(), first.line()));
    }

    /**
     * A container that fails itself, below a class: Surefire files containers under the name of what is above them, and
     * only tests under their class.
     *
     * @param container also the parent, to which the caller adds the test
     * @param name that of its steps, without the step
     */
    public static FailureDescriptor ofContainer(TestDescriptor container, String name) {
        return new FailureDescriptor(
                container.getUniqueId().append(SEGMENT_TYPE, container.getDisplayName()),
                name,
                container.getSource().orElse(null),
                "");
    }

    /**
     * Anything else.
     *
     * @param name also the value of the segment in the unique id
     */
    public static FailureDescriptor of(UniqueId parentId, String name, String message) {
        return new FailureDescriptor(parentId.append(SEGMENT_TYPE, name), name, null, message);
    }

    /** What the failure says. */
    public String message() {
        return message;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public ArazzoExecutionContext execute(ArazzoExecutionContext context, DynamicTestExecutor executor) {
        context.reportFailure("", getDisplayName(), message);
        AssertionFailedError failure = new AssertionFailedError(message);
        failure.setStackTrace(stackTrace);
        throw failure;
    }
}
