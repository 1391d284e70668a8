package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.document.DocumentParser;
import io.github.arazzojunit.junit.descriptor.StepDescriptor;
import io.github.arazzojunit.junit.discovery.ElementSelector.WorkflowSelector;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what the names of steps begin with. Below a class, Surefire knows a step by the names of class and step
 * alone; two of the same name are one test to it, and with reruns a success of the one hides a failure of the other. So
 * a name contains the workflow and, where several documents of the class have a workflow of that id, the document. To
 * Surefire, documents that a suite selects are tests of the suite's class; which others it selects is not known here,
 * so their names always contain the document.
 */
final class StepNames {

    private final ClassDocuments documents;
    private final DocumentParser parser;
    private final boolean insideOfSuite;
    private final Map<Class<?>, Map<String, Integer>> counts = new HashMap<>();

    StepNames(ClassDocuments documents, DocumentParser parser, boolean insideOfSuite) {
        this.documents = documents;
        this.parser = parser;
        this.insideOfSuite = insideOfSuite;
    }

    /** Empty where the id of the step is the whole name. */
    Optional<String> prefix(WorkflowSelector selector) {
        String workflowId = selector.workflowId();
        Optional<Class<?>> owner = selector.document().owner();
        if (owner.isEmpty() && !insideOfSuite) {
            return Optional.empty();
        }
        boolean unique = owner.map(testClass ->
                        counts.computeIfAbsent(testClass, this::count).getOrDefault(workflowId, 1) == 1)
                .orElse(false);
        return Optional.of(
                unique
                        ? workflowId
                        : StepDescriptor.join(selector.document().file().path(), workflowId));
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
