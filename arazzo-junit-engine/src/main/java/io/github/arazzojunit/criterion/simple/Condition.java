package io.github.arazzojunit.criterion.simple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.expression.RuntimeExpression;
import java.util.List;

/** The syntax tree of a simple condition. */
public sealed interface Condition {

    /** The spelling that parses to an equal condition. */
    default String text() {
        return ConditionPrinter.print(this);
    }

    /** At least one holds. */
    record Or(List<Condition> conditions) implements Condition {
        public Or {
            conditions = List.copyOf(conditions);
        }
    }

    /** All hold. */
    record And(List<Condition> conditions) implements Condition {
        public And {
            conditions = List.copyOf(conditions);
        }
    }

    record Not(Condition condition) implements Condition {}

    record Comparison(Operand left, Operator operator, Operand right) implements Condition {}

    /** A bare operand that has to be true (AMB-43). */
    record Test(Operand operand) implements Condition {}

    /** What is compared. */
    sealed interface Operand {

        /** As it stands in a condition. */
        default String text() {
            return ConditionPrinter.print(this);
        }
    }

    /** {@code true}, {@code false}, {@code null}, a number or a string (CRT-20, CRT-21). */
    record Literal(JsonNode value) implements Operand {}

    /**
     * A runtime expression.
     *
     * @param source as written
     */
    record ExpressionOperand(String source, RuntimeExpression expression) implements Operand {}

    /** The comparison operators (CRT-22). */
    enum Operator {
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS_OR_EQUAL("<="),
        GREATER_OR_EQUAL(">="),
        LESS("<"),
        GREATER(">");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }
}
