package io.github.arazzojunit.runner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.contract.Violation;
import io.github.arazzojunit.expression.JsonPointers;
import io.github.arazzojunit.expression.RuntimeExpression;
import io.github.arazzojunit.expression.Template;
import io.github.arazzojunit.model.Parameter;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.StepTarget;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.OperationParameter;
import io.github.arazzojunit.source.OperationReferences;
import io.github.arazzojunit.source.Resolution;
import io.github.arazzojunit.source.SourceOperation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an input that is not valid comes from and where it goes to, for messages. */
final class InputPlaces {

    private static final int LONGEST_SHOWN = 200;

    private final Invocation invocation;
    private final ObjectNode inputs;

    /** @param inputs those that were held against the schema, with its defaults */
    InputPlaces(Invocation invocation, ObjectNode inputs) {
        this.invocation = invocation;
        this.inputs = inputs;
    }

    /** The violation with both places, as far as they are known. */
    String describe(Violation violation) {
        List<String> tokens = JsonPointers.tokens(violation.instancePointer());
        if (tokens.isEmpty()) {
            return violation.toString();
        }
        return violation
                + shown(inputs.at(violation.instancePointer()))
                + passed(tokens.get(0))
                        .map(parameter -> "; passed as parameter '" + parameter.name() + "' ("
                                + parameter.source().position() + ")" + taken(parameter))
                        .orElse("")
                + used(tokens.get(0)).map(place -> "; used by " + place).orElse("");
    }

    /** The value itself, never a part of it: whoever hides the secrets in messages knows whole values. */
    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= LONGEST_SHOWN ? "; it is " + text : "; it has " + text.length() + " characters";
    }

    private Optional<Parameter> passed(String input) {
        return invocation
                .caller()
                .filter(visit -> invocation.cause() == Invocation.Cause.CALL)
                .flatMap(visit -> EffectiveLists.parameters(visit.invocation().workflow(), visit.step()).stream()
                        .filter(parameter -> parameter.name().equals(input))
                        .findFirst());
    }

    /** Where the value of an output comes from. */
    private String taken(Parameter parameter) {
        StepVisit caller = invocation.caller().orElseThrow();
        return Template.parse(parameter.value().text()).expressions().stream()
                .flatMap(expression -> expression instanceof RuntimeExpression.StepOutput output
                        ? caller.invocation().workflow().step(output.stepId()).stream()
                        : Stream.empty())
                .flatMap(step -> operation(caller.invocation(), step)
                        .map(operation -> " with an output of step '" + step.stepId() + "' (" + step.position()
                                + "), which " + operation + " answers, "
                                + operation.source().location())
                        .stream())
                .findFirst()
                .orElse("");
    }

    private static Optional<Operation> operation(Invocation of, Step step) {
        return !(step.target() instanceof StepTarget.WorkflowCall)
                        && OperationReferences.resolve(of.document(), step)
                                instanceof Resolution.Found<SourceOperation> found
                ? Optional.of(found.target().operation())
                : Optional.empty();
    }

    /** The first parameter of an operation that takes it. */
    private Optional<String> used(String input) {
        for (Step step : invocation.workflow().steps()) {
            Optional<Operation> called = operation(invocation, step);
            if (called.isEmpty()) {
                continue;
            }
            Operation operation = called.get();
            for (Parameter parameter : EffectiveLists.parameters(invocation.workflow(), step)) {
                if (parameter.value().isText() && reads(parameter.value().text(), input)) {
                    return Optional.of("parameter '" + parameter.name() + "' ("
                            + parameter.source().position() + ") of " + operation + ", "
                            + parameter
                                    .in()
                                    .flatMap(in -> operation.parameter(in, parameter.name()))
                                    .map(OperationParameter::source)
                                    .orElse(operation.source())
                                    .location());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean reads(String text, String input) {
        return Template.parse(text).expressions().stream()
                .anyMatch(expression -> expression instanceof RuntimeExpression.Inputs use
                        && use.name().equals(input));
    }
}
