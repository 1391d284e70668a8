package io.github.arazzojunit.runner;

import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.RequestBody;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.StepTarget;
import io.github.arazzojunit.model.Workflow;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The other sides of a value that is not there: what wants it, and where it should come from. */
final class MissingValue {

    private static final Pattern STEP_OUTPUT =
            Pattern.compile("\\$steps\\.([A-Za-z0-9_-]+)\\.outputs\\.([A-Za-z0-9_-]+)");

    private MissingValue() {}

    /**
     * Continues a message.
     *
     * @param message names the expression that finds nothing
     * @param destination what the description has for the value
     */
    static String places(String message, StepVisit visit, LocatedNode destination) {
        Workflow workflow = visit.invocation().workflow();
        StringBuilder places = new StringBuilder(". It is for ").append(destination.location());
        if (message.contains("$inputs.")) {
            places.append("; the inputs are declared in ")
                    .append(workflow.inputs().orElse(workflow.source()).position());
            visit.invocation()
                    .caller()
                    .filter(caller -> visit.invocation().cause() == Invocation.Cause.CALL)
                    .ifPresent(caller -> places.append("; step '")
                            .append(caller.step().stepId())
                            .append("' (")
                            .append(caller.step().position())
                            .append("), which calls the workflow, passes none"));
        }
        Matcher output = STEP_OUTPUT.matcher(message);
        if (output.find()) {
            workflow.step(output.group(1)).ifPresent(step -> places.append(output(step, output.group(2))));
        }
        return places.toString();
    }

    /** Where a payload that is an input was declared; empty for all other steps. */
    static String inputsOf(StepVisit visit) {
        Workflow workflow = visit.invocation().workflow();
        return visit.step()
                .requestBody()
                .flatMap(RequestBody::payload)
                .filter(payload -> payload.text().startsWith("$inputs."))
                .map(payload -> " " + payload.text() + " is declared in "
                        + workflow.inputs().orElse(workflow.source()).position() + ".")
                .orElse("");
    }

    private static String output(Step step, String name) {
        Optional<LocatedNode> output = Optional.ofNullable(step.outputs().get(name));
        if (output.isPresent()) {
            return "; the output stands in " + output.get().position();
        }
        return "; step '" + step.stepId() + "' (" + step.position() + ") declares no output '" + name + "'"
                + (step.target() instanceof StepTarget.WorkflowCall
                        ? ": take it from the called workflow with '" + name + ": $outputs." + name + "'"
                        : "");
    }
}
