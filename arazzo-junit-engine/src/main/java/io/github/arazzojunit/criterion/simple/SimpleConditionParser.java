package io.github.arazzojunit.criterion.simple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.criterion.simple.Condition.And;
import io.github.arazzojunit.criterion.simple.Condition.Comparison;
import io.github.arazzojunit.criterion.simple.Condition.ExpressionOperand;
import io.github.arazzojunit.criterion.simple.Condition.Literal;
import io.github.arazzojunit.criterion.simple.Condition.Not;
import io.github.arazzojunit.criterion.simple.Condition.Operand;
import io.github.arazzojunit.criterion.simple.Condition.Operator;
import io.github.arazzojunit.criterion.simple.Condition.Or;
import io.github.arazzojunit.criterion.simple.Condition.Test;
import io.github.arazzojunit.expression.ExpressionSyntaxException;
import io.github.arazzojunit.expression.LenientReading;
import io.github.arazzojunit.expression.ParsedExpression;
import io.github.arazzojunit.expression.RuntimeExpressionParser;
import io.github.arazzojunit.expression.Template;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recursive descent over the grammar that AMB-38 adopts: {@code ||} binds weaker than {@code &&}, {@code !} stands only
 * before a parenthesis or a bare operand, comparisons do not chain.
 */
final class SimpleConditionParser {

    private static final int DEEPEST_NESTING = 200;
    private static final List<String> COMPARISONS = List.of("==", "!=", "<", ">", "=");

    private final ConditionLexer lexer;
    private final List<LenientReading> readings = new ArrayList<>();
    private int depth;

    private SimpleConditionParser(String text) {
        this.lexer = new ConditionLexer(text);
    }

    static SimpleCondition parse(String text) throws ConditionSyntaxException {
        SimpleConditionParser parser = new SimpleConditionParser(text);
        Condition condition = parser.or();
        if (!parser.lexer.isAtEnd()) {
            throw parser.lexer.failure(parser.lexer.index(), "expected an operator or the end of the condition");
        }
        return new SimpleCondition(condition, parser.readings);
    }

    private Condition or() throws ConditionSyntaxException {
        List<Condition> parts = new ArrayList<>(List.of(and()));
        while (lexer.accept("||")) {
            parts.add(and());
        }
        return parts.size() == 1 ? parts.get(0) : new Or(parts);
    }

    private Condition and() throws ConditionSyntaxException {
        List<Condition> parts = new ArrayList<>(List.of(unary()));
        while (lexer.accept("&&")) {
            parts.add(unary());
        }
        return parts.size() == 1 ? parts.get(0) : new And(parts);
    }

    private Condition unary() throws ConditionSyntaxException {
        lexer.skipBlanks();
        if (lexer.isAt("!") && !lexer.isAt("!=")) {
            lexer.accept("!");
            lexer.skipBlanks();
            Condition negated = lexer.isAt("(") || lexer.isAt("{") ? grouped() : new Test(operand());
            lexer.refuse(COMPARISONS, "'!' before a comparison needs parentheses, as in !($a == 1):");
            return new Not(negated);
        }
        if (lexer.isAt("(")) {
            Condition condition = grouped();
            lexer.refuse(COMPARISONS, "what stands in parentheses cannot be compared: unexpected operator");
            return condition;
        }
        if (lexer.isAt("{")) {
            Condition condition = grouped();
            return condition instanceof Test test ? comparison(test.operand()) : condition;
        }
        return comparison(operand());
    }

    /** A condition in parentheses or, leniently, in braces (CRT-37). */
    private Condition grouped() throws ConditionSyntaxException {
        int start = lexer.index();
        if (++depth > DEEPEST_NESTING) {
            throw lexer.failure(start, "more than " + DEEPEST_NESTING + " nested parentheses");
        }
        boolean braces = lexer.accept("{");
        String close = braces ? "}" : ")";
        if (!braces) {
            lexer.accept("(");
        }
        Condition condition = or();
        if (!lexer.accept(close)) {
            throw lexer.failure(lexer.index(), "expected an operator or '" + close + "'");
        }
        lexer.skipBlanks();
        depth--;
        if (braces) {
            readings.add(new LenientReading(
                    "braces-in-simple-condition",
                    "braces around '" + condition.text() + "' are ignored: simple conditions embed nothing",
                    condition instanceof Test ? condition.text() : "(" + condition.text() + ")"));
        }
        return condition;
    }

    private Condition comparison(Operand left) throws ConditionSyntaxException {
        Optional<Operator> operator = operator();
        if (operator.isEmpty()) {
            return new Test(left);
        }
        lexer.skipBlanks();
        Operand right;
        if (lexer.isAt("{")) {
            int start = lexer.index();
            if (!(grouped() instanceof Test test)) {
                throw lexer.failure(start, "expected a value to compare with");
            }
            right = test.operand();
        } else {
            right = operand();
        }
        lexer.refuse(COMPARISONS, "comparisons cannot be chained, combine them with &&: unexpected operator");
        return new Comparison(left, operator.get(), right);
    }

    private Optional<Operator> operator() throws ConditionSyntaxException {
        lexer.refuse(List.of("==="), "'===' is no operator, use '==':");
        for (Operator operator : Operator.values()) {
            if (lexer.accept(operator.symbol())) {
                return Optional.of(operator);
            }
        }
        lexer.refuse(List.of("="), "'=' is no operator, use '==':");
        return Optional.empty();
    }

    private Operand operand() throws ConditionSyntaxException {
        lexer.skipBlanks();
        int start = lexer.index();
        Operand operand;
        if (lexer.isAt("'")) {
            operand = string(lexer.singleQuoted());
        } else if (lexer.isAt("\"")) {
            String value = lexer.doubleQuoted();
            readings.add(new LenientReading(
                    "double-quoted-string",
                    "a string in double quotes is read as string literal",
                    "'" + value.replace("'", "''") + "'"));
            operand = string(value);
        } else {
            String token = lexer.operand();
            operand = token.startsWith("$") ? expression(token, start) : literal(token, start);
        }
        lexer.skipBlanks();
        return operand;
    }

    /** Nothing is embedded in a literal of a simple condition (EXP-48); who writes braces there hardly means them. */
    private Operand string(String value) {
        if (value.contains("{$") && !Template.parse(value).isConstant()) {
            readings.add(new LenientReading(
                    "expression-in-string",
                    "the braces in '" + value + "' are part of the text: simple conditions embed nothing",
                    "the runtime expression without quotes and braces"));
        }
        return new Literal(TextNode.valueOf(value));
    }

    private Operand expression(String token, int start) throws ConditionSyntaxException {
        try {
            ParsedExpression parsed = RuntimeExpressionParser.parse(token);
            readings.addAll(parsed.lenientReadings());
            return new ExpressionOperand(token, parsed.expression());
        } catch (ExpressionSyntaxException e) {
            throw lexer.failure(start + e.index(), "in the runtime expression " + token + ": " + e.problem());
        }
    }

    private Operand literal(String token, int start) throws ConditionSyntaxException {
        return switch (token) {
            case "true" -> new Literal(BooleanNode.TRUE);
            case "false" -> new Literal(BooleanNode.FALSE);
            case "null" -> new Literal(NullNode.getInstance());
            case "" ->
                throw lexer.failure(start, "expected a runtime expression, a number, true, false, null or a 'string'");
            default -> new Literal(number(token, start));
        };
    }

    private JsonNode number(String token, int start) throws ConditionSyntaxException {
        Optional<BigDecimal> number = Numbers.parse(token);
        if (number.isEmpty()) {
            throw lexer.failure(
                    start,
                    "'" + token
                            + "' is neither a runtime expression nor a literal; strings stand in single quotes, as in"
                            + " '" + token + "':");
        }
        return DecimalNode.valueOf(number.get());
    }
}
