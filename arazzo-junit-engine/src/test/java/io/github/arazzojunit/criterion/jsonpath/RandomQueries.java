package io.github.arazzojunit.criterion.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.criterion.jsonpath.Query.Origin;
import io.github.arazzojunit.criterion.jsonpath.Segment.Reach;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Makes syntax trees and documents by chance, the same ones for the same seed. */
final class RandomQueries {

    private static final List<String> NAMES = List.of(
            "a", "b", "length", "odd name", "", "'", "\"", "\\", "\n", "\u0000", "ü", "😀", "$", "@", "1", "a.b");

    private static final List<String> PATTERNS = List.of("a", "a.*", "[a-c]+", "(", "a$", "\\p{L}", "[[&&]", "");

    private final Random random;

    RandomQueries(long seed) {
        this.random = new Random(seed);
    }

    Query query(int depth) {
        return new Query(Origin.ROOT, several(0, 4, i -> segment(depth)));
    }

    LogicalExpression expression(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 3)) {
            case 0 -> new LogicalExpression.Existence(relative(depth));
            case 1 ->
                new LogicalExpression.Comparison(value(depth), one(List.of(ComparisonOperator.values())), value(depth));
            case 2 ->
                LogicalExpression.RegexpTest.of(
                        one(List.of(RegexpFunction.values())),
                        value(depth),
                        random.nextBoolean() ? literal(TextNode.valueOf(one(PATTERNS))) : value(depth));
            case 3 -> new LogicalExpression.Not(expression(depth - 1));
            case 4 -> new LogicalExpression.And(several(2, 3, i -> expression(depth - 1)));
            default -> new LogicalExpression.Or(several(2, 3, i -> expression(depth - 1)));
        };
    }

    JsonNode document(int depth) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        switch (random.nextInt(depth > 0 ? 4 : 2)) {
            case 0:
                return scalar();
            case 1:
                return nodes.numberNode(random.nextInt(4));
            case 2:
                ArrayNode array = nodes.arrayNode();
                several(0, 4, i -> document(depth - 1)).forEach(array::add);
                return array;
            default:
                ObjectNode object = nodes.objectNode();
                several(0, 4, i -> document(depth - 1)).forEach(member -> object.set(one(NAMES), member));
                return object;
        }
    }

    /** The text with a few characters removed, doubled or replaced. */
    String damaged(String text) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = 0; i <= random.nextInt(3) && !damaged.isEmpty(); i++) {
            int where = random.nextInt(damaged.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.deleteCharAt(where);
                case 1 -> damaged.insert(where, damaged.charAt(random.nextInt(damaged.length())));
                default -> damaged.setCharAt(where, symbol());
            }
        }
        return damaged.toString();
    }

    /** Symbols of the grammar in any order. */
    String noise() {
        StringBuilder noise = new StringBuilder("$");
        several(0, 30, i -> symbol()).forEach(noise::append);
        return noise.toString();
    }

    private char symbol() {
        String symbols = "$@.[]()?*,:'\"\\!=<>&|-+ \t\n01289aeEulnfrtchmsv_/\u0000\u007fé\ud83d\ude00";
        return symbols.charAt(random.nextInt(symbols.length()));
    }

    private Query relative(int depth) {
        return new Query(one(List.of(Origin.values())), several(0, 3, i -> segment(depth - 1)));
    }

    private Query singular() {
        return new Query(
                one(List.of(Origin.values())),
                several(
                        0,
                        3,
                        i -> Segment.child(
                                random.nextBoolean()
                                        ? new Selector.Name(one(NAMES))
                                        : new Selector.Index(random.nextInt(5) - 2))));
    }

    private Segment segment(int depth) {
        Reach reach = random.nextInt(4) == 0 ? Reach.DESCENDANT : Reach.CHILD;
        return new Segment(reach, several(1, 3, i -> selector(depth)));
    }

    private Selector selector(int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 4)) {
            case 0 -> new Selector.Name(one(NAMES));
            case 1 -> new Selector.Wildcard();
            case 2 -> new Selector.Index(random.nextInt(9) - 4);
            case 3 -> new Selector.Slice(bound(), bound(), bound());
            default -> new Selector.Filter(expression(depth - 1));
        };
    }

    private Optional<Long> bound() {
        return random.nextBoolean() ? Optional.empty() : Optional.of((long) random.nextInt(11) - 5);
    }

    private ValueExpression value(int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 2)) {
            case 0 -> literal(scalar());
            case 1 -> new ValueExpression.SingularQuery(singular());
            case 2 -> new ValueExpression.Length(value(depth - 1));
            case 3 -> new ValueExpression.Count(relative(depth - 1));
            default -> new ValueExpression.Value(relative(depth - 1));
        };
    }

    private JsonNode scalar() {
        return switch (random.nextInt(5)) {
            case 0 -> NullNode.getInstance();
            case 1 -> BooleanNode.valueOf(random.nextBoolean());
            case 2 -> TextNode.valueOf(one(NAMES));
            default ->
                DecimalNode.valueOf(BigDecimal.valueOf(random.nextInt(2000) - 1000, random.nextInt(40) - 20)
                        .stripTrailingZeros());
        };
    }

    private static ValueExpression literal(JsonNode value) {
        return new ValueExpression.Literal(value);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> List<T> several(int least, int most, IntFunction<T> maker) {
        return IntStream.range(0, least + random.nextInt(most - least + 1))
                .mapToObj(maker)
                .toList();
    }
}
