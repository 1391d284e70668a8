package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.junit.descriptor.StepDescriptor;
import io.github.arazzojunit.junit.discovery.ElementSelector.WorkflowSelector;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what the names of steps begin with. Below a class, Surefire knows a step by the names of class and step
 * alone; two of the same name are one test to it, and with reruns a success of the one hides a failure of the other. So
 * a name contains the workflow and, where several documents of the class have a workflow of that id, the document.
 */
final class StepNames {

    private final ClassDocuments documents;
    private final DocumentParser parser;
    private final Map<Class<?>, Map<String, Integer>> counts = new HashMap<>();

    StepNames(ClassDocuments documents, DocumentParser parser) {
        this.documents = documents;
        this.parser = parser;
    }

    Optional<String> prefix(WorkflowSelector selector) {
        String workflowId = selector.workflowId();
        return selector.document()
                .owner()
                .map(owner -> counts.computeIfAbsent(owner, this::count).getOrDefault(workflowId, 1) > 1
                        ? StepDescriptor.join(selector.document().file().path(), workflowId)
                        : workflowId);
    }

    /** In how many documents of the class each workflow id occurs; also in those that are not selected this time. */
    private Map<String, Integer> count(Class<?> testClass) {
        Map<String, Integer> count = new HashMap<>();
        documents.of(testClass).documents().stream()
                .flatMap(file -> parser.parse(file).document().stream())
                .flatMap(document -> document.workflows().stream())
                .forEach(workflow -> count.merge(workflow.workflowId(), 1, Integer::sum));
        return count;
    }
}
