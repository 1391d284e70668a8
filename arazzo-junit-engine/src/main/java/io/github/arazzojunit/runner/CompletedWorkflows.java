package io.github.arazzojunit.runner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code $workflows} can read: the latest invocation of each workflow of a run (EXP-22, AMB-61). */
final class CompletedWorkflows {

    private final Map<URI, Map<String, Entry>> byDocument = new LinkedHashMap<>();
    private final Map<URI, Set<String>> passed = new HashMap<>();

    /**
     * The values of an invocation.
     *
     * @param outputs empty until the workflow has completed
     * @param stepOutputs by step id
     */
    record Entry(ObjectNode inputs, Optional<ObjectNode> outputs, Map<String, ObjectNode> stepOutputs) {}

    void started(Invocation invocation, ObjectNode inputs, Map<String, ObjectNode> stepOutputs) {
        put(invocation, new Entry(inputs, Optional.empty(), stepOutputs));
    }

    void completed(
            Invocation invocation, ObjectNode inputs, WorkflowResult result, Map<String, ObjectNode> stepOutputs) {
        put(invocation, new Entry(inputs, Optional.of(result.outputs()), stepOutputs));
        if (result.passed()) {
            passed.computeIfAbsent(invocation.document().document().uri(), key -> new HashSet<>())
                    .add(invocation.workflow().workflowId());
        }
    }

    /** Whether the workflow of this document has completed without failing, whoever asked for it (AMB-09). */
    boolean hasPassed(URI document, String workflowId) {
        return passed.getOrDefault(document, Set.of()).contains(workflowId);
    }

    void addAll(CompletedWorkflows others) {
        others.byDocument.forEach((uri, entries) ->
                byDocument.computeIfAbsent(uri, key -> new LinkedHashMap<>()).putAll(entries));
        others.passed.forEach((uri, ids) ->
                passed.computeIfAbsent(uri, key -> new HashSet<>()).addAll(ids));
    }

    /** The workflow of this document, else a workflow with this id of any other one. */
    Optional<Entry> find(URI document, String workflowId) {
        Map<String, Entry> local = byDocument.getOrDefault(document, Map.of());
        if (local.containsKey(workflowId)) {
            return Optional.of(local.get(workflowId));
        }
        return byDocument.values().stream()
                .filter(entries -> entries.containsKey(workflowId))
                .map(entries -> entries.get(workflowId))
                .reduce((first, second) -> second);
    }

    private void put(Invocation invocation, Entry entry) {
        Map<String, Entry> entries =
                byDocument.computeIfAbsent(invocation.document().document().uri(), key -> new LinkedHashMap<>());
        Entry previous = entries.put(invocation.workflow().workflowId(), entry);
        if (previous != null && entry.outputs().isEmpty() && previous.outputs().isPresent()) {
            // A second invocation has begun: until it completes, its inputs go with the outputs of the first.
            entries.put(
                    invocation.workflow().workflowId(),
                    new Entry(entry.inputs(), previous.outputs(), previous.stepOutputs()));
        }
    }
}
