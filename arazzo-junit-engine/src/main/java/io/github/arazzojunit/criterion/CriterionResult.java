package io.github.arazzojunit.criterion;

import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.model.Criterion;
import java.util.List;
import java.util.Optional;

/**
 * What a criterion said, with the values that it saw.
 *
 * @param operands what each part of the condition yielded: the context first, if there is one, then the expressions in
 *     the order of the text
 * @param comparison present exactly when one comparison alone made the criterion fail
 * @param reason why the criterion is not satisfied, present when it could not be evaluated, and where there is more to
 *     say than that it is false (CRT-75)
 * @param notes remarks for the report that do not change the result (EXP-62)
 */
public record CriterionResult(
        Criterion criterion,
        boolean satisfied,
        List<Operand> operands,
        Optional<Comparison> comparison,
        Optional<String> reason,
        List<String> notes) {

    public CriterionResult {
        operands = List.copyOf(operands);
        notes = List.copyOf(notes);
    }

    /** A part of a condition, as written, and what it yielded. */
    public record Operand(String text, Evaluation value) {}

    /** Two operands that were compared. */
    public record Comparison(Operand left, String operator, Operand right) {}

    static CriterionResult unusable(Criterion criterion, List<Operand> operands, String reason) {
        return new CriterionResult(criterion, false, operands, Optional.empty(), Optional.of(reason), List.of());
    }
}
