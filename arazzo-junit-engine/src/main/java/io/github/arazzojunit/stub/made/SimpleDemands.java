package io.github.arazzojunit.stub.made;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.arazzojunit.criterion.demand.Demand;
import io.github.arazzojunit.criterion.demand.Demand.Measure;
import io.github.arazzojunit.criterion.demand.Demands;
import io.github.arazzojunit.criterion.demand.Relation;
import io.github.arazzojunit.criterion.simple.Condition;
import io.github.arazzojunit.criterion.simple.ConditionSyntaxException;
import io.github.arazzojunit.criterion.simple.SimpleCondition;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.expression.ExpressionEvaluator;
import io.github.arazzojunit.expression.Scope;
import java.util.List;
import java.util.Optional;

/** What a simple condition asks of the response; what it compares with is read from the scope. */
final class SimpleDemands {

    private final Scope scope;

    SimpleDemands(Scope scope) {
        this.scope = scope;
    }

    Demands of(String condition, boolean negated) {
        try {
            return of(SimpleCondition.parse(condition).condition(), negated);
        } catch (ConditionSyntaxException e) {
            return Demands.NOTHING;
        }
    }

    private Demands of(Condition condition, boolean negated) {
        if (condition instanceof Condition.Not not) {
            return of(not.condition(), !negated);
        } else if (condition instanceof Condition.Or or) {
            return combined(or.conditions(), negated, negated);
        } else if (condition instanceof Condition.And and) {
            return combined(and.conditions(), negated, !negated);
        } else if (condition instanceof Condition.Comparison comparison) {
            return comparison(comparison, negated);
        }
        return test((Condition.Test) condition, negated);
    }

    private Demands combined(List<Condition> parts, boolean negated, boolean conjunction) {
        Demands all = conjunction ? Demands.NOTHING : Demands.IMPOSSIBLE;
        for (Condition part : parts) {
            Demands one = of(part, negated);
            all = conjunction ? all.and(one) : all.or(one);
        }
        return all;
    }

    private Demands comparison(Condition.Comparison comparison, boolean negated) {
        Relation relation = Relation.of(comparison.operator().symbol());
        Optional<ResponsePlace> left = place(comparison.left());
        Optional<ResponsePlace> right = place(comparison.right());
        if (left.isPresent()) {
            return demand(left.get(), relation, value(comparison.right()), negated);
        }
        if (right.isPresent()) {
            return demand(right.get(), relation.mirrored(), value(comparison.left()), negated);
        }
        return settled(comparison, negated);
    }

    private Demands test(Condition.Test test, boolean negated) {
        Optional<ResponsePlace> place = place(test.operand());
        return place.isPresent()
                ? demand(place.get(), Relation.TRUE, NullNode.getInstance(), negated)
                : settled(test, negated);
    }

    private static Demands demand(ResponsePlace place, Relation relation, JsonNode operand, boolean negated) {
        Measure measure = place.length() ? Measure.LENGTH : Measure.VALUE;
        Demand demand = new Demand(place.tokens(), measure, relation, operand, true);
        return Demands.of(negated ? demand.negated() : demand);
    }

    /** Nothing of the response but its status is read, so the part is true or false already. */
    private Demands settled(Condition condition, boolean negated) {
        try {
            boolean satisfied =
                    SimpleCondition.parse(condition.text()).evaluate(scope).satisfied();
            return satisfied != negated ? Demands.NOTHING : Demands.IMPOSSIBLE;
        } catch (ConditionSyntaxException e) {
            return Demands.NOTHING;
        }
    }

    private static Optional<ResponsePlace> place(Condition.Operand operand) {
        return operand instanceof Condition.ExpressionOperand expression
                ? ResponsePlace.of(expression.expression())
                : Optional.empty();
    }

    private JsonNode value(Condition.Operand operand) {
        if (operand instanceof Condition.Literal literal) {
            return literal.value();
        }
        return ExpressionEvaluator.evaluate(((Condition.ExpressionOperand) operand).expression(), scope)
                        instanceof Evaluation.Value value
                ? value.json()
                : NullNode.getInstance();
    }
}
