package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.StepTarget;
import io.github.arazzojunit.reader.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The workflows and steps that {@code dependsOn}, calls and actions name (WF-20, WF-22, STP-40, STP-41, STP-84, ACT-05,
 * ACT-06).
 */
final class WorkflowReferenceRules {

    private static final Pattern QUALIFIED = Pattern.compile("\\$sourceDescriptions\\.([^.]+)\\.(.+)");

    private final Inspection inspection;

    private WorkflowReferenceRules(Inspection inspection) {
        this.inspection = inspection;
    }

    static void check(Inspection inspection) {
        WorkflowReferenceRules rules = new WorkflowReferenceRules(inspection);
        forEach(inspection, rules::workflow);
        inspection.workflow().actions().forEach(rules::step);
    }

    /** Every reference to a workflow, with the place that it stands at. */
    static void forEach(Inspection inspection, BiConsumer<String, Spot> consumer) {
        LocatedNode source = inspection.workflow().source();
        source.member("dependsOn")
                .ifPresent(list -> list.items().stream()
                        .filter(LocatedNode::isText)
                        .forEach(item -> consumer.accept(item.text(), Spot.of(item))));
        inspection.workflow().steps().stream()
                .filter(step -> step.target() instanceof StepTarget.WorkflowCall)
                .forEach(step -> consumer.accept(
                        step.target().reference(), Spot.of(step.source()).field("workflowId")));
        inspection.workflow().steps().stream()
                .flatMap(step -> step.source().member("dependsOn").map(LocatedNode::items).stream())
                .flatMap(List::stream)
                .filter(LocatedNode::isText)
                .forEach(entry -> StepDependencyRules.workflowOf(entry.text())
                        .ifPresent(workflow -> consumer.accept(workflow, Spot.of(entry))));
        inspection
                .workflow()
                .actions()
                .forEach(action -> action.reference()
                        .filter(Action.Reference.ToWorkflow.class::isInstance)
                        .ifPresent(target -> consumer.accept(
                                ((Action.Reference.ToWorkflow) target).workflowId(),
                                Spot.of(action.source()).field("workflowId"))));
    }

    private void workflow(String reference, Spot spot) {
        if (!reference.startsWith("$")) {
            local(reference, spot);
            return;
        }
        Matcher qualified = QUALIFIED.matcher(reference);
        if (!qualified.matches()) {
            unknown(
                    spot,
                    "'" + reference + "' names no workflow.",
                    "Write the id alone, or '$sourceDescriptions.<name>.<workflowId>' for a workflow of another document.");
        } else if (inspection.document().sourceDescription(qualified.group(1)).isEmpty()) {
            inspection.report(
                    ValidationRule.UNKNOWN_SOURCE,
                    spot,
                    "'" + reference + "' names the source '" + qualified.group(1)
                            + "', which the document does not list.",
                    Nearest.hint(qualified.group(1), Declared.sourceNames(inspection.document())));
        } else {
            checkType(reference, qualified.group(1), spot);
            checkHomonym(qualified.group(1), qualified.group(2), spot);
        }
    }

    /** Results are read by the id alone, which means the workflow of this document (AMB-06, AMB-61). */
    private void checkHomonym(String source, String workflowId, Spot spot) {
        if (inspection.document().workflow(workflowId).isPresent()) {
            inspection.report(
                    ValidationRule.REPEATED_WORKFLOW_ID,
                    spot,
                    "This document has a workflow '" + workflowId + "' as well, and '$workflows." + workflowId
                            + "' means that one, also after this one was executed.",
                    "Read this one as '$sourceDescriptions." + source + "." + workflowId
                            + ".outputs.<name>', or give it an id of its own.");
        }
    }

    private void local(String workflowId, Spot spot) {
        if (inspection.document().workflow(workflowId).isPresent()) {
            return;
        }
        int dot = workflowId.indexOf('.');
        boolean lacksPrefix = dot > 0
                && inspection
                        .document()
                        .sourceDescription(workflowId.substring(0, dot))
                        .isPresent();
        unknown(
                spot,
                "There is no workflow '" + workflowId + "' in this document.",
                lacksPrefix
                        ? "Write '$sourceDescriptions." + workflowId + "'."
                        : Nearest.hint(workflowId, Declared.workflowIds(inspection.document())));
    }

    private void checkType(String reference, String source, Spot spot) {
        Optional<String> type = inspection.knowledge().sourceType(source).filter(known -> !known.equals("arazzo"));
        type.ifPresent(known -> unknown(
                spot,
                "'" + reference + "' names a workflow of the source '" + source + "', which is of type " + known
                        + " and has none.",
                "Name a source of type arazzo."));
    }

    private void step(Action action) {
        Map<String, LocatedNode> steps = Declared.steps(inspection.workflow());
        action.reference()
                .filter(Action.Reference.ToStep.class::isInstance)
                .map(target -> ((Action.Reference.ToStep) target).stepId())
                .filter(stepId -> !steps.containsKey(stepId))
                .ifPresent(stepId -> inspection.report(
                        ValidationRule.UNKNOWN_STEP,
                        Spot.of(action.source()).field("stepId"),
                        "The action '" + action.name() + "' names the step '" + stepId
                                + "', but this workflow has none with this id.",
                        Nearest.hint(stepId, steps.keySet())));
    }

    private void unknown(Spot spot, String message, String remedy) {
        inspection.report(ValidationRule.UNKNOWN_WORKFLOW, spot, message, remedy);
    }
}
