package io.github.arazzojunit.criterion.jsonpath;

/** The two functions that test a string by a pattern (RFC 9535, sections 2.4.6 and 2.4.7). */
enum RegexpFunction {
    MATCH("match") {
        @Override
        boolean test(Regexp regexp, String text, EvaluationLimits limits) {
            return regexp.matches(text, limits);
        }
    },
    SEARCH("search") {
        @Override
        boolean test(Regexp regexp, String text, EvaluationLimits limits) {
            return regexp.isFoundIn(text, limits);
        }
    };

    private final String symbol;

    RegexpFunction(String symbol) {
        this.symbol = symbol;
    }

    abstract boolean test(Regexp regexp, String text, EvaluationLimits limits);

    String symbol() {
        return symbol;
    }
}
