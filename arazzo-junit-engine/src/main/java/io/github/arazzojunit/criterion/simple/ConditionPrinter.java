package io.github.arazzojunit.criterion.simple;

import io.github.arazzojunit.criterion.simple.Condition.And;
import io.github.arazzojunit.criterion.simple.Condition.Comparison;
import io.github.arazzojunit.criterion.simple.Condition.ExpressionOperand;
import io.github.arazzojunit.criterion.simple.Condition.Literal;
import io.github.arazzojunit.criterion.simple.Condition.Not;
import io.github.arazzojunit.criterion.simple.Condition.Operand;
import io.github.arazzojunit.criterion.simple.Condition.Or;
import io.github.arazzojunit.criterion.simple.Condition.Test;
import java.util.stream.Collectors;

/** Writes conditions so that parsing gives an equal condition back. */
final class ConditionPrinter {

    private ConditionPrinter() {}

    static String print(Condition condition) {
        if (condition instanceof Or or) {
            return or.conditions().stream()
                    .map(part -> part instanceof Or ? "(" + print(part) + ")" : print(part))
                    .collect(Collectors.joining(" || "));
        } else if (condition instanceof And and) {
            return and.conditions().stream()
                    .map(part -> part instanceof Or || part instanceof And ? "(" + print(part) + ")" : print(part))
                    .collect(Collectors.joining(" && "));
        } else if (condition instanceof Not not) {
            return not.condition() instanceof Test test ? "!" + print(test) : "!(" + print(not.condition()) + ")";
        } else if (condition instanceof Comparison comparison) {
            return print(comparison.left()) + " " + comparison.operator().symbol() + " " + print(comparison.right());
        } else {
            return print(((Test) condition).operand());
        }
    }

    static String print(Operand operand) {
        if (operand instanceof ExpressionOperand expression) {
            return expression.source();
        } else {
            Literal literal = (Literal) operand;
            return literal.value().isTextual()
                    ? quoted(literal.value().textValue())
                    : literal.value().asText();
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
