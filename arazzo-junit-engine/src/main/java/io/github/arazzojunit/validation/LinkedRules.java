package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.StepTarget;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.source.OperationReferences;
import io.github.arazzojunit.source.Resolution;
import io.github.arazzojunit.source.Source;
import io.github.arazzojunit.source.SourceOperation;
import io.github.arazzojunit.source.WorkflowReferences;
import java.util.List;

/** Resolves what a workflow refers to, and lets the other rules look at what is found (DOC-24, STP-10 to STP-25). */
final class LinkedRules {

    private final LinkedDocument document;
    private final Inspection inspection;

    private LinkedRules(LinkedDocument document, Inspection inspection) {
        this.document = document;
        this.inspection = inspection;
    }

    static void check(LinkedDocument document, Inspection inspection) {
        LinkedRules rules = new LinkedRules(document, inspection);
        inspection.workflow().steps().forEach(rules::operation);
        WorkflowReferenceRules.forEach(inspection, rules::workflow);
        IdentityRules.check(document, inspection);
        InputsSchemaRules.check(document, inspection);
        rules.otherSources();
    }

    /** A source that the workflow does not need keeps it from nothing, but is reported (AMB-05). */
    private void otherSources() {
        List<Finding> needed = inspection.findings().list();
        document.localSources().stream()
                .filter(Source.Unusable.class::isInstance)
                .map(source -> ((Source.Unusable) source).finding())
                .filter(finding -> needed.stream()
                        .noneMatch(other -> other.pointer().equals(finding.pointer())
                                && other.rule().equals(finding.rule())))
                .forEach(finding -> inspection
                        .findings()
                        .adopt(
                                new Finding(
                                        finding.rule(),
                                        Finding.Severity.WARNING,
                                        finding.position(),
                                        finding.pointer(),
                                        finding.message() + " This workflow does not need it.",
                                        finding.remedy()),
                                Spot.of(inspection.workflow().source())));
    }

    private void operation(Step step) {
        if (step.target() instanceof StepTarget.WorkflowCall) {
            return;
        }
        Spot element = place(step);
        Resolution<SourceOperation> resolution = OperationReferences.resolve(document, step);
        if (resolution instanceof Resolution.Found<SourceOperation> found) {
            found.findings().forEach(finding -> inspection.findings().adopt(finding, element));
            OperationRules.check(inspection, step, element, found.target().operation());
            remarks(found.target());
        } else if (resolution instanceof Resolution.NotFound<SourceOperation> notFound) {
            inspection.findings().adopt(notFound.finding(), element);
        }
    }

    /** What is unusual in a whole text stands at the source, once for all steps that use it. */
    private void remarks(SourceOperation target) {
        document.document()
                .sourceDescription(target.sourceName())
                .ifPresent(source -> target.operation()
                        .description()
                        .remarks()
                        .forEach(remark -> inspection.report(
                                ValidationRule.UNUSUAL_DESCRIPTION,
                                Spot.of(source.source()),
                                "The description of source '" + source.name() + "' runs with a reading of its own: "
                                        + remark.position() + ": " + remark.message(),
                                remark.remedy())));
    }

    private void workflow(String reference, Spot spot) {
        Resolution<WorkflowReferences.Target> resolution = WorkflowReferences.resolve(document, reference, spot.node());
        if (resolution instanceof Resolution.Found<WorkflowReferences.Target> found) {
            found.findings().forEach(finding -> inspection.findings().adopt(finding, spot));
        } else if (resolution instanceof Resolution.NotFound<WorkflowReferences.Target> notFound) {
            inspection.findings().adopt(notFound.finding(), spot);
        }
    }

    private static Spot place(Step step) {
        Spot spot = Spot.of(step.source());
        if (step.target() instanceof StepTarget.OperationId) {
            return spot.field("operationId");
        }
        return spot.field(step.target() instanceof StepTarget.OperationPath ? "operationPath" : "channelPath");
    }
}
