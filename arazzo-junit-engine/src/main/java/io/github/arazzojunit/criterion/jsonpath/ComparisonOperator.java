package io.github.arazzojunit.criterion.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;

/** The six comparisons (RFC 9535, section 2.3.5.2.2), in an order in which no symbol hides a longer one. */
enum ComparisonOperator {
    EQUAL("==") {
        @Override
        boolean test(JsonNode left, JsonNode right) {
            return JsonValues.areEqual(left, right);
        }
    },
    NOT_EQUAL("!=") {
        @Override
        boolean test(JsonNode left, JsonNode right) {
            return !JsonValues.areEqual(left, right);
        }
    },
    LESS_OR_EQUAL("<=") {
        @Override
        boolean test(JsonNode left, JsonNode right) {
            return JsonValues.isLess(left, right) || JsonValues.areEqual(left, right);
        }
    },
    GREATER_OR_EQUAL(">=") {
        @Override
        boolean test(JsonNode left, JsonNode right) {
            return JsonValues.isLess(right, left) || JsonValues.areEqual(left, right);
        }
    },
    LESS("<") {
        @Override
        boolean test(JsonNode left, JsonNode right) {
            return JsonValues.isLess(left, right);
        }
    },
    GREATER(">") {
        @Override
        boolean test(JsonNode left, JsonNode right) {
            return JsonValues.isLess(right, left);
        }
    };

    private final String symbol;

    ComparisonOperator(String symbol) {
        this.symbol = symbol;
    }

    abstract boolean test(JsonNode left, JsonNode right);

    String symbol() {
        return symbol;
    }
}
