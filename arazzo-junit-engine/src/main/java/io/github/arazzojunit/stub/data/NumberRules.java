package io.github.arazzojunit.stub.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.arazzojunit.model.LocatedNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Random;

/** Bounds and steps of numbers, and a number that keeps them. */
final class NumberRules {

    private static final BigDecimal WINDOW = BigDecimal.valueOf(1_000);
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final int MAX_CHOICES = 1_000;

    private Optional<BigDecimal> lower = Optional.empty();
    private Optional<BigDecimal> upper = Optional.empty();
    private boolean lowerExcluded;
    private boolean upperExcluded;
    private Optional<BigDecimal> step = Optional.empty();

    void add(LocatedNode schema) {
        JsonNode keywords = schema.value();
        addLower(keywords.path("minimum"), keywords.path("exclusiveMinimum").asBoolean());
        addLower(keywords.path("exclusiveMinimum"), true);
        addUpper(keywords.path("maximum"), keywords.path("exclusiveMaximum").asBoolean());
        addUpper(keywords.path("exclusiveMaximum"), true);
        addStep(keywords.path("multipleOf"));
        switch (keywords.path("format").asText()) {
            case "int32" -> addRange(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "int64" -> addRange(Long.MIN_VALUE, Long.MAX_VALUE);
            default -> {
                // Other formats say nothing about a number's range that anybody checks.
            }
        }
    }

    boolean isUsed() {
        return lower.isPresent() || upper.isPresent() || step.isPresent();
    }

    private void addRange(long min, long max) {
        addLower(JsonNodeFactory.instance.numberNode(min), false);
        addUpper(JsonNodeFactory.instance.numberNode(max), false);
    }

    private void addLower(JsonNode bound, boolean excluded) {
        if (bound.isNumber()) {
            int order = lower.map(bound.decimalValue()::compareTo).orElse(1);
            lowerExcluded = order > 0 ? excluded : order == 0 ? lowerExcluded || excluded : lowerExcluded;
            lower = order > 0 ? Optional.of(bound.decimalValue()) : lower;
        }
    }

    private void addUpper(JsonNode bound, boolean excluded) {
        if (bound.isNumber()) {
            int order = upper.map(bound.decimalValue()::compareTo).orElse(-1);
            upperExcluded = order < 0 ? excluded : order == 0 ? upperExcluded || excluded : upperExcluded;
            upper = order < 0 ? Optional.of(bound.decimalValue()) : upper;
        }
    }

    private void addStep(JsonNode multipleOf) {
        if (multipleOf.isNumber() && multipleOf.decimalValue().signum() > 0) {
            BigDecimal other = multipleOf.decimalValue();
            step = Optional.of(step.map(one -> leastCommonMultiple(one, other)).orElse(other));
        }
    }

    private static BigDecimal leastCommonMultiple(BigDecimal a, BigDecimal b) {
        int scale = Math.max(0, Math.max(a.scale(), b.scale()));
        BigInteger x = a.movePointRight(scale).toBigIntegerExact();
        BigInteger y = b.movePointRight(scale).toBigIntegerExact();
        return new BigDecimal(x.multiply(y).divide(x.gcd(y))).movePointLeft(scale);
    }

    JsonNode make(LocatedNode schema, boolean integer, Random random) throws UnsatisfiableException {
        BigDecimal from = lower.orElse(upper.map(max -> max.subtract(WINDOW))
                .filter(window -> window.signum() > 0 || upper.get().signum() <= 0)
                .orElse(BigDecimal.ONE)
                .min(upper.orElse(BigDecimal.ONE)));
        BigDecimal to = upper.orElse(from.add(WINDOW));
        if (integer) {
            addStep(JsonNodeFactory.instance.numberNode(1));
        }
        // Most numbers count or name something, so they are positive where they may be.
        Optional<BigDecimal> number = from.signum() <= 0 && to.compareTo(BigDecimal.ONE) >= 0
                ? onSteps(step.orElse(CENT), BigDecimal.ONE, to, random)
                : Optional.empty();
        if (number.isEmpty()) {
            number = onSteps(step.orElse(CENT), from, to, random);
        }
        if (number.isEmpty() && step.isEmpty()) {
            number = Optional.of(from.add(to).divide(BigDecimal.valueOf(2))).filter(this::isWithin);
        }
        BigDecimal value =
                number.orElseThrow(() -> new UnsatisfiableException(schema, "no number lies within its bounds"));
        return integer
                ? integer(value.toBigIntegerExact())
                : JsonNodeFactory.instance.numberNode(
                        new BigDecimal(value.stripTrailingZeros().toPlainString()));
    }

    private Optional<BigDecimal> onSteps(BigDecimal size, BigDecimal from, BigDecimal to, Random random) {
        BigInteger first = from.divide(size, 0, RoundingMode.CEILING).toBigInteger();
        BigInteger last = to.divide(size, 0, RoundingMode.FLOOR).toBigInteger();
        if (!isWithin(size.multiply(new BigDecimal(first)))) {
            first = first.add(BigInteger.ONE);
        }
        if (!isWithin(size.multiply(new BigDecimal(last)))) {
            last = last.subtract(BigInteger.ONE);
        }
        BigInteger choices = last.subtract(first).add(BigInteger.ONE);
        if (choices.signum() <= 0) {
            return Optional.empty();
        }
        int limit = choices.min(BigInteger.valueOf(MAX_CHOICES)).intValue();
        return Optional.of(size.multiply(new BigDecimal(first.add(BigInteger.valueOf(random.nextInt(limit))))));
    }

    private boolean isWithin(BigDecimal value) {
        int low = lower.map(value::compareTo).orElse(1);
        int high = upper.map(value::compareTo).orElse(-1);
        return (low > 0 || (low == 0 && !lowerExcluded)) && (high < 0 || (high == 0 && !upperExcluded));
    }

    private static JsonNode integer(BigInteger value) {
        return value.bitLength() < 32
                ? JsonNodeFactory.instance.numberNode(value.intValue())
                : value.bitLength() < 64
                        ? JsonNodeFactory.instance.numberNode(value.longValue())
                        : JsonNodeFactory.instance.numberNode(value);
    }
}
