package io.github.arazzojunit.criterion.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.util.Map;

/** Equality, order and length of JSON values as RFC 9535 defines them; a missing node is its <i>Nothing</i>. */
final class JsonValues {

    private JsonValues() {}

    /** Elements of an array, members of an object, characters (code points) of a string; nothing for all else. */
    static JsonNode length(JsonNode value) {
        if (value.isTextual()) {
            String text = value.textValue();
            return IntNode.valueOf(text.codePointCount(0, text.length()));
        }
        return value.isContainerNode() ? IntNode.valueOf(value.size()) : MissingNode.getInstance();
    }

    static boolean areEqual(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return compareNumbers(left, right) == 0;
        }
        if (left.isArray() && right.isArray()) {
            return areEqualArrays(left, right);
        }
        if (left.isObject() && right.isObject()) {
            return areEqualObjects(left, right);
        }
        return left.equals(right);
    }

    /** Only numbers and strings have an order; any other pair is not less. */
    static boolean isLess(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return compareNumbers(left, right) < 0;
        }
        return left.isTextual() && right.isTextual() && compareTexts(left.textValue(), right.textValue()) < 0;
    }

    private static boolean areEqualArrays(JsonNode left, JsonNode right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!areEqual(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areEqualObjects(JsonNode left, JsonNode right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (Map.Entry<String, JsonNode> member : left.properties()) {
            if (!areEqual(member.getValue(), right.path(member.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** Exact, so that neither a 64-bit id nor a decimal fraction is rounded. */
    private static int compareNumbers(JsonNode left, JsonNode right) {
        if (isUnbounded(left) || isUnbounded(right)) {
            return Double.compare(left.doubleValue(), right.doubleValue());
        }
        return left.decimalValue().compareTo(right.decimalValue());
    }

    /** Infinity and NaN: no JSON numbers, but a lenient reader of documents may let them in. */
    private static boolean isUnbounded(JsonNode number) {
        return number instanceof NumericNode numeric && numeric.isNaN();
    }

    /** By code points: UTF-16 units would put a character beyond U+FFFF before U+E000. */
    private static int compareTexts(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        int i = 0;
        while (i < shorter && left.charAt(i) == right.charAt(i)) {
            i++;
        }
        if (i == shorter) {
            return left.length() - right.length();
        }
        char leftUnit = left.charAt(i);
        char rightUnit = right.charAt(i);
        boolean sameKind = Character.isSurrogate(leftUnit) == Character.isSurrogate(rightUnit);
        if (sameKind) {
            return leftUnit - rightUnit;
        }
        return Character.isSurrogate(leftUnit) ? 1 : -1;
    }
}
