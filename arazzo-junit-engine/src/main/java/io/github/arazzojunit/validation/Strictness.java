package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Finding.Severity;
import java.util.List;
import java.util.Set;

/** The two ways to take findings: as they are (lenient, the default), or to the letter of the specification. */
public final class Strictness {

    /**
     * Warnings of other packages about what conforms: a pattern of a wider dialect, a context that the text even asks for
     * (AMB-36), a constant that resembles a selector (AMB-27), a literal that resembles a template (EXP-48), a path where
     * an id is preferred (STP-24), an input that is given in vain.
     */
    private static final Set<String> ADVICE_ELSEWHERE = Set.of(
            "regex-dialect",
            "context-ignored",
            "selector-near-miss",
            "expression-in-string",
            "operation-path-with-operation-id",
            "undeclared-input-value");

    private Strictness() {}

    /**
     * The findings of strict mode: every warning about conformance is an error. Hints stay, and so do warnings about
     * what conforms and is only unlikely to be meant ({@link ValidationRule#isAdvice()}).
     */
    public static List<Finding> strict(List<Finding> findings) {
        return findings.stream()
                .map(finding -> concernsConformance(finding) ? asError(finding) : finding)
                .toList();
    }

    private static boolean concernsConformance(Finding finding) {
        return finding.severity() == Severity.WARNING
                && !ADVICE_ELSEWHERE.contains(finding.rule())
                && ValidationRule.of(finding.rule())
                        .filter(ValidationRule::isAdvice)
                        .isEmpty();
    }

    private static Finding asError(Finding finding) {
        return new Finding(
                finding.rule(),
                Severity.ERROR,
                finding.position(),
                finding.pointer(),
                finding.message(),
                finding.remedy());
    }
}
