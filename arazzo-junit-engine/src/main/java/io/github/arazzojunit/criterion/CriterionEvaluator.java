package io.github.arazzojunit.criterion;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.criterion.CriterionResult.Comparison;
import io.github.arazzojunit.criterion.CriterionResult.Operand;
import io.github.arazzojunit.criterion.simple.ConditionSyntaxException;
import io.github.arazzojunit.criterion.simple.SimpleCondition;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.expression.ExpressionEvaluator;
import io.github.arazzojunit.expression.ExpressionSyntaxException;
import io.github.arazzojunit.expression.RuntimeExpressionParser;
import io.github.arazzojunit.expression.Scope;
import io.github.arazzojunit.expression.Template;
import io.github.arazzojunit.model.Criterion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Judges criteria (CRT-20..75, EXP-61). Conditions of a document are compiled once per instance. Thread-safe.
 */
public final class CriterionEvaluator {

    /** Time for one evaluation of a regular expression or an XPath expression: plenty, as a busy machine is no endless loop. */
    public static final Duration DEFAULT_TIME_LIMIT = Duration.ofSeconds(5);

    private final Duration timeLimit;
    private final Map<String, SimpleCondition> simpleConditions = new ConcurrentHashMap<>();
    private final Map<Key, ContextCondition> contextConditions = new ConcurrentHashMap<>();

    private record Key(LanguageVersion version, String text) {}

    /** @param timeLimit see {@link #DEFAULT_TIME_LIMIT} */
    public CriterionEvaluator(Duration timeLimit) {
        this.timeLimit = timeLimit;
    }

    /** Never throws for what is wrong with the criterion: it is not satisfied then, with the reason (CRT-74). */
    public CriterionResult evaluate(Criterion criterion, Scope scope) {
        Optional<LanguageVersion> version = LanguageVersion.of(criterion.type());
        if (version.isEmpty()) {
            return CriterionResult.unusable(criterion, List.of(), LanguageVersion.unsupported(criterion.type()));
        }
        return version.get() == LanguageVersion.SIMPLE
                ? simple(criterion, scope)
                : withContext(criterion, version.get(), scope);
    }

    private CriterionResult simple(Criterion criterion, Scope scope) {
        try {
            SimpleCondition.Outcome outcome = simple(criterion.condition()).evaluate(scope);
            return new CriterionResult(
                    criterion,
                    outcome.satisfied(),
                    outcome.operands().stream().map(CriterionEvaluator::operand).toList(),
                    outcome.comparison()
                            .map(observed -> new Comparison(
                                    operand(observed.left()), observed.operator(), operand(observed.right()))),
                    outcome.problem(),
                    outcome.notes());
        } catch (ConditionSyntaxException e) {
            return CriterionResult.unusable(criterion, List.of(), e.getMessage());
        }
    }

    private SimpleCondition simple(String text) throws ConditionSyntaxException {
        SimpleCondition known = simpleConditions.get(text);
        if (known != null) {
            return known;
        }
        SimpleCondition parsed = SimpleCondition.parse(text);
        simpleConditions.put(text, parsed);
        return parsed;
    }

    private CriterionResult withContext(Criterion criterion, LanguageVersion version, Scope scope) {
        if (criterion.context().isEmpty()) {
            return CriterionResult.unusable(
                    criterion,
                    List.of(),
                    "a condition of type " + criterion.type().language().fieldValue()
                            + " needs a context to be applied to");
        }
        String expression = criterion.context().get();
        Operand context;
        try {
            context = new Operand(
                    expression,
                    ExpressionEvaluator.evaluate(
                            RuntimeExpressionParser.parseContext(expression).expression(), scope));
        } catch (ExpressionSyntaxException e) {
            return CriterionResult.unusable(criterion, List.of(), "the context " + e.getMessage());
        }
        try {
            JsonNode json = json(context);
            ContextCondition.Verdict verdict =
                    condition(criterion.condition(), version, scope).judge(json, timeLimit);
            return new CriterionResult(
                    criterion,
                    verdict.satisfied(),
                    Stream.concat(Stream.of(context), verdict.operands().stream())
                            .toList(),
                    verdict.comparison(),
                    verdict.reason(),
                    verdict.notes());
        } catch (UnusableConditionException e) {
            return CriterionResult.unusable(criterion, List.of(context), e.getMessage());
        }
    }

    /** A context that is missing or null fails every condition (CRT-42, CRT-52, CRT-63). */
    private static JsonNode json(Operand context) throws UnusableConditionException {
        if (context.value() instanceof Evaluation.Value value) {
            if (value.json().isNull()) {
                throw new UnusableConditionException("the context " + context.text() + " is null");
            }
            return value.json();
        }
        throw new UnusableConditionException(
                context.value() instanceof Evaluation.Missing missing
                        ? "the context " + context.text() + " finds nothing: " + missing.reason()
                        : "the context " + context.text() + " cannot be evaluated: "
                                + ((Evaluation.Error) context.value()).reason());
    }

    /** Texts with embedded expressions are compiled anew, as each value makes another text of them (CRT-70). */
    private ContextCondition condition(String text, LanguageVersion version, Scope scope)
            throws UnusableConditionException {
        Template template = Template.parse(text);
        if (!template.isConstant()) {
            return ContextCondition.compile(version, Embedding.render(template, version, scope));
        }
        Key key = new Key(version, text);
        ContextCondition known = contextConditions.get(key);
        if (known != null) {
            return known;
        }
        ContextCondition compiled = ContextCondition.compile(version, text);
        contextConditions.put(key, compiled);
        return compiled;
    }

    private static Operand operand(SimpleCondition.Observation observation) {
        return new Operand(observation.text(), observation.value());
    }
}
