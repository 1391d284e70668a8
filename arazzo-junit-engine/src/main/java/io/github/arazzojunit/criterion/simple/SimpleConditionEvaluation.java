package io.github.arazzojunit.criterion.simple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.arazzojunit.criterion.simple.Condition.And;
import io.github.arazzojunit.criterion.simple.Condition.Comparison;
import io.github.arazzojunit.criterion.simple.Condition.ExpressionOperand;
import io.github.arazzojunit.criterion.simple.Condition.Literal;
import io.github.arazzojunit.criterion.simple.Condition.Not;
import io.github.arazzojunit.criterion.simple.Condition.Operand;
import io.github.arazzojunit.criterion.simple.Condition.Or;
import io.github.arazzojunit.criterion.simple.Condition.Test;
import io.github.arazzojunit.criterion.simple.SimpleCondition.Observation;
import io.github.arazzojunit.criterion.simple.SimpleCondition.Observed;
import io.github.arazzojunit.criterion.simple.SimpleCondition.Outcome;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.expression.ExpressionEvaluator;
import io.github.arazzojunit.expression.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One evaluation of a condition; operands are read once. */
final class SimpleConditionEvaluation {

    private final Scope scope;
    private final Map<Operand, Evaluation> values = new LinkedHashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();

    SimpleConditionEvaluation(Scope scope) {
        this.scope = scope;
    }

    Outcome outcome(Condition condition) {
        operands(condition).forEach(operand -> values.computeIfAbsent(operand, this::read));
        List<Observation> observations = values.entrySet().stream()
                .filter(entry -> !(entry.getKey() instanceof Literal))
                .map(entry -> new Observation(entry.getKey().text(), entry.getValue()))
                .toList();
        try {
            boolean satisfied = isSatisfied(condition);
            Optional<Observed> comparison = satisfied ? Optional.empty() : decisive(condition);
            noteMissing();
            return new Outcome(satisfied, observations, comparison, Optional.empty(), List.copyOf(notes));
        } catch (BrokenOperand e) {
            return new Outcome(false, observations, Optional.empty(), Optional.of(e.getMessage()), List.copyOf(notes));
        }
    }

    static Stream<Operand> operands(Condition condition) {
        if (condition instanceof Or or) {
            return or.conditions().stream().flatMap(SimpleConditionEvaluation::operands);
        } else if (condition instanceof And and) {
            return and.conditions().stream().flatMap(SimpleConditionEvaluation::operands);
        } else if (condition instanceof Not not) {
            return operands(not.condition());
        } else if (condition instanceof Comparison comparison) {
            return Stream.of(comparison.left(), comparison.right());
        } else {
            return Stream.of(((Test) condition).operand());
        }
    }

    private Evaluation read(Operand operand) {
        if (operand instanceof Literal literal) {
            return new Evaluation.Value(literal.value());
        }
        return ExpressionEvaluator.evaluate(((ExpressionOperand) operand).expression(), scope);
    }

    private boolean isSatisfied(Condition condition) throws BrokenOperand {
        if (condition instanceof Or or) {
            for (Condition part : or.conditions()) {
                if (isSatisfied(part)) {
                    return true;
                }
            }
            return false;
        } else if (condition instanceof And and) {
            for (Condition part : and.conditions()) {
                if (!isSatisfied(part)) {
                    return false;
                }
            }
            return true;
        } else if (condition instanceof Not not) {
            return !isSatisfied(not.condition());
        } else if (condition instanceof Comparison comparison) {
            return Values.compare(value(comparison.left()), comparison.operator(), value(comparison.right()));
        } else {
            return isTrue(((Test) condition).operand());
        }
    }

    private boolean isTrue(Operand operand) throws BrokenOperand {
        JsonNode value = value(operand);
        if (value.isTextual() && value.textValue().strip().equalsIgnoreCase("false")) {
            notes.add(operand.text() + " is the string '" + value.textValue() + "', which counts as true;"
                    + " compare it with a value to test it");
        }
        return Values.isTrue(value);
    }

    /** A missing value behaves as null (CRT-33). */
    private JsonNode value(Operand operand) throws BrokenOperand {
        Evaluation evaluation = values.computeIfAbsent(operand, this::read);
        if (evaluation instanceof Evaluation.Value value) {
            return value.json();
        }
        if (evaluation instanceof Evaluation.Missing) {
            return NullNode.getInstance();
        }
        throw new BrokenOperand(operand.text() + " cannot be evaluated: " + ((Evaluation.Error) evaluation).reason());
    }

    private void noteMissing() {
        values.forEach((operand, evaluation) -> {
            if (evaluation instanceof Evaluation.Missing missing) {
                notes.add(operand.text() + " finds nothing and counts as null: " + missing.reason());
            }
        });
    }

    /** The comparison that alone made a condition false. */
    private Optional<Observed> decisive(Condition condition) {
        if (condition instanceof Comparison comparison) {
            return Optional.of(new Observed(
                    observation(comparison.left()), comparison.operator().symbol(), observation(comparison.right())));
        }
        if (!(condition instanceof And and)) {
            return Optional.empty();
        }
        List<Condition> failed = new ArrayList<>();
        for (Condition part : and.conditions()) {
            if (!isFine(part)) {
                failed.add(part);
            }
        }
        return failed.size() == 1 ? decisive(failed.get(0)) : Optional.empty();
    }

    private boolean isFine(Condition condition) {
        try {
            return isSatisfied(condition);
        } catch (BrokenOperand e) {
            return false;
        }
    }

    private Observation observation(Operand operand) {
        return new Observation(operand.text(), read(operand));
    }

    /** Leaves the evaluation of a condition with an operand that has no value. */
    private static final class BrokenOperand extends Exception {

        private BrokenOperand(String message) {
            super(message, null, false, false);
        }
    }
}
