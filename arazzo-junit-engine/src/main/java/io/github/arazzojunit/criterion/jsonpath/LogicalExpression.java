package io.github.arazzojunit.criterion.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.criterion.jsonpath.JsonPathCondition.Operand;
import io.github.arazzojunit.criterion.jsonpath.ValueExpression.Literal;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;

/** What is true or false (RFC 9535, section 2.3.5). {@link #toString()} is the canonical text. */
sealed interface LogicalExpression {

    boolean test(FilterContext context);

    /** Tells what the values that decide are, in the order of the text, literals excluded. */
    void observe(FilterContext context, Consumer<Operand> sink);

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
            for (LogicalExpression alternative : alternatives) {
                if (alternative.test(context)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void observe(FilterContext context, Consumer<Operand> sink) {
            alternatives.forEach(alternative -> alternative.observe(context, sink));
        }

        @Override
        public String group() {
            return "(" + this + ")";
        }

        @Override
        public String toString() {
            StringJoiner text = new StringJoiner(" || ");
            for (LogicalExpression alternative : alternatives) {
                text.add(alternative instanceof Or ? alternative.group() : alternative.toString());
            }
            return text.toString();
        }
    }

    /** {@code a && b} */
    record And(List<LogicalExpression> conditions) implements LogicalExpression {

        public And {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean test(FilterContext context) {
            for (LogicalExpression condition : conditions) {
                if (!condition.test(context)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void observe(FilterContext context, Consumer<Operand> sink) {
            conditions.forEach(condition -> condition.observe(context, sink));
        }

        @Override
        public String group() {
            return "(" + this + ")";
        }

        @Override
        public String toString() {
            StringJoiner text = new StringJoiner(" && ");
            for (LogicalExpression condition : conditions) {
                text.add(condition.group());
            }
            return text.toString();
        }
    }

    /** {@code !a} */
    record Not(LogicalExpression negated) implements LogicalExpression {

        @Override
        public boolean test(FilterContext context) {
            return !negated.test(context);
        }

        @Override
        public void observe(FilterContext context, Consumer<Operand> sink) {
            negated.observe(context, sink);
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
        public void observe(FilterContext context, Consumer<Operand> sink) {
            left.observeUnlessLiteral(context, sink);
            right.observeUnlessLiteral(context, sink);
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
        public void observe(FilterContext context, Consumer<Operand> sink) {
            sink.accept(query.observe(context));
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

        /** Whether no document can make it true, because the pattern is none. */
        boolean isNeverTrue() {
            return pattern instanceof Literal
                    && literal.filter(Regexp::isPattern).isEmpty();
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
        public void observe(FilterContext context, Consumer<Operand> sink) {
            text.observeUnlessLiteral(context, sink);
            pattern.observeUnlessLiteral(context, sink);
        }

        @Override
        public String toString() {
            return function.symbol() + "(" + text + ", " + pattern + ")";
        }
    }
}
