package io.github.arazzojunit.junit.descriptor;

import io.github.arazzojunit.document.Branch;
import io.github.arazzojunit.document.InputValues;
import io.github.arazzojunit.junit.execution.ArazzoExecutionContext;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Workflow;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A node that runs a workflow once: the workflow itself or, where it has rows of inputs, one of its rows. */
public sealed interface WorkflowRunDescriptor extends TestDescriptor, Node<ArazzoExecutionContext>
        permits WorkflowDescriptor, InvocationDescriptor {

    DocumentDescriptor documentDescriptor();

    Workflow workflow();

    /** The inputs that the file beside the document gives to this run, a JSON object. */
    Optional<InputValues> rowInputs();

    /** The name of the row of inputs that this run has. */
    default Optional<String> rowName() {
        return Optional.empty();
    }

    /** The failure action that this run is to take. */
    default Optional<Branch> branch() {
        return Optional.empty();
    }

    /** What is wrong inside of the workflow; an error among it means that the workflow cannot run and has to fail. */
    List<Finding> findings();

    /** What the names of the steps begin with, see {@link StepDescriptor}; empty when the step's id is the name. */
    Optional<String> stepNamePrefix();

    default ArazzoDocument document() {
        return documentDescriptor().document();
    }

    /** The steps that are selected, in the order of the text: not all of the workflow where only some were selected. */
    default List<StepDescriptor> steps() {
        return getChildren().stream()
                .filter(StepDescriptor.class::isInstance)
                .map(StepDescriptor.class::cast)
                .toList();
    }

    /** Whether an error keeps the workflow from running. */
    default boolean isBroken() {
        return findings().stream().anyMatch(Finding::isError);
    }
}
