package io.github.arazzojunit.criterion.jsonpath;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads strings and numbers (RFC 9535, sections 2.3.1.1, 2.3.3.1 and 2.3.5.1). */
final class LiteralParser {

    /** Integers beyond it are not interoperable (RFC 7493) and must be refused. */
    private static final long LARGEST_INTEGER = (1L << 53) - 1;

    private static final int LARGEST_SCALE = 1_000_000_000;
    private static final int MOST_DIGITS = 1000;

    private final Cursor cursor;

    LiteralParser(Cursor cursor) {
        this.cursor = cursor;
    }

    boolean isAtString() {
        return cursor.isAt("'") || cursor.isAt("\"");
    }

    boolean isAtNumber() {
        return cursor.isAt("-") || cursor.isAtDigit();
    }

    String string() throws JsonPathSyntaxException {
        int start = cursor.index();
        int quote = cursor.next();
        StringBuilder content = new StringBuilder();
        while (cursor.peek() != quote) {
            int codePoint = cursor.peek();
            if (codePoint == Cursor.END) {
                throw cursor.error(start, "The string is not closed: it begins");
            }
            if (codePoint < ' ' || isSurrogate(codePoint)) {
                throw cursor.error(
                        cursor.index(),
                        "Expected an escape such as \\u%04x instead of this character".formatted(codePoint));
            }
            cursor.next();
            content.appendCodePoint(codePoint == '\\' ? escaped(quote) : codePoint);
        }
        cursor.next();
        return content.toString();
    }

    private int escaped(int quote) throws JsonPathSyntaxException {
        int letter = cursor.peek();
        if (letter == quote || letter == '/' || letter == '\\') {
            return cursor.next();
        }
        if (letter != Cursor.END && "bfnrtu".indexOf(letter) >= 0) {
            cursor.next();
        }
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw cursor.expected("one of b f n r t u / \\ %c behind the backslash".formatted(quote));
        };
    }

    private int unicode() throws JsonPathSyntaxException {
        int start = cursor.index();
        char first = codeUnit();
        if (!Character.isSurrogate(first)) {
            return first;
        }
        if (Character.isHighSurrogate(first) && cursor.take("\\u")) {
            char second = codeUnit();
            if (Character.isLowSurrogate(second)) {
                return Character.toCodePoint(first, second);
            }
        }
        throw cursor.error(start, "Expected a high surrogate followed by a low one, or a character that is neither,");
    }

    private char codeUnit() throws JsonPathSyntaxException {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = cursor.peek() > 0x7f ? -1 : Character.digit(cursor.peek(), 16);
            if (digit < 0) {
                throw cursor.expected("four hexadecimal digits behind \\u");
            }
            cursor.next();
            unit = unit * 16 + digit;
        }
        return (char) unit;
    }

    /** An index, or a part of a slice. */
    long integer() throws JsonPathSyntaxException {
        int start = cursor.index();
        integerPart(false);
        String text = cursor.textSince(start);
        long value = text.length() > 17 ? Long.MAX_VALUE : Long.parseLong(text);
        if (Math.abs(value) > LARGEST_INTEGER) {
            throw cursor.error(start, "Expected an integer between -(2^53-1) and 2^53-1");
        }
        return value;
    }

    /** A number to compare with; its value is exact. */
    BigDecimal number() throws JsonPathSyntaxException {
        int start = cursor.index();
        integerPart(true);
        if (cursor.take(".")) {
            digits("a digit behind the decimal point");
        }
        if (cursor.take("e") || cursor.take("E")) {
            if (!cursor.take("-")) {
                cursor.take("+");
            }
            digits("the digits of the exponent");
        }
        String text = cursor.textSince(start);
        // Twice, because zeros at either end do not count; the conversion takes quadratic time.
        Optional<BigDecimal> value = text.length() > 2 * MOST_DIGITS ? Optional.empty() : exact(text);
        return value.orElseThrow(() -> cursor.error(
                start, "Expected a number of at most %d digits and with a smaller exponent".formatted(MOST_DIGITS)));
    }

    /** The number without trailing zeros, so that equal literals are equal; empty if it is out of range. */
    private static Optional<BigDecimal> exact(String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            if (Math.abs((long) value.scale()) > LARGEST_SCALE) {
                return Optional.empty();
            }
            BigDecimal stripped = value.stripTrailingZeros();
            return stripped.precision() > MOST_DIGITS ? Optional.empty() : Optional.of(stripped);
        } catch (NumberFormatException outOfRange) {
            return Optional.empty();
        }
    }

    private void integerPart(boolean negativeZeroAllowed) throws JsonPathSyntaxException {
        boolean negative = cursor.take("-");
        if (cursor.isAt("0")) {
            if (negative && !negativeZeroAllowed) {
                throw cursor.expected("a digit from 1 to 9");
            }
            cursor.next();
            if (cursor.isAtDigit()) {
                throw cursor.error(cursor.index() - 1, "Expected a number without leading zeros");
            }
            return;
        }
        digits("a digit");
    }

    private void digits(String description) throws JsonPathSyntaxException {
        if (!cursor.isAtDigit()) {
            throw cursor.expected(description);
        }
        while (cursor.isAtDigit()) {
            cursor.next();
        }
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
