package io.github.arazzojunit.runner;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.criterion.simple.ConditionSyntaxException;
import io.github.arazzojunit.criterion.simple.SimpleCondition;
import io.github.arazzojunit.expression.RuntimeExpression;
import io.github.arazzojunit.expression.RuntimeExpression.StepOutput;
import io.github.arazzojunit.expression.RuntimeExpression.WorkflowStepOutput;
import io.github.arazzojunit.expression.Template;
import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.ExpressionType.Language;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Parameter;
import io.github.arazzojunit.model.RequestBody;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Which other steps of its workflow a step reads: its implicit dependencies (STP-86). */
final class StepReads {

    private StepReads() {}

    static Set<String> of(Workflow workflow, Step step) {
        List<Action> actions = Stream.concat(
                        EffectiveLists.successActions(workflow, step).stream(),
                        EffectiveLists.failureActions(workflow, step).stream())
                .toList();
        Stream<JsonNode> values = Stream.of(
                        parameters(EffectiveLists.parameters(workflow, step)),
                        step.requestBody().stream().flatMap(StepReads::body),
                        step.outputs().values().stream(),
                        actions.stream().flatMap(action -> parameters(parametersOf(action))))
                .flatMap(nodes -> nodes)
                .map(LocatedNode::value);
        Stream<Criterion> criteria = Stream.concat(
                step.successCriteria().stream(), actions.stream().flatMap(action -> action.criteria().stream()));
        return Stream.concat(values.flatMap(StepReads::inValue), criteria.flatMap(StepReads::inCriterion))
                .flatMap(expression -> stepOf(expression, workflow).stream())
                .filter(stepId -> !stepId.equals(step.stepId()))
                .collect(Collectors.toSet());
    }

    private static Stream<LocatedNode> parameters(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::value);
    }

    private static Stream<LocatedNode> body(RequestBody body) {
        return Stream.concat(
                body.payload().stream(), body.replacements().stream().map(RequestBody.PayloadReplacement::value));
    }

    private static List<Parameter> parametersOf(Action action) {
        if (action instanceof Action.Goto jump) {
            return jump.parameters();
        }
        return action instanceof Action.Retry retry ? retry.parameters() : List.of();
    }

    private static Stream<RuntimeExpression> inValue(JsonNode value) {
        return value.isTextual()
                ? Template.parse(value.textValue()).expressions().stream()
                : StreamSupport.stream(value.spliterator(), false).flatMap(StepReads::inValue);
    }

    private static Stream<RuntimeExpression> inCriterion(Criterion criterion) {
        Stream<RuntimeExpression> context =
                criterion.context().stream().flatMap(text -> Template.parse(text).expressions().stream());
        if (criterion.type().language() != Language.SIMPLE) {
            return Stream.concat(context, Template.parse(criterion.condition()).expressions().stream());
        }
        try {
            return SimpleCondition.parse(criterion.condition()).expressions().stream();
        } catch (ConditionSyntaxException e) {
            // The criterion fails when it is evaluated, and reads nothing.
            return Stream.empty();
        }
    }

    private static Optional<String> stepOf(RuntimeExpression expression, Workflow workflow) {
        if (expression instanceof StepOutput output) {
            return Optional.of(output.stepId());
        }
        return expression instanceof WorkflowStepOutput output
                        && output.workflowId().equals(workflow.workflowId())
                ? Optional.of(output.stepId())
                : Optional.empty();
    }
}
