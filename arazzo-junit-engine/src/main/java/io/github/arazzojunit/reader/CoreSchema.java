package io.github.arazzojunit.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Types of plain YAML scalars by the core schema of YAML 1.2 (DOC-03): {@code yes} is a text, {@code 012} is 12,
 * {@code 0o14} and {@code 0xC} are 12 as well, {@code 1_000}, {@code 1:30} and dates are texts.
 */
final class CoreSchema {

    private static final Pattern NULL = Pattern.compile("null|Null|NULL|~|");
    private static final Pattern BOOLEAN = Pattern.compile("(true|True|TRUE)|false|False|FALSE");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OCTAL = Pattern.compile("0o([0-7]+)");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x([0-9a-fA-F]+)");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");
    private static final Pattern NO_NUMBER = Pattern.compile("[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

    private static final int OCTAL_RADIX = 8;
    private static final int HEXADECIMAL_RADIX = 16;

    private CoreSchema() {}

    static boolean isNull(String plain) {
        return NULL.matcher(plain).matches();
    }

    /** The typed value; empty for a number that JSON cannot express. */
    static Optional<JsonNode> resolve(String plain) {
        if (isNull(plain)) {
            return Optional.of(NullNode.getInstance());
        }
        if ("+-.0123456789".indexOf(plain.charAt(0)) >= 0) {
            return resolveNumber(plain);
        }
        Matcher bool = BOOLEAN.matcher(plain);
        return Optional.of(bool.matches() ? BooleanNode.valueOf(bool.group(1) != null) : TextNode.valueOf(plain));
    }

    private static Optional<JsonNode> resolveNumber(String plain) {
        if (INTEGER.matcher(plain).matches()) {
            return Numbers.integer(plain);
        }
        if (DECIMAL.matcher(plain).matches()) {
            return Numbers.decimal(plain);
        }
        Matcher octal = OCTAL.matcher(plain);
        if (octal.matches()) {
            return Numbers.integer(octal.group(1), OCTAL_RADIX);
        }
        Matcher hexadecimal = HEXADECIMAL.matcher(plain);
        if (hexadecimal.matches()) {
            return Numbers.integer(hexadecimal.group(1), HEXADECIMAL_RADIX);
        }
        return NO_NUMBER.matcher(plain).matches() ? Optional.empty() : Optional.of(TextNode.valueOf(plain));
    }
}
