package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.Parameter;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.StepTarget;
import io.github.arazzojunit.reader.Nearest;
import io.github.arazzojunit.validation.Knowledge.KnownWorkflow;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What calls of workflows pass to them (STP-42, PRM-24, ACT-40, AMB-30). */
final class CallRules {

    private final Inspection inspection;

    private CallRules(Inspection inspection) {
        this.inspection = inspection;
    }

    static void check(Inspection inspection) {
        CallRules rules = new CallRules(inspection);
        inspection.workflow().steps().forEach(rules::step);
        inspection.workflow().actions().forEach(rules::action);
    }

    private void step(Step step) {
        if (step.target() instanceof StepTarget.WorkflowCall call) {
            Spot spot = Spot.of(step.source()).field("workflowId");
            inspection
                    .knowledge()
                    .workflow(call.reference())
                    .ifPresent(callee -> check(
                            callee, step.parameters(), inspection.workflow().parameters(), spot));
        }
    }

    private void action(Action action) {
        action.reference()
                .filter(Action.Reference.ToWorkflow.class::isInstance)
                .flatMap(target -> inspection.knowledge().workflow(((Action.Reference.ToWorkflow) target).workflowId()))
                .ifPresent(callee -> check(
                        callee,
                        Actions.parameters(action),
                        List.of(),
                        Spot.of(action.source()).field("workflowId")));
    }

    private void check(KnownWorkflow callee, List<Parameter> own, List<Parameter> inherited, Spot spot) {
        InputSchema schema = InputSchema.of(callee.document().source(), callee.workflow());
        Set<String> given = Stream.concat(own.stream(), inherited.stream())
                .map(Parameter::name)
                .collect(Collectors.toSet());
        String name = "The workflow '" + callee.workflow().workflowId() + "'";
        List<String> missing =
                schema.needed().stream().filter(input -> !given.contains(input)).toList();
        if (!missing.isEmpty()) {
            inspection.report(
                    ValidationRule.MISSING_INPUT,
                    spot,
                    name + " needs the input '" + String.join("', '", missing)
                            + "', which is not passed; the call fails unless the configuration gives it.",
                    "Pass it with 'parameters'.");
        }
        own.stream()
                .filter(parameter -> schema.listsAll() && !schema.names().contains(parameter.name()))
                .forEach(parameter -> inspection.report(
                        ValidationRule.UNEXPECTED_INPUT,
                        new Spot(parameter.source(), spot.user()),
                        name + " lists no input '" + parameter.name() + "'; it is passed all the same.",
                        Nearest.hint(parameter.name(), schema.names())));
    }
}
