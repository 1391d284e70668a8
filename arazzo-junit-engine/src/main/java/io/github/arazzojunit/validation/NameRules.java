package io.github.arazzojunit.validation;

import io.github.arazzojunit.expression.RuntimeExpression;
import io.github.arazzojunit.expression.RuntimeExpression.ComponentReference;
import io.github.arazzojunit.expression.RuntimeExpression.Inputs;
import io.github.arazzojunit.expression.RuntimeExpression.Outputs;
import io.github.arazzojunit.expression.RuntimeExpression.SourceDescriptionReference;
import io.github.arazzojunit.expression.RuntimeExpression.StepOutput;
import io.github.arazzojunit.expression.RuntimeExpression.WorkflowInput;
import io.github.arazzojunit.expression.RuntimeExpression.WorkflowOutput;
import io.github.arazzojunit.expression.RuntimeExpression.WorkflowStepOutput;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.reader.Nearest;
import io.github.arazzojunit.validation.Knowledge.KnownWorkflow;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether what an expression names exists (EXP-06, EXP-27, WF-15, AMB-23, AMB-63, AMB-65). */
final class NameRules {

    private final Inspection inspection;
    private final OutputNames outputs;
    private final WorkflowNames workflows;

    private NameRules(Inspection inspection) {
        this.inspection = inspection;
        this.outputs = new OutputNames(inspection);
        this.workflows = new WorkflowNames(inspection);
    }

    static void check(Inspection inspection) {
        inspection.uses().forEach(new NameRules(inspection)::check);
    }

    private void check(ExpressionUse use) {
        RuntimeExpression expression = use.expression();
        if (expression instanceof StepOutput output) {
            step(output, use);
        } else if (expression instanceof Inputs input) {
            inputs(InputSchema.of(inspection.document().source(), inspection.workflow()), input.name(), use);
        } else if (expression instanceof Outputs output) {
            outputs.ofScope(output.name(), use);
        } else if (expression instanceof WorkflowInput input) {
            workflows
                    .find(input.workflowId(), use)
                    .ifPresent(known ->
                            inputs(InputSchema.of(known.document().source(), known.workflow()), input.name(), use));
        } else if (expression instanceof WorkflowOutput output) {
            workflows
                    .findExecuted(output.workflowId(), use)
                    .ifPresent(known ->
                            outputs.ofWorkflow(output.name(), known, "Workflow '" + output.workflowId() + "'", use));
        } else if (expression instanceof WorkflowStepOutput output) {
            stepOfWorkflow(output, use);
        } else if (expression instanceof SourceDescriptionReference reference) {
            source(reference, use);
        } else if (expression instanceof ComponentReference reference) {
            component(reference, use);
        }
    }

    private void step(StepOutput output, ExpressionUse use) {
        Map<String, LocatedNode> steps = Declared.steps(inspection.workflow());
        LocatedNode step = steps.get(output.stepId());
        if (step == null) {
            unknownStep(output.stepId(), "this workflow", steps.keySet(), use);
            return;
        }
        outputs.declared(output.name(), Declared.outputs(step), "Step '" + output.stepId() + "'", use);
    }

    private void unknownStep(String stepId, String owner, Set<String> known, ExpressionUse use) {
        boolean workflow = inspection.document().workflow(stepId).isPresent();
        inspection.report(
                ValidationRule.UNKNOWN_STEP,
                use.site().spot(),
                use.quoted() + " names the step '" + stepId + "', but " + owner + " has none with this id.",
                workflow
                        ? "There is a workflow with this id: '$workflows." + stepId + ".outputs.<name>'."
                        : Nearest.hint(stepId, known));
    }

    private void inputs(InputSchema schema, String name, ExpressionUse use) {
        Optional<String> explaining = Declared.explaining(name, schema.names());
        if (explaining.isPresent()) {
            outputs.dotted(name, explaining.get(), use);
        } else if (schema.listsAll()) {
            inspection.report(
                    ValidationRule.UNDECLARED_INPUT,
                    use.site().spot(),
                    use.quoted() + " reads the input '" + name
                            + "', which the schema of the inputs does not list; it is missing unless somebody gives it.",
                    Nearest.hint(name, schema.names()));
        }
    }

    private void stepOfWorkflow(WorkflowStepOutput output, ExpressionUse use) {
        inspection.report(
                ValidationRule.STEP_OF_OTHER_WORKFLOW,
                use.site().spot(),
                use.quoted() + " is not in the grammar of expressions; it is read as the output of a step of the latest"
                        + " run of that workflow.",
                "Make it an output of the workflow, and write '$workflows." + output.workflowId()
                        + ".outputs.<name>'.");
        Optional<KnownWorkflow> workflow = workflows.findExecuted(output.workflowId(), use);
        if (workflow.isEmpty()) {
            return;
        }
        Map<String, LocatedNode> steps = Declared.steps(workflow.get().workflow());
        LocatedNode step = steps.get(output.stepId());
        if (step == null) {
            unknownStep(output.stepId(), "workflow '" + output.workflowId() + "'", steps.keySet(), use);
        } else {
            outputs.declared(output.name(), Declared.outputs(step), "Step '" + output.stepId() + "'", use);
        }
    }

    private void source(SourceDescriptionReference reference, ExpressionUse use) {
        if (inspection.document().sourceDescription(reference.name()).isEmpty()) {
            inspection.report(
                    ValidationRule.UNKNOWN_SOURCE,
                    use.site().spot(),
                    use.quoted() + " names the source '" + reference.name() + "', which the document does not list.",
                    Nearest.hint(reference.name(), Declared.sourceNames(inspection.document())));
        }
        foreignOutput(reference, use);
    }

    /** {@code <workflowId>.outputs.<name>} behind the name of an Arazzo source (AMB-61). */
    private void foreignOutput(SourceDescriptionReference reference, ExpressionUse use) {
        String[] parts = reference.reference().split("\\.outputs\\.", 2);
        if (parts.length == 2) {
            String workflow = "$sourceDescriptions." + reference.name() + "." + parts[0];
            inspection
                    .knowledge()
                    .workflow(workflow)
                    .ifPresent(known ->
                            outputs.ofWorkflow(parts[1].split("#", 2)[0], known, "Workflow '" + workflow + "'", use));
        }
    }

    private void component(ComponentReference reference, ExpressionUse use) {
        Set<String> keys = inspection
                .document()
                .source()
                .at("/components/" + reference.type())
                .map(components -> components.members().keySet())
                .orElse(Set.of());
        if (!keys.contains(reference.key())) {
            inspection.report(
                    ValidationRule.UNDECLARED_COMPONENT,
                    use.site().spot(),
                    use.quoted() + " names a component that does not exist.",
                    Nearest.hint(reference.key(), keys));
            return;
        }
        inspection.report(
                ValidationRule.COMPONENT_EXPRESSION,
                use.site().spot(),
                use.quoted() + " is meant for 'reference'; here it yields the component as a JSON object.",
                "Use a Reusable Object: 'reference: " + use.expression().text() + "'.");
    }
}
