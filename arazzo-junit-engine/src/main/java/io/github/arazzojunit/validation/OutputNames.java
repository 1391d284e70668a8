package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.StepTarget;
import io.github.arazzojunit.reader.Nearest;
import io.github.arazzojunit.validation.Knowledge.KnownWorkflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of outputs in expressions (EXP-06, EXP-20, AMB-60, AMB-65). */
final class OutputNames {

    private final Inspection inspection;

    OutputNames(Inspection inspection) {
        this.inspection = inspection;
    }

    /** Checks a name against the outputs that its owner declares. */
    void declared(String name, Set<String> declared, String owner, ExpressionUse use) {
        check(name, declared, owner + " declares no output '" + name + "'", use);
    }

    /**
     * Checks a name against the outputs that a workflow may have: its own, and those of the workflows that it may hand
     * over to (AMB-14). Where one of those is not known, nothing is said about the name.
     */
    void ofWorkflow(String name, KnownWorkflow workflow, String owner, ExpressionUse use) {
        Map<String, KnownWorkflow> ends = new LinkedHashMap<>();
        boolean allKnown = addEnds(workflow, ends);
        Set<String> declared = new LinkedHashSet<>();
        ends.values()
                .forEach(end -> declared.addAll(Declared.outputs(end.workflow().source())));
        if (!allKnown && Declared.explaining(name, declared).isEmpty()) {
            return;
        }
        String others = ends.values().stream()
                .skip(1)
                .map(end -> "'" + end.workflow().workflowId() + "'")
                .collect(Collectors.joining(", "));
        check(
                name,
                declared,
                owner + " declares no output '" + name + "'"
                        + (others.isEmpty() ? "" : ", nor does " + others + ", which it may hand over to"),
                use);
    }

    /** Adds a workflow and all that it may end in; gives whether all of them are known. */
    private static boolean addEnds(KnownWorkflow workflow, Map<String, KnownWorkflow> ends) {
        if (ends.putIfAbsent(workflow.identity(), workflow) != null) {
            return true;
        }
        boolean allKnown = true;
        for (Action action : workflow.workflow().actions().toList()) {
            if (action instanceof Action.Goto transfer
                    && transfer.target() instanceof Action.Reference.ToWorkflow target) {
                Optional<KnownWorkflow> end = workflow.knowledge().workflow(target.workflowId());
                allKnown &= end.isPresent() && addEnds(end.get(), ends);
            }
        }
        return allKnown;
    }

    private void check(String name, Set<String> declared, String undeclared, ExpressionUse use) {
        Optional<String> explaining = Declared.explaining(name, declared);
        if (explaining.isPresent()) {
            dotted(name, explaining.get(), use);
            return;
        }
        inspection.report(
                use.site().place().isCriterion()
                        ? ValidationRule.UNDECLARED_OUTPUT_IN_CRITERION
                        : ValidationRule.UNDECLARED_OUTPUT,
                use.site().spot(),
                undeclared + ", so " + use.quoted() + " is always missing.",
                declared.isEmpty() ? "It declares no outputs at all; add 'outputs'." : Nearest.hint(name, declared));
    }

    /** Warns when only the beginning of a name is declared, so that the rest can only be access to the value. */
    void dotted(String name, String declared, ExpressionUse use) {
        String rest = name.substring(declared.length());
        boolean bracket = rest.contains("[");
        if (rest.isEmpty() || bracket) {
            // With brackets, the reader of the expression has already remarked on it.
            return;
        }
        String text = use.expression().text();
        String spelling = text.replace(name, declared + "#" + rest.replace('.', '/'));
        inspection.report(
                ValidationRule.DOTTED_ACCESS,
                use.site().spot(),
                use.quoted() + " is read as access to '" + rest + "' of '" + declared
                        + "', because only that name is declared.",
                rest.endsWith(".length") || text.contains("#")
                        ? "Write a JSON Pointer behind the name, or query the value with jsonpath."
                        : "Write '" + spelling + "'.");
    }

    /** {@code $outputs.<name>}, whose meaning depends on the place. */
    void ofScope(String name, ExpressionUse use) {
        Site site = use.site();
        if (site.place() == Place.WORKFLOW_OUTPUT) {
            ofOwnWorkflow(name, use);
            return;
        }
        if (site.step().isEmpty()) {
            return;
        }
        Step step = site.step().get();
        boolean call = step.target() instanceof StepTarget.WorkflowCall;
        if (call && !site.place().isBeforeRequest()) {
            Optional<KnownWorkflow> callee =
                    inspection.knowledge().workflow(step.target().reference());
            callee.ifPresent(known ->
                    ofWorkflow(name, known, "Workflow '" + step.target().reference() + "'", use));
            return;
        }
        boolean own = Declared.outputs(step.source()).contains(name);
        inspection.report(
                ValidationRule.OUTPUTS_OUT_OF_SCOPE,
                site.spot(),
                use.quoted() + " means an output of a called workflow, and none has been called here; it is always"
                        + " missing.",
                "Write '$steps." + (own ? step.stepId() + ".outputs." + name : "<stepId>.outputs.<name>") + "'.");
    }

    /** Outputs of a workflow are computed in their order, so only earlier ones can be read. */
    private void ofOwnWorkflow(String name, ExpressionUse use) {
        List<String> names =
                new ArrayList<>(Declared.outputs(inspection.workflow().source()));
        LocatedNode outputs = inspection
                .workflow()
                .source()
                .member("outputs")
                .orElse(use.site().spot().node());
        int own = names.indexOf(names.stream()
                .filter(candidate -> outputs.member(candidate)
                        .filter(node -> (use.site().spot().node().pointer() + "/").startsWith(node.pointer() + "/"))
                        .isPresent())
                .findFirst()
                .orElse(""));
        Set<String> earlier = new LinkedHashSet<>(names.subList(0, Math.max(own, 0)));
        declared(name, earlier, "Up to here the workflow", use);
    }
}
