package io.github.arazzojunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;

/** The string form of JSON values (EXP-42..44, AMB-67). */
public final class JsonText {

    private static final int LONGEST_PLAIN_NUMBER = 400;

    private JsonText() {}

    /** A string as it is, other scalars in their literal form, objects and arrays as JSON text. */
    public static String of(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        return value.isNumber() ? number(value) : value.toString();
    }

    /** {@code object}, {@code array}, {@code string}, {@code number}, {@code boolean} or {@code null}. */
    public static String typeName(JsonNode value) {
        return value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static String number(JsonNode value) {
        if (value.isIntegralNumber() || value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue())) {
            return value.asText();
        }
        BigDecimal number = value.decimalValue();
        boolean plain = Math.abs((long) number.precision() - number.scale()) <= LONGEST_PLAIN_NUMBER
                && number.scale() <= LONGEST_PLAIN_NUMBER;
        return plain ? number.toPlainString() : number.toString();
    }
}
