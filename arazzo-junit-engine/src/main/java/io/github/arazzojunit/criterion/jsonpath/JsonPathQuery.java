package io.github.arazzojunit.criterion.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.criterion.demand.Demands;
import java.util.List;

/**
 * A JSONPath query to the letter of RFC 9535 (CRT-50, SEL-03), with its functions {@code length}, {@code count},
 * {@code match}, {@code search} and {@code value}. Numbers compare exactly, strings with case (CRT-54). Immutable and
 * thread-safe; two queries are equal when they have the same canonical text, hence the same meaning.
 */
public final class JsonPathQuery {

    private final Query query;
    private final String canonical;
    private final List<String> remarks;

    private JsonPathQuery(Query query, List<String> remarks) {
        this.query = query;
        this.remarks = remarks;
        this.canonical = query.toString();
    }

    /**
     * Reads a query; there must be nothing around it, not even a blank.
     *
     * @throws JsonPathSyntaxException if the text is not well-formed or not valid: a function applied to arguments of
     *     the wrong type, an integer beyond 2^53-1, more than 100 filters or 1000 parentheses in each other
     */
    public static JsonPathQuery parse(String query) throws JsonPathSyntaxException {
        Cursor cursor = new Cursor(query);
        if (!cursor.isAt("$")) {
            throw cursor.expected("'$', with which a query begins,");
        }
        Query parsed = new QueryParser(cursor).query();
        if (!cursor.isAtEnd()) {
            throw cursor.expected("'.', '[' or the end of the query (comparisons belong in a filter, [?@.a == 1])");
        }
        return new JsonPathQuery(parsed, cursor.remarks());
    }

    /**
     * Selects nodes, in the order that RFC 9535 prescribes and otherwise in document order; a node can occur repeatedly.
     *
     * @param root what {@code $} stands for; JSON null is a value, a missing node is not
     * @return the nodes, empty if there are none
     * @throws JsonPathEvaluationException if the evaluation would take too long
     * @throws IllegalArgumentException if {@code root} is a missing node
     */
    public List<JsonPathNode> select(JsonNode root) {
        return select(root, new EvaluationLimits());
    }

    List<JsonPathNode> select(JsonNode root, EvaluationLimits limits) {
        return query.select(FilterContext.of(root, limits)).stream()
                .map(node -> new JsonPathNode(
                        node.trail().normalizedPath(), node.trail().pointer(), node.value()))
                .toList();
    }

    /** Whether the form of the query allows one node at most (RFC 9535, section 2.3.5.1). */
    public boolean isSingular() {
        return query.isSingular();
    }

    /**
     * What is valid, but hardly meant: a literal pattern that is no regular expression and so matches nothing, which RFC
     * 9535 allows. Sentences that quote the query and name the column; empty as a rule.
     */
    public List<String> remarks() {
        return remarks;
    }

    /**
     * What a document needs so that the query selects something.
     *
     * @param negated so that it selects nothing
     */
    public Demands demands(boolean negated) {
        return QueryDemands.existence(query, List.of(), negated);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonPathQuery that && that.canonical.equals(canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    /** The canonical text of the query; {@link #parse(String)} makes an equal query of it. */
    @Override
    public String toString() {
        return canonical;
    }
}
