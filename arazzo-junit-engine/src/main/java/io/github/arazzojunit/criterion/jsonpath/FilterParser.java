package io.github.arazzojunit.criterion.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.criterion.jsonpath.LogicalExpression.Comparison;
import io.github.arazzojunit.criterion.jsonpath.LogicalExpression.Existence;
import io.github.arazzojunit.criterion.jsonpath.LogicalExpression.RegexpTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads logical expressions (RFC 9535, sections 2.3.5 and 2.4). Functions are read by the types they declare, so that
 * only well-typed expressions have a syntax tree.
 */
final class FilterParser {

    /** Where the expression stands. */
    enum Reading {
        /** In a filter selector, to the letter of RFC 9535. */
        FILTER,
        /** On its own, with {@code $} as the only origin and {@code .length} as a measure. */
        CONDITION
    }

    private static final Map<String, JsonNode> NAMED_LITERALS =
            Map.of("true", BooleanNode.TRUE, "false", BooleanNode.FALSE, "null", NullNode.instance);

    private static final String OPERAND = "a query, a literal or a function";
    private static final String COMPARISON = "a comparison such as '=='";

    private final Cursor cursor;
    private final Reading reading;
    private final LiteralParser literals;
    private final QueryParser queries;

    FilterParser(Cursor cursor, Reading reading) {
        this.cursor = cursor;
        this.reading = reading;
        this.literals = new LiteralParser(cursor);
        this.queries = new QueryParser(cursor);
    }

    /** Reads an expression with the blanks around it. */
    LogicalExpression expression() throws JsonPathSyntaxException {
        List<LogicalExpression> alternatives = new ArrayList<>();
        do {
            alternatives.add(conjunction());
        } while (cursor.take("||"));
        return alternatives.size() == 1 ? alternatives.get(0) : new LogicalExpression.Or(alternatives);
    }

    private LogicalExpression conjunction() throws JsonPathSyntaxException {
        List<LogicalExpression> conditions = new ArrayList<>();
        do {
            cursor.skipBlanks();
            conditions.add(basic());
            cursor.skipBlanks();
        } while (cursor.take("&&"));
        return conditions.size() == 1 ? conditions.get(0) : new LogicalExpression.And(conditions);
    }

    private LogicalExpression basic() throws JsonPathSyntaxException {
        if (cursor.take("!")) {
            cursor.skipBlanks();
            return new LogicalExpression.Not(cursor.isAt("(") ? parenthesized() : test());
        }
        return cursor.isAt("(") ? parenthesized() : testOrComparison();
    }

    private LogicalExpression parenthesized() throws JsonPathSyntaxException {
        cursor.enterParentheses();
        cursor.expect("(", "'('");
        LogicalExpression expression = expression();
        cursor.expect(")", "')', '&&' or '||'");
        cursor.leaveParentheses();
        return expression;
    }

    private LogicalExpression test() throws JsonPathSyntaxException {
        Optional<RegexpFunction> function = regexpFunction();
        if (function.isPresent()) {
            return regexpTest(function.get());
        }
        return new Existence(query("a query, match(...), search(...) or '(' behind '!'"));
    }

    private LogicalExpression testOrComparison() throws JsonPathSyntaxException {
        Optional<RegexpFunction> function = regexpFunction();
        if (function.isPresent()) {
            return regexpTest(function.get());
        }
        int start = cursor.index();
        if (!queries.isAtQuery()) {
            return comparison(value(), operator().orElseThrow(() -> cursor.expected(COMPARISON)));
        }
        Query query = query(OPERAND);
        Optional<ComparisonOperator> operator = operator();
        return operator.isPresent() ? comparison(singular(query, start), operator.get()) : new Existence(query);
    }

    private LogicalExpression comparison(ValueExpression left, ComparisonOperator operator)
            throws JsonPathSyntaxException {
        cursor.skipBlanks();
        return new Comparison(left, operator, value());
    }

    private Optional<ComparisonOperator> operator() {
        int end = cursor.index();
        cursor.skipBlanks();
        for (ComparisonOperator operator : ComparisonOperator.values()) {
            if (cursor.take(operator.symbol())) {
                return Optional.of(operator);
            }
        }
        cursor.reset(end);
        return Optional.empty();
    }

    private ValueExpression value() throws JsonPathSyntaxException {
        if (literals.isAtString()) {
            return new ValueExpression.Literal(TextNode.valueOf(literals.string()));
        }
        if (literals.isAtNumber()) {
            return new ValueExpression.Literal(DecimalNode.valueOf(literals.number()));
        }
        int start = cursor.index();
        if (queries.isAtQuery()) {
            return singular(query(OPERAND), start);
        }
        String name = word();
        if (NAMED_LITERALS.containsKey(name)) {
            return new ValueExpression.Literal(NAMED_LITERALS.get(name));
        }
        return valueFunction(name, start);
    }

    private ValueExpression singular(Query query, int start) throws JsonPathSyntaxException {
        if (!query.isSingular()) {
            throw cursor.error(
                    start,
                    "Expected a query that selects one node at most, because several values cannot be compared, but found "
                            + query);
        }
        return reading == Reading.CONDITION
                ? ValueExpression.withLengthAsMember(query)
                : new ValueExpression.SingularQuery(query);
    }

    private Query query(String description) throws JsonPathSyntaxException {
        if (!queries.isAtQuery()) {
            throw cursor.expected(description);
        }
        if (reading == Reading.CONDITION && cursor.isAt("@")) {
            throw cursor.expected("'$', because '@' has no meaning outside a filter,");
        }
        return queries.query();
    }

    private ValueExpression valueFunction(String name, int start) throws JsonPathSyntaxException {
        if (!List.of("length", "count", "value").contains(name)) {
            cursor.reset(start);
            throw cursor.expected(OPERAND + " that yields a value");
        }
        open(name);
        ValueExpression call = switch (name) {
            case "length" -> new ValueExpression.Length(value());
            case "count" -> new ValueExpression.Count(query("a query"));
            default -> new ValueExpression.Value(query("a query"));
        };
        close();
        return call;
    }

    private Optional<RegexpFunction> regexpFunction() {
        int start = cursor.index();
        String name = word();
        for (RegexpFunction function : RegexpFunction.values()) {
            if (function.symbol().equals(name)) {
                return Optional.of(function);
            }
        }
        cursor.reset(start);
        return Optional.empty();
    }

    private LogicalExpression regexpTest(RegexpFunction function) throws JsonPathSyntaxException {
        open(function.symbol());
        ValueExpression text = value();
        cursor.skipBlanks();
        cursor.expect(",", "',' and the second argument of " + function.symbol());
        cursor.skipBlanks();
        int start = cursor.index();
        ValueExpression pattern = value();
        close();
        RegexpTest test = RegexpTest.of(function, text, pattern);
        if (test.isNeverTrue()) {
            cursor.remark(
                    start,
                    "Pattern %s is no regular expression, so %s is always false".formatted(pattern, function.symbol()));
        }
        return test;
    }

    private void open(String function) throws JsonPathSyntaxException {
        cursor.enterFilter();
        cursor.expect("(", "'(' directly behind " + function);
        cursor.skipBlanks();
    }

    private void close() throws JsonPathSyntaxException {
        cursor.skipBlanks();
        cursor.expect(")", "')', the end of the arguments,");
        cursor.leaveFilter();
    }

    /** The name of a function or literal, or an empty text. */
    private String word() {
        int start = cursor.index();
        while (cursor.peek() >= 'a' && cursor.peek() <= 'z' || cursor.isAt("_") || cursor.isAtDigit()) {
            cursor.next();
        }
        return cursor.textSince(start);
    }
}
