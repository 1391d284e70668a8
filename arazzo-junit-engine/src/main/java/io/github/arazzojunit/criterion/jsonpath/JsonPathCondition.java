package io.github.arazzojunit.criterion.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.criterion.demand.Demands;
import io.github.arazzojunit.criterion.jsonpath.FilterParser.Reading;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A jsonpath condition that is no query but what RFC 9535 calls a logical expression, with {@code $} as the root:
 * {@code $.status != 'running'}, {@code $.n > 3 && $.ok == true}, {@code !$.error} (the lenient reading of CRT-50).
 *
 * <p>All rules are those of filters in RFC 9535: a query on its own tests existence, strings compare with case, a
 * missing value equals only another missing value. One thing is added: {@code .length} behind a singular query that is
 * compared, or passed to a function, is the number of elements, members or characters, unless there is a member of that
 * name. Immutable and thread-safe; two conditions are equal when they have the same canonical text.
 */
public final class JsonPathCondition {

    private final LogicalExpression expression;
    private final String canonical;
    private final List<String> remarks;

    private JsonPathCondition(LogicalExpression expression, List<String> remarks) {
        this.expression = expression;
        this.remarks = remarks;
        this.canonical = expression.toString();
    }

    /**
     * Reads a condition; blanks around it are ignored.
     *
     * @throws JsonPathSyntaxException if the text is no such condition
     */
    public static JsonPathCondition parse(String text) throws JsonPathSyntaxException {
        Cursor cursor = new Cursor(text);
        LogicalExpression expression = new FilterParser(cursor, Reading.CONDITION).expression();
        if (!cursor.isAtEnd()) {
            throw cursor.expected("'&&', '||' or the end of the condition");
        }
        return new JsonPathCondition(expression, cursor.remarks());
    }

    /**
     * Judges a value.
     *
     * @param root what {@code $} stands for; JSON null is a value, a missing node is not
     * @throws JsonPathEvaluationException if the evaluation would take too long
     * @throws IllegalArgumentException if {@code root} is a missing node
     */
    public Outcome test(JsonNode root) {
        FilterContext context = FilterContext.of(root, new EvaluationLimits());
        boolean satisfied = expression.test(context);
        Set<Operand> operands = new LinkedHashSet<>();
        expression.observe(context, operands::add);
        Optional<Comparison> comparison = expression instanceof LogicalExpression.Comparison compared
                ? Optional.of(new Comparison(
                        compared.left().observe(context),
                        compared.operator().symbol(),
                        compared.right().observe(context)))
                : Optional.empty();
        return new Outcome(satisfied, List.copyOf(operands), comparison);
    }

    /** What is valid, but hardly meant, as {@link JsonPathQuery#remarks()} has it. */
    public List<String> remarks() {
        return remarks;
    }

    /**
     * What a document needs so that the condition is true.
     *
     * @param negated so that it is false
     */
    public Demands demands(boolean negated) {
        return QueryDemands.of(expression, List.of(), negated);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonPathCondition that && that.canonical.equals(canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    /** The canonical text of the condition: {@link #parse(String)} makes an equal condition of it. */
    @Override
    public String toString() {
        return canonical;
    }

    /**
     * What a condition said about a value.
     *
     * @param operands what each query and function of the condition yielded, in the order of the text, each once; also
     *     those that did not matter for the result
     * @param comparison both sides, when the whole condition is one comparison
     */
    public record Outcome(boolean satisfied, List<Operand> operands, Optional<Comparison> comparison) {

        public Outcome {
            operands = List.copyOf(operands);
        }
    }

    /**
     * A part of a condition and what it yielded.
     *
     * @param text canonical text, for example {@code $.items.length} or {@code 'running'}
     * @param value empty if nothing is there; the values in an array if the part is a query that can select several
     */
    public record Operand(String text, Optional<JsonNode> value) {}

    /**
     * Two operands that were compared.
     *
     * @param operator as written: one of {@code == != < <= > >=}
     */
    public record Comparison(Operand left, String operator, Operand right) {}
}
