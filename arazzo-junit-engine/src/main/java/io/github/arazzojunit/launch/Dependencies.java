package io.github.arazzojunit.launch;

import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.source.Resolution;
import io.github.arazzojunit.source.WorkflowReferences;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Whether running a document comes to a workflow that depends on another one, in this document or in a source. */
final class Dependencies {

    private final Set<String> seen = new HashSet<>();

    private Dependencies() {}

    /** Loads the Arazzo sources whose workflows are run; what cannot be loaded depends on nothing. */
    static boolean existIn(LinkedDocument document) {
        Dependencies dependencies = new Dependencies();
        return document.document().workflows().stream()
                        .anyMatch(workflow -> !workflow.dependsOn().isEmpty())
                || document.document().workflows().stream()
                        .anyMatch(workflow -> dependencies.existBehind(document, workflow));
    }

    private boolean existBehind(LinkedDocument document, Workflow workflow) {
        if (!seen.add(document.document().uri() + "#" + workflow.source().pointer())) {
            return false;
        }
        return !workflow.dependsOn().isEmpty()
                || workflow.executed()
                        .flatMap(reference -> target(document, workflow, reference))
                        .anyMatch(target -> existBehind(target.document(), target.workflow()));
    }

    private static Stream<WorkflowReferences.Target> target(
            LinkedDocument document, Workflow workflow, String reference) {
        return WorkflowReferences.resolve(document, reference, workflow.source())
                        instanceof Resolution.Found<WorkflowReferences.Target> found
                ? Stream.of(found.target())
                : Stream.empty();
    }
}
