package io.github.arazzojunit.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Numbers with the value of their text, however large or precise it is (DOC-08). */
final class Numbers {

    /** Beyond it, converting a short text such as {@code 1e999999999} to digits exhausts the memory. */
    private static final int MAX_EXPONENT = 10_000;

    private static final int MAX_DIGITS = 1_000;

    private static final int DECIMAL = 10;

    private Numbers() {}

    /** An integer in the narrowest JSON node, empty when it has too many digits. */
    static Optional<JsonNode> integer(String digits, int radix) {
        if (digits.length() > MAX_DIGITS) {
            return Optional.empty();
        }
        BigInteger number = new BigInteger(digits, radix);
        if (number.bitLength() < Integer.SIZE) {
            return Optional.of(IntNode.valueOf(number.intValue()));
        }
        return Optional.of(
                number.bitLength() < Long.SIZE ? LongNode.valueOf(number.longValue()) : BigIntegerNode.valueOf(number));
    }

    static Optional<JsonNode> integer(String digits) {
        return integer(digits, DECIMAL);
    }

    /** A number with fraction or exponent, its scale as written; empty when it is absurdly large or small. */
    static Optional<JsonNode> decimal(String text) {
        if (text.length() > MAX_DIGITS) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > MAX_EXPONENT
                    ? Optional.empty()
                    : Optional.of(DecimalNode.valueOf(number));
        } catch (NumberFormatException exponentBeyondInt) {
            return Optional.empty();
        }
    }
}
