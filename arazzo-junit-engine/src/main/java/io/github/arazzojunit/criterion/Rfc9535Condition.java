package io.github.arazzojunit.criterion;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.criterion.jsonpath.JsonPathCondition;
import io.github.arazzojunit.criterion.jsonpath.JsonPathEvaluationException;
import io.github.arazzojunit.criterion.jsonpath.JsonPathQuery;
import io.github.arazzojunit.criterion.jsonpath.JsonPathSyntaxException;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.expression.JsonPointers;
import io.github.arazzojunit.model.Finding.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Conditions of type {@code jsonpath} by RFC 9535: a query that selects something (CRT-51) or, read leniently, a logical
 * expression or a JSON Pointer.
 */
final class Rfc9535Condition implements ContextCondition {

    private final Function<JsonNode, Verdict> judgement;
    private final List<ConditionProblem> remarks;

    private Rfc9535Condition(Function<JsonNode, Verdict> judgement, List<ConditionProblem> remarks) {
        this.judgement = judgement;
        this.remarks = remarks;
    }

    static ContextCondition compile(String text) throws UnusableConditionException {
        JsonPathSyntaxException noQuery;
        try {
            JsonPathQuery query = JsonPathQuery.parse(text);
            return new Rfc9535Condition(
                    root -> Verdict.of(!query.select(root).isEmpty(), "the query selects nothing", List.of()),
                    text.startsWith("$[?") ? List.of(rootFilter(text)) : List.of());
        } catch (JsonPathSyntaxException e) {
            noQuery = e;
        }
        String pointer = text.startsWith("#") ? text.substring(1) : text;
        if (pointer.startsWith("/") && JsonPointers.isPointer(pointer)) {
            return pointer(text, pointer);
        }
        try {
            JsonPathCondition condition = JsonPathCondition.parse(text);
            return new Rfc9535Condition(root -> verdict(condition.test(root)), List.of(logicalExpression(text)));
        } catch (JsonPathSyntaxException e) {
            JsonPathSyntaxException further = e.index() >= noQuery.index() ? e : noQuery;
            throw new UnusableConditionException(
                    "no JSONPath query and no comparison of queries: " + further.getMessage(),
                    OptionalInt.of(further.index()));
        }
    }

    @Override
    public Verdict judge(JsonNode context, Duration timeLimit) throws UnusableConditionException {
        JsonContext json = JsonContext.of(context);
        try {
            Verdict verdict = judgement.apply(json.value());
            return new Verdict(
                    verdict.satisfied(), verdict.operands(), verdict.comparison(), verdict.reason(), json.notes());
        } catch (JsonPathEvaluationException e) {
            throw new UnusableConditionException(e.getMessage());
        }
    }

    @Override
    public List<ConditionProblem> remarks() {
        return remarks;
    }

    private static ContextCondition pointer(String text, String pointer) {
        return new Rfc9535Condition(
                root -> Verdict.of(
                        JsonPointers.read(root, pointer) instanceof Evaluation.Value,
                        "the pointer finds nothing",
                        List.of()),
                List.of(ConditionProblem.warning(
                        "pointer-as-jsonpath",
                        "'" + text + "' is a JSON Pointer, not JSONPath; it is read as true when it finds a value.",
                        "Write a JSONPath query that selects the value.")));
    }

    private static Verdict verdict(JsonPathCondition.Outcome outcome) {
        Optional<CriterionResult.Comparison> comparison = outcome.satisfied()
                ? Optional.empty()
                : outcome.comparison()
                        .map(compared -> new CriterionResult.Comparison(
                                operand(compared.left()), compared.operator(), operand(compared.right())));
        return new Verdict(
                outcome.satisfied(),
                outcome.operands().stream().map(Rfc9535Condition::operand).toList(),
                comparison,
                Optional.empty(),
                List.of());
    }

    private static CriterionResult.Operand operand(JsonPathCondition.Operand operand) {
        return new CriterionResult.Operand(
                operand.text(),
                operand.value()
                        .<Evaluation>map(Evaluation.Value::new)
                        .orElseGet(() -> new Evaluation.Missing("the query selects nothing")));
    }

    private static ConditionProblem logicalExpression(String text) {
        return ConditionProblem.warning(
                "jsonpath-comparison",
                "'" + text + "' is no JSONPath query; it is read as a comparison over the context.",
                "Write a simple condition such as $response.body#/status == 'done', or put the comparison into a filter:"
                        + " $[?...].");
    }

    private static ConditionProblem rootFilter(String text) {
        return new ConditionProblem(
                Severity.HINT,
                "jsonpath-root-filter",
                "'" + text + "' filters the children of the context: for an object its members, not the object itself.",
                "For an array inside of the context write its name first: $.items[?...].",
                OptionalInt.of(1));
    }
}
