package io.github.arazzojunit.criterion;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A compiled condition of a type that has a context. Thread-safe. */
interface ContextCondition {

    /**
     * Judges the context, which is neither missing nor null.
     *
     * @throws UnusableConditionException for an unsuitable context and every error of the evaluation
     */
    Verdict judge(JsonNode context, Duration timeLimit) throws UnusableConditionException;

    /** What is unusual about the condition. */
    List<ConditionProblem> remarks();

    /** @throws UnusableConditionException for wrong syntax */
    static ContextCondition compile(LanguageVersion version, String text) throws UnusableConditionException {
        return switch (version) {
            case REGEX -> RegexCondition.compile(text);
            case JSONPATH_RFC_9535 -> Rfc9535Condition.compile(text);
            case JSONPATH_GOESSNER -> new GoessnerCondition(GoessnerPath.compile(text));
            case XPATH_10, XPATH_20, XPATH_30, XPATH_31 -> new XPathCondition(XPaths.compile(version, text));
            case JSON_POINTER ->
                throw new UnusableConditionException(
                        "jsonpointer has no truth value and cannot be the type of a criterion");
            case SIMPLE -> throw new IllegalArgumentException("simple conditions have no context");
        };
    }

    /** The outcome for one context. */
    record Verdict(
            boolean satisfied,
            List<CriterionResult.Operand> operands,
            Optional<CriterionResult.Comparison> comparison,
            Optional<String> reason,
            List<String> notes) {

        static Verdict of(boolean satisfied, String otherwise, List<String> notes) {
            return new Verdict(
                    satisfied,
                    List.of(),
                    Optional.empty(),
                    satisfied ? Optional.empty() : Optional.of(otherwise),
                    notes);
        }
    }
}
