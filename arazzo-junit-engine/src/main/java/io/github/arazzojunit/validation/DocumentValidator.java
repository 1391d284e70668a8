package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.source.LinkedDocument;
import java.util.List;

/**
 * Finds what is wrong with a document that could be read: what the reader, which looks at structure only, cannot see.
 * Every finding stands inside of the workflow that it concerns; a workflow that calls or depends on a broken one is not
 * broken itself. Whatever has a warning only still runs. Stateless.
 */
public final class DocumentValidator {

    private DocumentValidator() {}

    /** Everything that the document alone shows. No source is loaded; meant for discovery. */
    public static List<Finding> validate(ArazzoDocument document) {
        return document.workflows().stream()
                .flatMap(workflow -> validate(document, workflow).stream())
                .toList();
    }

    /**
     * What only the sources show about one workflow: operations and their parameters, workflows of other documents,
     * the schema of the inputs. Loads the sources that this workflow needs; meant for the moment before it runs. What the
     * document brings along ({@link LinkedDocument#findings()}) is not repeated.
     */
    public static List<Finding> validate(LinkedDocument document, Workflow workflow) {
        Inspection inspection = Inspection.of(document.document(), workflow, new LinkedKnowledge(document));
        checkDocument(inspection);
        LinkedRules.check(document, inspection);
        return inspection.findings().list().stream()
                .filter(finding -> document.findings().stream().noneMatch(other -> covers(other, finding)))
                .toList();
    }

    private static List<Finding> validate(ArazzoDocument document, Workflow workflow) {
        Inspection inspection = Inspection.of(document, workflow, new DocumentKnowledge(document));
        checkDocument(inspection);
        return inspection.findings().list();
    }

    private static void checkDocument(Inspection inspection) {
        SpellingRules.check(inspection);
        ScopeRules.check(inspection);
        NameRules.check(inspection);
        ConditionRules.check(inspection);
        WorkflowReferenceRules.check(inspection);
        GraphRules.check(inspection);
        StepDependencyRules.check(inspection);
        OrderRules.check(inspection);
        CallRules.check(inspection);
        TargetRules.check(inspection);
        AsyncRules.check(inspection);
        InputsRules.check(inspection);
    }

    /** Whether a finding says the same, or that there is nothing to be found at that place anyway. */
    private static boolean covers(Finding known, Finding other) {
        return known.pointer().equals(other.pointer())
                && (known.rule().equals(other.rule()) || known.isError() && other.isError());
    }
}
