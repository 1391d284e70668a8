package io.github.arazzojunit.validation;

import io.github.arazzojunit.expression.RuntimeExpression.StepOutput;
import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.StepTarget;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.reader.Nearest;
import io.github.arazzojunit.validation.Knowledge.KnownWorkflow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The field {@code dependsOn} of steps (STP-82, STP-84, STP-89, STP-90). */
final class StepDependencyRules {

    private static final Pattern OF_WORKFLOW = Pattern.compile("\\$workflows\\.([A-Za-z0-9_-]+)\\.steps\\.(.+)");
    private static final Pattern OF_SOURCE =
            Pattern.compile("(\\$sourceDescriptions\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+)\\.steps\\.(.+)");

    private final Inspection inspection;
    private final Map<String, LocatedNode> steps;
    private final List<ExpressionUse> reads;

    private StepDependencyRules(Inspection inspection) {
        this.inspection = inspection;
        this.steps = Declared.steps(inspection.workflow());
        this.reads = readsThatOrder(inspection);
    }

    static void check(Inspection inspection) {
        StepDependencyRules rules = new StepDependencyRules(inspection);
        Workflow workflow = inspection.workflow();
        workflow.steps().forEach(rules::step);
        if (workflow.steps().stream().anyMatch(step -> !step.dependsOn().isEmpty())) {
            rules.reads.forEach(rules::readInCircle);
        }
        workflow.steps().stream()
                .filter(step -> !step.dependsOn().isEmpty() && rules.isPurelySynchronous())
                .forEach(step -> inspection.report(
                        ValidationRule.DEPENDS_ON_NOT_NEEDED,
                        Spot.of(step.source()).field("dependsOn"),
                        "No step of the workflow waits for messages, so its steps can stand in the order in which they run.",
                        "Put the step behind those that it depends on, and leave 'dependsOn' out."));
    }

    /** The workflow that a reference to a step names; empty for a step of the same workflow and for what is no reference. */
    static Optional<String> workflowOf(String reference) {
        Matcher ofSource = OF_SOURCE.matcher(reference);
        Matcher ofWorkflow = OF_WORKFLOW.matcher(reference);
        return ofSource.matches()
                ? Optional.of(ofSource.group(1))
                : Optional.of(ofWorkflow).filter(Matcher::matches).map(matcher -> matcher.group(1));
    }

    /** Reads that a step needs before it can end; what a jump makes of the others, nobody can tell (AMB-22). */
    private static List<ExpressionUse> readsThatOrder(Inspection inspection) {
        boolean jumps = inspection
                .workflow()
                .actions()
                .flatMap(action -> action.reference().stream())
                .anyMatch(Action.Reference.ToStep.class::isInstance);
        return jumps
                ? List.of()
                : inspection.uses().stream()
                        .filter(use -> use.expression() instanceof StepOutput output
                                && !use.site().place().isAfterOutputs()
                                && use.site()
                                        .step()
                                        .filter(step -> !step.stepId().equals(output.stepId()))
                                        .isPresent())
                        .toList();
    }

    private void step(Step step) {
        step.source().member("dependsOn").map(LocatedNode::items).orElse(List.of()).stream()
                .filter(LocatedNode::isText)
                .forEach(entry -> entry(step, entry));
    }

    private void entry(Step step, LocatedNode entry) {
        String text = entry.text();
        Matcher ofWorkflow = OF_WORKFLOW.matcher(text);
        Matcher ofSource = OF_SOURCE.matcher(text);
        if (!localId(text).startsWith("$")) {
            local(step, localId(text), entry);
        } else if (ofWorkflow.matches()) {
            foreign(ofWorkflow.group(1), ofWorkflow.group(2), entry);
        } else if (ofSource.matches()) {
            foreign(ofSource.group(1), ofSource.group(2), entry);
        } else {
            String id = text.replaceFirst("^\\$steps\\.", "");
            inspection.report(
                    ValidationRule.INVALID_STEP_REFERENCE,
                    Spot.of(entry),
                    "'" + text + "' is no reference to a step.",
                    steps.containsKey(id)
                            ? "Write '" + id + "'."
                            : "Write the id of a step, '$workflows.<workflowId>.steps.<stepId>' or"
                                    + " '$sourceDescriptions.<name>.<workflowId>.steps.<stepId>'.");
        }
    }

    private void local(Step step, String stepId, LocatedNode entry) {
        if (!steps.containsKey(stepId)) {
            unknownStep(stepId, "this workflow", steps.keySet(), entry);
        } else if (leadsTo(stepId, step.stepId(), new HashSet<>())) {
            inspection.report(
                    ValidationRule.STEP_DEPENDENCY_CYCLE,
                    Spot.of(entry),
                    "The step '" + step.stepId() + "' waits for '" + stepId + "', which waits for it.",
                    "Remove one of these dependencies.");
        }
    }

    private void readInCircle(ExpressionUse use) {
        String reader = use.site().step().orElseThrow().stepId();
        String read = ((StepOutput) use.expression()).stepId();
        if (leadsTo(read, reader, new HashSet<>())) {
            inspection.report(
                    ValidationRule.STEP_DEPENDENCY_CYCLE,
                    use.site().spot(),
                    use.quoted() + " makes the step '" + reader + "' wait for '" + read + "', which waits for it.",
                    "Remove one of these dependencies.");
        }
    }

    private boolean leadsTo(String from, String to, Set<String> visited) {
        return from.equals(to) || visited.add(from) && dependencies(from).anyMatch(next -> leadsTo(next, to, visited));
    }

    private Stream<String> dependencies(String stepId) {
        return Stream.concat(
                inspection.workflow().step(stepId).stream()
                        .flatMap(step -> step.dependsOn().stream())
                        .map(this::localId),
                reads.stream()
                        .filter(use -> use.site().step().orElseThrow().stepId().equals(stepId))
                        .map(use -> ((StepOutput) use.expression()).stepId()));
    }

    /** The id in a reference to a step of the same workflow, in either of its spellings. */
    private String localId(String reference) {
        String prefix = "$workflows." + inspection.workflow().workflowId() + ".steps.";
        return reference.startsWith(prefix) ? reference.substring(prefix.length()) : reference;
    }

    private void foreign(String workflow, String stepId, LocatedNode entry) {
        Optional<KnownWorkflow> known = inspection.knowledge().workflow(workflow);
        known.map(found -> Declared.steps(found.workflow()).keySet())
                .filter(ids -> !ids.contains(stepId))
                .ifPresent(ids -> unknownStep(stepId, "workflow '" + workflow + "'", ids, entry));
    }

    private void unknownStep(String stepId, String owner, Set<String> known, LocatedNode entry) {
        inspection.report(
                ValidationRule.UNKNOWN_STEP,
                Spot.of(entry),
                "'" + entry.text() + "' names the step '" + stepId + "', but " + owner + " has none with this id.",
                Nearest.hint(stepId, known));
    }

    private boolean isPurelySynchronous() {
        return inspection.workflow().steps().stream()
                .noneMatch(step -> step.target() instanceof StepTarget.ChannelPath
                        || step.source().member("action").isPresent()
                        || step.dependsOn().stream().anyMatch(reference -> reference.startsWith("$")));
    }
}
