package io.github.arazzojunit.criterion.simple;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Exact numbers (CRT-28), from JSON numbers and from texts that look like one (AMB-41). */
final class Numbers {

    private static final Pattern JSON_NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,9})?");
    private static final int LONGEST_NUMBER = 1000;

    private Numbers() {}

    /** The number that a text is in JSON notation, blanks around it ignored. */
    static Optional<BigDecimal> parse(String text) {
        String number = text.strip();
        return number.length() <= LONGEST_NUMBER && JSON_NUMBER.matcher(number).matches()
                ? Optional.of(new BigDecimal(number))
                : Optional.empty();
    }

    /** The value of a finite JSON number. */
    static Optional<BigDecimal> of(JsonNode value) {
        boolean finite = value.isNumber() && (!value.isFloatingPointNumber() || isFinite(value));
        return finite ? Optional.of(value.decimalValue()) : Optional.empty();
    }

    private static boolean isFinite(JsonNode value) {
        return value.isBigDecimal() || Double.isFinite(value.doubleValue());
    }
}
