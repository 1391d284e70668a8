package io.github.arazzojunit.stub.made;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.github.arazzojunit.criterion.CriterionEvaluator;
import io.github.arazzojunit.criterion.Selectors;
import io.github.arazzojunit.criterion.simple.Condition;
import io.github.arazzojunit.criterion.simple.ConditionSyntaxException;
import io.github.arazzojunit.criterion.simple.SimpleCondition;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.expression.ExpressionSyntaxException;
import io.github.arazzojunit.expression.RuntimeExpressionParser;
import io.github.arazzojunit.expression.Scope;
import io.github.arazzojunit.expression.ValueEvaluator;
import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.ExpressionType.Language;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Evaluates what the documents say, exactly as a run does. */
final class Judge {

    private final CriterionEvaluator criteria = new CriterionEvaluator(CriterionEvaluator.DEFAULT_TIME_LIMIT);
    private final ValueEvaluator values =
            new ValueEvaluator(new Selectors(CriterionEvaluator.DEFAULT_TIME_LIMIT), true);

    boolean holds(Criterion criterion, Scope after) {
        return criteria.evaluate(criterion, after).satisfied();
    }

    /** What is wrong with a simple condition, whatever it reads. */
    Optional<String> unusable(Criterion criterion, Scope after) {
        return criterion.type().language() == Language.SIMPLE
                ? criteria.evaluate(criterion, after).reason()
                : Optional.empty();
    }

    boolean finds(JsonNode output, Scope after) {
        return values.evaluateOutput(output, after) instanceof Evaluation.Value;
    }

    boolean findsScalar(JsonNode output, Scope after) {
        return values.evaluateOutput(output, after) instanceof Evaluation.Value value
                && value.json().isValueNode();
    }

    boolean finds(JsonNode output, List<String> inside, Scope after) {
        return values.evaluateOutput(output, after) instanceof Evaluation.Value value
                && inside.stream()
                                .reduce(
                                        value.json(),
                                        (node, token) -> node.isArray() && token.matches("\\d{1,5}")
                                                ? node.path(Integer.parseInt(token))
                                                : node.path(token),
                                        (first, second) -> second)
                                .getNodeType()
                        != JsonNodeType.MISSING;
    }

    /** Whether a criterion can hold after a response of which only the status is known. */
    boolean canHold(Criterion criterion, Scope afterStatus) {
        if (criterion.type().language() == Language.SIMPLE) {
            try {
                return truth(SimpleCondition.parse(criterion.condition()).condition(), afterStatus)
                        .orElse(true);
            } catch (ConditionSyntaxException e) {
                return true;
            }
        }
        return readsResponse(criterion.context().orElse("")) || holds(criterion, afterStatus);
    }

    /** Whether a criterion can be different after another response. */
    static boolean dependsOnResponse(Criterion criterion) {
        return Stream.of(criterion.condition(), criterion.context().orElse(""))
                .anyMatch(text -> text.contains("$response") || text.contains("$statusCode"));
    }

    /** Whether a criterion reads a body or a header of the response. */
    boolean readsResponse(Criterion criterion) {
        if (criterion.type().language() != Language.SIMPLE) {
            return readsResponse(criterion.context().orElse(""));
        }
        try {
            return readsResponse(SimpleCondition.parse(criterion.condition()).condition());
        } catch (ConditionSyntaxException e) {
            return false;
        }
    }

    private static boolean readsResponse(String expression) {
        try {
            return ResponsePlace.isReadBy(
                    RuntimeExpressionParser.parse(expression).expression());
        } catch (ExpressionSyntaxException e) {
            return false;
        }
    }

    private static boolean readsResponse(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return readsResponse(not.condition());
        } else if (condition instanceof Condition.Or or) {
            return or.conditions().stream().anyMatch(Judge::readsResponse);
        } else if (condition instanceof Condition.And and) {
            return and.conditions().stream().anyMatch(Judge::readsResponse);
        } else if (condition instanceof Condition.Comparison comparison) {
            return readsResponse(comparison.left()) || readsResponse(comparison.right());
        }
        return readsResponse(((Condition.Test) condition).operand());
    }

    private static boolean readsResponse(Condition.Operand operand) {
        return operand instanceof Condition.ExpressionOperand expression
                && ResponsePlace.isReadBy(expression.expression());
    }

    /** True, false, or empty where it depends on what is not known yet. */
    private static Optional<Boolean> truth(Condition condition, Scope scope) throws ConditionSyntaxException {
        if (condition instanceof Condition.Not not) {
            return truth(not.condition(), scope).map(value -> !value);
        } else if (condition instanceof Condition.Or or) {
            return combined(or.conditions(), scope, true);
        } else if (condition instanceof Condition.And and) {
            return combined(and.conditions(), scope, false);
        }
        return readsResponse(condition)
                ? Optional.empty()
                : Optional.of(
                        SimpleCondition.parse(condition.text()).evaluate(scope).satisfied());
    }

    /** @param decisive the value that decides alone: true in a disjunction */
    private static Optional<Boolean> combined(List<Condition> parts, Scope scope, boolean decisive)
            throws ConditionSyntaxException {
        boolean open = false;
        for (Condition part : parts) {
            Optional<Boolean> value = truth(part, scope);
            if (value.filter(known -> known == decisive).isPresent()) {
                return value;
            }
            open |= value.isEmpty();
        }
        return open ? Optional.empty() : Optional.of(!decisive);
    }
}
