package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.SourceDescription;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.reader.Nearest;
import io.github.arazzojunit.validation.Knowledge.KnownWorkflow;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names of workflows in expressions (EXP-06, EXP-22, AMB-61). */
final class WorkflowNames {

    private final Inspection inspection;
    private final Set<String> executed = new HashSet<>();

    WorkflowNames(Inspection inspection) {
        this.inspection = inspection;
        references(inspection.workflow()).forEach(this::addExecuted);
    }

    /** The workflow of that id; a workflow of another document is not known here, and nothing is said about it. */
    Optional<KnownWorkflow> find(String workflowId, ExpressionUse use) {
        Optional<KnownWorkflow> local = inspection.knowledge().workflow(workflowId);
        if (local.isEmpty() && !mayBeForeign()) {
            inspection.report(
                    ValidationRule.UNKNOWN_WORKFLOW,
                    use.site().spot(),
                    use.quoted() + " names the workflow '" + workflowId + "', which the document does not have.",
                    Nearest.hint(workflowId, Declared.workflowIds(inspection.document())));
        }
        return local;
    }

    /** As {@link #find}; warns when nothing in this workflow makes the other one run. */
    Optional<KnownWorkflow> findExecuted(String workflowId, ExpressionUse use) {
        Optional<KnownWorkflow> known = find(workflowId, use);
        if (known.isPresent() && !executed.contains(workflowId)) {
            boolean own = workflowId.equals(inspection.workflow().workflowId());
            inspection.report(
                    ValidationRule.WORKFLOW_NOT_EXECUTED,
                    use.site().spot(),
                    own
                            ? use.quoted() + " is missing while the workflow itself still runs."
                            : use.quoted() + " is missing unless something else runs the workflow '" + workflowId
                                    + "' before.",
                    own
                            ? "Read the outputs of its steps."
                            : "Add 'dependsOn: [" + workflowId + "]', or call the workflow in a step.");
        }
        return known;
    }

    private boolean mayBeForeign() {
        return inspection.document().sourceDescriptions().stream()
                .map(SourceDescription::type)
                .anyMatch(type -> type.isEmpty() || type.get().equals("arazzo"));
    }

    private void addExecuted(String reference) {
        if (executed.add(reference)) {
            inspection
                    .document()
                    .workflow(reference)
                    .ifPresent(workflow -> references(workflow).forEach(this::addExecuted));
        }
    }

    private static Stream<String> references(Workflow workflow) {
        return Stream.concat(workflow.dependsOn().stream(), workflow.executed());
    }
}
