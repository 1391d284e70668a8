package io.github.arazzojunit.criterion.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.criterion.jsonpath.JsonPathCondition.Operand;
import io.github.arazzojunit.criterion.jsonpath.ValueExpression.Literal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is true or false (RFC 9535, section 2.3.5). {@link #toString()} is the canonical text. */
sealed interface LogicalExpression {

    boolean test(FilterContext context);

    /** What the values that decide are, in the order of the text, literals excluded. */
    Stream<Operand> observe(FilterContext context);

    /** The canonical text as part of a conjunction or negation, where precedence may call for parentheses. */
    default String group() {
        return toString();
    }

    /** {@code a || b} */
    record Or(List<LogicalExpression> alternatives) implements LogicalExpression {

        public Or {
            alternatives = List.copyOf(alternatives);
        }

        @Override
        public boolean test(FilterContext context) {
            return alternatives.stream().anyMatch(alternative -> alternative.test(context));
        }

        @Override
        public Stream<Operand> observe(FilterContext context) {
            return alternatives.stream().flatMap(part -> part.observe(context));
        }

        @Override
        public String group() {
            return "(" + this + ")";
        }

        @Override
        public String toString() {
            return alternatives.stream()
                    .map(alternative -> alternative instanceof Or ? alternative.group() : alternative.toString())
                    .collect(Collectors.joining(" || "));
        }
    }

    /** {@code a && b} */
    record And(List<LogicalExpression> conditions) implements LogicalExpression {

        public And {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean test(FilterContext context) {
            return conditions.stream().allMatch(condition -> condition.test(context));
        }

        @Override
        public Stream<Operand> observe(FilterContext context) {
            return conditions.stream().flatMap(part -> part.observe(context));
        }

        @Override
        public String group() {
            return "(" + this + ")";
        }

        @Override
        public String toString() {
            return conditions.stream().map(LogicalExpression::group).collect(Collectors.joining(" && "));
        }
    }

    /** {@code !a} */
    record Not(LogicalExpression negated) implements LogicalExpression {

        @Override
        public boolean test(FilterContext context) {
            return !negated.test(context);
        }

        @Override
        public Stream<Operand> observe(FilterContext context) {
            return negated.observe(context);
        }

        @Override
        public String toString() {
            boolean parenthesized = negated instanceof Not || negated instanceof Comparison;
            return "!" + (parenthesized ? "(" + negated + ")" : negated.group());
        }
    }

    /** {@code a == b} */
    record Comparison(ValueExpression left, ComparisonOperator operator, ValueExpression right)
            implements LogicalExpression {

        @Override
        public boolean test(FilterContext context) {
            return operator.test(left.evaluate(context), right.evaluate(context));
        }

        @Override
        public Stream<Operand> observe(FilterContext context) {
            return Stream.of(left, right)
                    .filter(part -> !(part instanceof Literal))
                    .map(part -> part.observe(context));
        }

        @Override
        public String toString() {
            return left + " " + operator.symbol() + " " + right;
        }
    }

    /** A query on its own: whether it selects anything. */
    record Existence(Query query) implements LogicalExpression {

        @Override
        public boolean test(FilterContext context) {
            return !query.select(context).isEmpty();
        }

        @Override
        public Stream<Operand> observe(FilterContext context) {
            return Stream.of(query.observe(context));
        }

        @Override
        public String toString() {
            return query.toString();
        }
    }

    /**
     * {@code match(text, pattern)} or {@code search(text, pattern)}.
     *
     * @param literal the pattern compiled, when it does not depend on the document
     */
    record RegexpTest(RegexpFunction function, ValueExpression text, ValueExpression pattern, Optional<Regexp> literal)
            implements LogicalExpression {

        static RegexpTest of(RegexpFunction function, ValueExpression text, ValueExpression pattern) {
            Optional<Regexp> literal =
                    pattern instanceof Literal constant && constant.value().isTextual()
                            ? Optional.of(Regexp.of(constant.value().textValue()))
                            : Optional.empty();
            return new RegexpTest(function, text, pattern, literal);
        }

        @Override
        public boolean test(FilterContext context) {
            JsonNode subject = text.evaluate(context);
            JsonNode source = pattern.evaluate(context);
            if (!subject.isTextual() || !source.isTextual()) {
                return false;
            }
            Regexp regexp = literal.orElseGet(() -> Regexp.of(source.textValue()));
            return function.test(regexp, subject.textValue(), context.limits());
        }

        @Override
        public Stream<Operand> observe(FilterContext context) {
            return Stream.of(text, pattern)
                    .filter(part -> !(part instanceof Literal))
                    .map(part -> part.observe(context));
        }

        @Override
        public String toString() {
            return function.symbol() + "(" + text + ", " + pattern + ")";
        }
    }
}
