package io.github.arazzojunit.criterion.demand;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** How a value has to relate to an operand. */
public enum Relation {
    EQUAL("equals"),
    NOT_EQUAL("differs from"),
    LESS("is less than"),
    LESS_OR_EQUAL("is at most"),
    GREATER("is greater than"),
    GREATER_OR_EQUAL("is at least"),
    EXISTS("is there"),
    ABSENT("is not there"),
    /** Counts as true. */
    TRUE("is true"),
    /** Counts as false. */
    FALSE("is false"),
    MATCHES("matches"),
    MISMATCHES("does not match");

    /** A pattern as other languages write it. */
    private static final Pattern LITERAL = Pattern.compile("/.*/[a-z]*");

    private final String verb;

    Relation(String verb) {
        this.verb = verb;
    }

    /** The relation with this symbol, for example {@code <=}. */
    public static Relation of(String symbol) {
        return switch (symbol) {
            case "==" -> EQUAL;
            case "!=" -> NOT_EQUAL;
            case "<" -> LESS;
            case "<=" -> LESS_OR_EQUAL;
            case ">" -> GREATER;
            case ">=" -> GREATER_OR_EQUAL;
            default -> throw new IllegalArgumentException(symbol);
        };
    }

    Relation negated() {
        return switch (this) {
            case EQUAL -> NOT_EQUAL;
            case NOT_EQUAL -> EQUAL;
            case LESS -> GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> GREATER;
            case GREATER -> LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> LESS;
            case EXISTS -> ABSENT;
            case ABSENT -> EXISTS;
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case MATCHES -> MISMATCHES;
            case MISMATCHES -> MATCHES;
        };
    }

    /** The relation with its sides exchanged. */
    public Relation mirrored() {
        return switch (this) {
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
            default -> this;
        };
    }

    boolean test(JsonNode value, JsonNode operand) {
        return switch (this) {
            case EQUAL -> equal(value, operand);
            case NOT_EQUAL -> !equal(value, operand);
            case LESS -> ordered(value, operand) && compare(value, operand) < 0;
            case LESS_OR_EQUAL -> ordered(value, operand) && compare(value, operand) <= 0;
            case GREATER -> ordered(value, operand) && compare(value, operand) > 0;
            case GREATER_OR_EQUAL -> ordered(value, operand) && compare(value, operand) >= 0;
            case EXISTS -> !value.isMissingNode();
            case ABSENT -> value.isMissingNode();
            case TRUE -> isTrue(value);
            case FALSE -> !isTrue(value);
            case MATCHES -> found(value, operand);
            case MISMATCHES -> !found(value, operand);
        };
    }

    private static boolean equal(JsonNode value, JsonNode operand) {
        return value.isNumber() && operand.isNumber() ? compare(value, operand) == 0 : value.equals(operand);
    }

    private static boolean ordered(JsonNode value, JsonNode operand) {
        return number(value) && number(operand) || value.isTextual() && operand.isTextual();
    }

    /** A text that looks like a number counts as one. */
    private static boolean number(JsonNode value) {
        return value.isNumber() || value.isTextual() && value.textValue().matches("-?\\d+(\\.\\d+)?");
    }

    private static int compare(JsonNode value, JsonNode operand) {
        return number(value) && number(operand)
                ? new BigDecimal(value.asText()).compareTo(new BigDecimal(operand.asText()))
                : value.asText().compareTo(operand.asText());
    }

    private static boolean isTrue(JsonNode value) {
        return !value.isMissingNode()
                && !value.isNull()
                && !(value.isBoolean() && !value.booleanValue())
                && !(value.isNumber() && value.decimalValue().signum() == 0)
                && !(value.isTextual() && value.textValue().isEmpty());
    }

    private static boolean found(JsonNode value, JsonNode pattern) {
        try {
            return value.isValueNode()
                    && !value.isMissingNode()
                    && Pattern.compile(pattern.asText()).matcher(value.asText()).find();
        } catch (PatternSyntaxException e) {
            return true;
        }
    }

    String text(JsonNode operand) {
        return switch (this) {
            case EXISTS, ABSENT, TRUE, FALSE -> verb;
            case MATCHES ->
                verb + " " + operand
                        + (LITERAL.matcher(operand.asText()).matches()
                                ? ", where slashes and flags are part of the pattern"
                                : "");
            default -> verb + " " + operand;
        };
    }
}
