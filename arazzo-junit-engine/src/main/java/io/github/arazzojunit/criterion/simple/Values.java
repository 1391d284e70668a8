package io.github.arazzojunit.criterion.simple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.criterion.simple.Condition.Operator;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/** Comparison and truth of values in simple conditions (CRT-28..36, AMB-41..43). Nothing here depends on a locale. */
final class Values {

    private Values() {}

    static boolean compare(JsonNode left, Operator operator, JsonNode right) {
        return switch (operator) {
            case EQUAL -> areEqual(left, right);
            case NOT_EQUAL -> !areEqual(left, right);
            case LESS -> order(left, right).orElse(0) < 0;
            case GREATER -> order(left, right).orElse(0) > 0;
            case LESS_OR_EQUAL -> order(left, right).orElse(1) <= 0;
            case GREATER_OR_EQUAL -> order(left, right).orElse(-1) >= 0;
        };
    }

    /** False, null, zero, NaN and the empty string are not true; everything else is (AMB-43). */
    static boolean isTrue(JsonNode value) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> value.booleanValue();
            case NULL, MISSING -> false;
            case NUMBER ->
                value.doubleValue() != 0 && !Double.isNaN(value.doubleValue())
                        || Numbers.of(value)
                                .filter(number -> number.signum() != 0)
                                .isPresent();
            case STRING -> !value.textValue().isEmpty();
            default -> true;
        };
    }

    private static boolean areEqual(JsonNode left, JsonNode right) {
        if (left.isTextual() && right.isTextual()) {
            return left.textValue().equalsIgnoreCase(right.textValue());
        }
        if (left.isNumber() || right.isNumber()) {
            Optional<BigDecimal> leftNumber = number(left);
            Optional<BigDecimal> rightNumber = number(right);
            return leftNumber.isPresent()
                    && rightNumber.isPresent()
                    && leftNumber.get().compareTo(rightNumber.get()) == 0;
        }
        return left.equals(Values::membersDiffer, right);
    }

    /** Inside objects and arrays strings keep their case (CRT-36). */
    private static int membersDiffer(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return areEqual(left, right) ? 0 : 1;
        }
        return left.equals(right) ? 0 : 1;
    }

    /** Empty where the values have no order. */
    private static OptionalInt order(JsonNode left, JsonNode right) {
        Optional<BigDecimal> leftNumber = number(left);
        Optional<BigDecimal> rightNumber = number(right);
        if (leftNumber.isPresent() && rightNumber.isPresent()) {
            return OptionalInt.of(leftNumber.get().compareTo(rightNumber.get()));
        }
        return left.isTextual() && right.isTextual()
                ? OptionalInt.of(String.CASE_INSENSITIVE_ORDER.compare(left.textValue(), right.textValue()))
                : OptionalInt.empty();
    }

    private static Optional<BigDecimal> number(JsonNode value) {
        return value.isTextual() ? Numbers.parse(value.textValue()) : Numbers.of(value);
    }
}
