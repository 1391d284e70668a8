package io.github.arazzojunit.criterion.simple;

import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.expression.LenientReading;
import io.github.arazzojunit.expression.RuntimeExpression;
import io.github.arazzojunit.expression.Scope;
import java.util.List;
import java.util.Optional;

/** A condition of type {@code simple} (CRT-20..37). Immutable and thread-safe. */
public final class SimpleCondition {

    private final Condition condition;
    private final List<LenientReading> lenientReadings;

    SimpleCondition(Condition condition, List<LenientReading> lenientReadings) {
        this.condition = condition;
        this.lenientReadings = List.copyOf(lenientReadings);
    }

    /**
     * Reads a condition; blanks around it are ignored.
     *
     * @throws ConditionSyntaxException if the text is none, in no lenient reading either
     */
    public static SimpleCondition parse(String text) throws ConditionSyntaxException {
        return SimpleConditionParser.parse(text);
    }

    public Condition condition() {
        return condition;
    }

    /** Spellings that strict validation refuses. */
    public List<LenientReading> lenientReadings() {
        return lenientReadings;
    }

    /** The runtime expressions in it, in the order of the text. */
    public List<RuntimeExpression> expressions() {
        return SimpleConditionEvaluation.operands(condition)
                .filter(Condition.ExpressionOperand.class::isInstance)
                .map(operand -> ((Condition.ExpressionOperand) operand).expression())
                .toList();
    }

    public Outcome evaluate(Scope scope) {
        return new SimpleConditionEvaluation(scope).outcome(condition);
    }

    /**
     * What a condition said about a scope.
     *
     * @param operands what each expression yielded, in the order of the text, each once; also those that did not matter
     * @param comparison the one comparison that made the condition false, if there is exactly one
     * @param problem why the condition could not be evaluated; it is not satisfied then
     * @param notes remarks: missing values, and texts whose truth may surprise
     */
    public record Outcome(
            boolean satisfied,
            List<Observation> operands,
            Optional<Observed> comparison,
            Optional<String> problem,
            List<String> notes) {

        public Outcome {
            operands = List.copyOf(operands);
            notes = List.copyOf(notes);
        }
    }

    /** A part of a condition and what it yielded. */
    public record Observation(String text, Evaluation value) {}

    /** Two operands that were compared. */
    public record Observed(Observation left, String operator, Observation right) {}
}
