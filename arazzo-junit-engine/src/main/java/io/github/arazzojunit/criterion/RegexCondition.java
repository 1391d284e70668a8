package io.github.arazzojunit.criterion;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.criterion.regex.EcmaPattern;
import io.github.arazzojunit.criterion.regex.EcmaPattern.RegexLimitException;
import io.github.arazzojunit.expression.JsonText;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.PatternSyntaxException;

/** Conditions of type {@code regex}: a search in the string form of the context (CRT-40..44). */
final class RegexCondition implements ContextCondition {

    private final EcmaPattern pattern;

    private RegexCondition(EcmaPattern pattern) {
        this.pattern = pattern;
    }

    static ContextCondition compile(String text) throws UnusableConditionException {
        try {
            return new RegexCondition(EcmaPattern.compile(text));
        } catch (PatternSyntaxException e) {
            throw new UnusableConditionException(
                    "'" + text + "' is no regular expression: " + e.getDescription(),
                    e.getIndex() < 0 ? OptionalInt.empty() : OptionalInt.of(e.getIndex()));
        }
    }

    @Override
    public Verdict judge(JsonNode context, Duration timeLimit) throws UnusableConditionException {
        try {
            return Verdict.of(
                    pattern.isFoundIn(JsonText.of(context), timeLimit), "the pattern is not found", List.of());
        } catch (RegexLimitException e) {
            throw new UnusableConditionException(e.getMessage());
        }
    }

    @Override
    public List<ConditionProblem> remarks() {
        return pattern.remarks().stream()
                .map(remark -> ConditionProblem.warning(
                        "regex-dialect", "In this pattern " + remark + ".", "Write the pattern in ECMA-262 syntax."))
                .toList();
    }
}
