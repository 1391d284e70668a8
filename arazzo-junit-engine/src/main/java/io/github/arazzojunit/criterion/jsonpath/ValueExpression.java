package io.github.arazzojunit.criterion.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.github.arazzojunit.criterion.jsonpath.JsonPathCondition.Operand;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What can be compared: RFC 9535's <i>ValueType</i>. Its <i>Nothing</i> is Jackson's missing node. {@link #toString()}
 * is the canonical text.
 */
sealed interface ValueExpression {

    JsonNode evaluate(FilterContext context);

    /** The value together with the text that stands for it. */
    default Operand observe(FilterContext context) {
        JsonNode value = evaluate(context);
        return new Operand(toString(), value.isMissingNode() ? Optional.empty() : Optional.of(value));
    }

    /** Tells what the value is, unless the text says so already. */
    default void observeUnlessLiteral(FilterContext context, Consumer<Operand> sink) {
        sink.accept(observe(context));
    }

    /** A singular query, read as a measure of its owner where it ends in {@code length}. */
    static ValueExpression withLengthAsMember(Query query) {
        int last = query.segments().size() - 1;
        if (last < 0 || !query.segments().get(last).equals(Segment.child(new Selector.Name("length")))) {
            return new SingularQuery(query);
        }
        Query owner = new Query(query.origin(), query.segments().subList(0, last));
        return new LengthMember(owner, query);
    }

    /** A string, number, {@code true}, {@code false} or {@code null}. */
    record Literal(JsonNode value) implements ValueExpression {

        @Override
        public JsonNode evaluate(FilterContext context) {
            return value;
        }

        @Override
        public void observeUnlessLiteral(FilterContext context, Consumer<Operand> sink) {
            // "'a' is 'a'" would tell the reader of a failure nothing.
        }

        @Override
        public String toString() {
            return value.isTextual() ? Quoted.text(value.textValue()) : value.asText();
        }
    }

    /** The value of the node that a singular query selects. */
    record SingularQuery(Query query) implements ValueExpression {

        @Override
        public JsonNode evaluate(FilterContext context) {
            return query.onlyValue(context);
        }

        @Override
        public String toString() {
            return query.toString();
        }
    }

    /**
     * {@code owner.length} in a lenient condition: the member of that name where there is one, otherwise what the
     * function {@code length} says about the owner.
     */
    record LengthMember(Query owner, Query member) implements ValueExpression {

        @Override
        public JsonNode evaluate(FilterContext context) {
            JsonNode exact = member.onlyValue(context);
            return exact.isMissingNode() ? JsonValues.length(owner.onlyValue(context)) : exact;
        }

        @Override
        public String toString() {
            return member.toString();
        }
    }

    /** {@code length(value)} (RFC 9535, section 2.4.4). */
    record Length(ValueExpression argument) implements ValueExpression {

        @Override
        public JsonNode evaluate(FilterContext context) {
            return JsonValues.length(argument.evaluate(context));
        }

        @Override
        public String toString() {
            return "length(" + argument + ")";
        }
    }

    /** {@code count(query)} (RFC 9535, section 2.4.5). */
    record Count(Query argument) implements ValueExpression {

        @Override
        public JsonNode evaluate(FilterContext context) {
            return IntNode.valueOf(argument.select(context).size());
        }

        @Override
        public String toString() {
            return "count(" + argument + ")";
        }
    }

    /** {@code value(query)} (RFC 9535, section 2.4.8). */
    record Value(Query argument) implements ValueExpression {

        @Override
        public JsonNode evaluate(FilterContext context) {
            return argument.onlyValue(context);
        }

        @Override
        public String toString() {
            return "value(" + argument + ")";
        }
    }
}
