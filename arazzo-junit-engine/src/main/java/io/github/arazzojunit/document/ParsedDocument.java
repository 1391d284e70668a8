package io.github.arazzojunit.document;

import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A document that was read, with everything that is wrong with it sorted by what it concerns.
 *
 * @param document present unless {@code errors} says why not
 * @param errors keep the whole document from running
 * @param workflowErrors keep one workflow from running, by index in the list of workflows
 * @param remarks keep nothing from running
 * @param inputs from the file beside the document, by {@code workflowId}
 */
public record ParsedDocument(
        DocumentFile file,
        Optional<ArazzoDocument> document,
        List<Finding> errors,
        Map<Integer, List<Finding>> workflowErrors,
        List<Finding> remarks,
        Map<String, WorkflowInputs> inputs) {

    /** What a test says that stands for a document that cannot run. */
    public static String problem(String path, List<Finding> errors) {
        return Stream.concat(
                        Stream.of(path + " cannot run, none of its workflows was started."),
                        errors.stream().map(Finding::toString))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    public boolean cannotRun() {
        return document.isEmpty() || !errors.isEmpty();
    }

    /** All findings. */
    public List<Finding> findings() {
        return Stream.of(errors.stream(), workflowErrors.values().stream().flatMap(List::stream), remarks.stream())
                .flatMap(each -> each)
                .toList();
    }

    public List<Finding> errorsOf(Workflow workflow) {
        int index = document.orElseThrow().workflows().indexOf(workflow);
        return workflowErrors.getOrDefault(index, List.of());
    }

    public WorkflowInputs inputsOf(Workflow workflow) {
        return inputs.getOrDefault(workflow.workflowId(), WorkflowInputs.NONE);
    }

    /** The workflow at an index of the list, which the document has to have. */
    public Workflow workflowAt(int index) {
        return document.orElseThrow().workflows().get(index);
    }
}
