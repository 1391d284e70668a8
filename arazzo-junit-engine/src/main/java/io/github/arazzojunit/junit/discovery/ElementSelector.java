package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.document.DocumentFile;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.platform.engine.DiscoverySelector;

/** What every selector of JUnit comes down to: one node of the tree. */
sealed interface ElementSelector extends DiscoverySelector {

    /**
     * A document.
     *
     * @param owner the class that runs it; empty where it stands directly below the engine
     */
    record DocumentSelector(Optional<Class<?>> owner, DocumentFile file) implements ElementSelector {

        static DocumentSelector of(DocumentFile file) {
            return new DocumentSelector(Optional.empty(), file);
        }
    }

    /** The innermost element of a document that contains a line. */
    record PositionSelector(DocumentSelector document, int line, OptionalInt column) implements ElementSelector {}

    /** A workflow. */
    record WorkflowSelector(DocumentSelector document, String workflowId) implements ElementSelector {}

    /** A run of a workflow with a named row of inputs. */
    record InvocationSelector(WorkflowSelector workflow, String row) implements ElementSelector {}

    /**
     * A step.
     *
     * @param row the named row of inputs of the run that it belongs to
     */
    record StepSelector(WorkflowSelector workflow, Optional<String> row, String stepId) implements ElementSelector {}

    /** A test that fails because something that was asked for is missing. */
    record FailureSelector(Optional<Class<?>> owner, String name, String message) implements ElementSelector {}
}
