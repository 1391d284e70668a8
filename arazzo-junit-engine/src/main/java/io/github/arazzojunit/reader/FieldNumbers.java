package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.LocatedNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

/** Numbers of a document with their units: milliseconds, seconds, repetitions. */
final class FieldNumbers {

    /** About 31 years; beyond it, instants and sums overflow. */
    private static final BigInteger MAX_SECONDS = BigInteger.valueOf(1_000_000_000L);

    private static final BigInteger MILLIS_PER_SECOND = BigInteger.valueOf(1_000);
    private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(1_000_000_000L);

    private final Fields fields;
    private final Reading reading;

    FieldNumbers(Fields fields, Reading reading) {
        this.fields = fields;
        this.reading = reading;
    }

    /** A whole number of milliseconds of at least 1 (STP-80, AMB-20). */
    Optional<Duration> milliseconds(String field) {
        return integer(field, BigInteger.ONE, MAX_SECONDS.multiply(MILLIS_PER_SECOND), "milliseconds")
                .map(BigInteger::longValueExact)
                .map(Duration::ofMillis);
    }

    /** A number of seconds of at least 0, fractions allowed (ACT-08, ACT-36). */
    Optional<Duration> seconds(String field) {
        Optional<BigDecimal> seconds = fields.typed(field, JsonType.NUMBER)
                .map(node -> node.value().decimalValue())
                .filter(value -> isWithin(field, value, BigInteger.ZERO, MAX_SECONDS, "seconds"));
        return seconds.map(value ->
                Duration.ofNanos(value.multiply(NANOS_PER_SECOND).toBigInteger().longValueExact()));
    }

    /** A whole number of at least 0 (ACT-08). */
    Optional<Integer> count(String field) {
        return integer(field, BigInteger.ZERO, BigInteger.valueOf(Integer.MAX_VALUE), "repetitions")
                .map(BigInteger::intValueExact);
    }

    private Optional<BigInteger> integer(String field, BigInteger least, BigInteger most, String unit) {
        Optional<LocatedNode> number = fields.typed(field, JsonType.NUMBER);
        return number.filter(node -> isWhole(field, node))
                .map(node -> node.value().decimalValue())
                .filter(value -> isWithin(field, value, least, most, unit))
                .map(BigDecimal::toBigIntegerExact);
    }

    private boolean isWhole(String field, LocatedNode node) {
        if (node.value().isIntegralNumber()) {
            return true;
        }
        boolean whole = node.value().decimalValue().stripTrailingZeros().scale() <= 0;
        if (whole) {
            reading.report(
                    ReaderRule.INTEGER_NOTATION,
                    node,
                    "'" + field + "' of the " + fields.owner() + " is written as " + node.text()
                            + "; it is read as the whole number that it equals.",
                    "Write it without fraction and exponent.");
        } else {
            reading.report(
                    ReaderRule.WRONG_TYPE,
                    node,
                    "'" + field + "' of the " + fields.owner() + " has to be a whole number, but is "
                            + JsonType.describe(node) + ".",
                    "Write a whole number.");
        }
        return whole;
    }

    private boolean isWithin(String field, BigDecimal value, BigInteger least, BigInteger most, String unit) {
        boolean within = value.compareTo(new BigDecimal(least)) >= 0 && value.compareTo(new BigDecimal(most)) <= 0;
        if (!within) {
            reading.report(
                    ReaderRule.INVALID_VALUE,
                    fields.at(field),
                    "'" + field + "' of the " + fields.owner() + " is " + JsonType.abridged(value.toString())
                            + ", but has to lie between " + least + " and " + most + " " + unit + ".",
                    "Write a number in that range.");
        }
        return within;
    }
}
