package io.github.arazzojunit.criterion.demand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What has to be true of one value so that a condition can be: a help for finding such a value, while the condition
 * itself has the last word.
 *
 * @param place names and indexes on the way to the value; {@link #ANY} for a child that may be chosen
 * @param measure what about the value is compared
 * @param operand what it is compared with; of {@link Relation#MATCHES} the pattern, unused by relations without
 * @param absentIsNull whether a value that is not there counts as null
 */
public record Demand(List<String> place, Measure measure, Relation relation, JsonNode operand, boolean absentIsNull) {

    /** Stands in a place for any one item of an array or member of an object. */
    public static final String ANY = "*";

    /** What about a value is compared. */
    public enum Measure {
        VALUE,
        /** Number of items, members or characters. */
        LENGTH
    }

    public Demand {
        place = List.copyOf(place);
    }

    public static Demand present(List<String> place) {
        return new Demand(place, Measure.VALUE, Relation.EXISTS, NullNode.getInstance(), false);
    }

    /** The opposite. */
    public Demand negated() {
        return new Demand(place, measure, relation.negated(), operand, absentIsNull);
    }

    /** The same about another place. */
    public Demand at(List<String> other) {
        return new Demand(other, measure, relation, operand, absentIsNull);
    }

    /** The same below a further place. */
    public Demand under(List<String> parent) {
        List<String> whole = new ArrayList<>(parent);
        whole.addAll(place);
        return new Demand(whole, measure, relation, operand, absentIsNull);
    }

    /** Whether a value at the place will do; a missing node stands for none. */
    public boolean test(JsonNode value) {
        if (measure == Measure.LENGTH) {
            return length(value) >= 0 && relation.test(JsonNodeFactory.instance.numberNode(length(value)), operand);
        }
        return relation.test(value.isMissingNode() && absentIsNull ? NullNode.getInstance() : value, operand);
    }

    private static int length(JsonNode value) {
        return value.isContainerNode()
                ? value.size()
                : value.isTextual() ? value.textValue().length() : -1;
    }

    /** Values worth trying. */
    public List<JsonNode> candidates() {
        if (measure == Measure.LENGTH) {
            return List.of();
        }
        return switch (relation) {
            case EQUAL -> List.of(operand.isNumber() ? number(operand.decimalValue()) : operand);
            case TRUE -> List.of(BooleanNode.TRUE);
            case FALSE -> List.of(BooleanNode.FALSE);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> operand.isNumber() ? numbers() : List.of(operand);
            case EXISTS, ABSENT, NOT_EQUAL, MATCHES, MISMATCHES -> List.of();
        };
    }

    /** Without an exponent. */
    private static JsonNode number(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0
                ? JsonNodeFactory.instance.numberNode(value.toBigInteger())
                : DecimalNode.valueOf(new BigDecimal(value.toPlainString()));
    }

    private List<JsonNode> numbers() {
        BigDecimal limit = operand.decimalValue();
        boolean up = relation == Relation.GREATER || relation == Relation.GREATER_OR_EQUAL;
        BigDecimal whole = limit.setScale(0, up ? RoundingMode.CEILING : RoundingMode.FLOOR);
        BigDecimal one = up ? BigDecimal.ONE : BigDecimal.ONE.negate();
        BigDecimal step = new BigDecimal(up ? "0.01" : "-0.01");
        List<JsonNode> numbers = new ArrayList<>();
        for (BigDecimal candidate : List.of(whole, whole.add(one), limit, limit.add(step))) {
            JsonNode number = number(candidate);
            if (test(number)) {
                numbers.add(number);
                numbers.add(TextNode.valueOf(candidate.toPlainString()));
            }
        }
        return numbers;
    }

    /** The number of items or members that helps. */
    public OptionalInt size() {
        if (measure != Measure.LENGTH || !operand.isNumber()) {
            return OptionalInt.empty();
        }
        int limit = operand.intValue();
        return switch (relation) {
            case EQUAL, GREATER_OR_EQUAL, LESS_OR_EQUAL -> OptionalInt.of(limit);
            case GREATER -> OptionalInt.of(limit + 1);
            case LESS -> OptionalInt.of(Math.max(limit - 1, 0));
            case NOT_EQUAL -> OptionalInt.of(limit == 0 ? 1 : limit - 1);
            default -> OptionalInt.empty();
        };
    }

    /** Completes "a value that ...". */
    public String text() {
        String subject = measure == Measure.LENGTH ? "has a length that " : "";
        return subject + relation.text(operand);
    }
}
