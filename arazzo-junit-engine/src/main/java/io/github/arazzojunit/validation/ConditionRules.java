package io.github.arazzojunit.validation;

import io.github.arazzojunit.criterion.ConditionChecker;
import io.github.arazzojunit.criterion.ConditionProblem;
import io.github.arazzojunit.criterion.jsonpath.JsonPathCondition;
import io.github.arazzojunit.criterion.jsonpath.JsonPathQuery;
import io.github.arazzojunit.criterion.jsonpath.JsonPathSyntaxException;
import io.github.arazzojunit.expression.Template;
import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.ExpressionType;
import io.github.arazzojunit.model.ExpressionType.Language;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.RequestBody.PayloadReplacement;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.validation.Contents.CriterionUse;
import io.github.arazzojunit.validation.Contents.SelectorUse;
import java.util.List;

/** Conditions, selectors and the targets of replacements (CRT-03, CRT-29, CRT-45, CRT-50, SEL-01 to SEL-25, BOD-21). */
final class ConditionRules {

    private static final String CONTEXT_RULES = "context-";

    private final Inspection inspection;

    private ConditionRules(Inspection inspection) {
        this.inspection = inspection;
    }

    static void check(Inspection inspection) {
        ConditionRules rules = new ConditionRules(inspection);
        inspection.contents().criteria().forEach(rules::criterion);
        inspection.contents().selectors().forEach(rules::selector);
        inspection.workflow().steps().forEach(rules::replacements);
    }

    private void criterion(CriterionUse use) {
        Criterion criterion = use.criterion();
        for (ConditionProblem problem : ConditionChecker.check(criterion)) {
            report(problem, use.site().field(problem.rule().startsWith(CONTEXT_RULES) ? "context" : "condition"));
        }
        remarks(criterion.condition(), criterion.type(), use.site().field("condition"));
    }

    private void selector(SelectorUse use) {
        Site site = use.site().field("selector");
        ConditionChecker.checkSelector(use.selector().selector(), use.selector().type())
                .forEach(problem -> report(problem, site));
        remarks(use.selector().selector(), use.selector().type(), site);
    }

    private void replacements(Step step) {
        step.requestBody()
                .ifPresent(body -> body.replacements()
                        .forEach(replacement ->
                                target(replacement, body.contentType().orElse("application/json"))));
    }

    private void target(PayloadReplacement replacement, String contentType) {
        LocatedNode node = replacement.source().member("target").orElse(replacement.source());
        Spot spot = Spot.of(node);
        if (replacement.targetSelectorType().isPresent()) {
            ConditionChecker.checkSelector(
                            replacement.target(),
                            replacement.targetSelectorType().get())
                    .forEach(problem -> inspection
                            .findings()
                            .report(problem.rule(), problem.severity(), spot, problem.message(), problem.remedy()));
            return;
        }
        boolean pointer = replacement.target().isEmpty()
                || replacement.target().startsWith("/")
                || replacement.target().startsWith("#/");
        if (!pointer
                && contentType.contains("json")
                && Template.parse(replacement.target()).isConstant()) {
            inspection.report(
                    ValidationRule.REPLACEMENT_TARGET,
                    spot,
                    "The target '" + replacement.target() + "' of a replacement in a JSON body is no JSON Pointer.",
                    "Write a pointer such as '/items/0/id', or add 'targetSelectorType: jsonpath' (Arazzo 1.1).");
        }
    }

    /** What a valid JSONPath query says about itself. */
    private void remarks(String text, ExpressionType type, Site site) {
        if (type.language() == Language.JSONPATH
                && type.version().filter(version -> !version.equals("rfc9535")).isEmpty()
                && Template.parse(text).isConstant()) {
            jsonPathRemarks(text)
                    .forEach(remark -> inspection.report(
                            ValidationRule.PATTERN_MATCHES_NOTHING,
                            site.spot(),
                            remark + ".",
                            "Correct the pattern; a test that negates it would always hold."));
        }
    }

    private static List<String> jsonPathRemarks(String text) {
        try {
            return JsonPathQuery.parse(text).remarks();
        } catch (JsonPathSyntaxException e) {
            return jsonPathConditionRemarks(text);
        }
    }

    private static List<String> jsonPathConditionRemarks(String text) {
        try {
            return JsonPathCondition.parse(text).remarks();
        } catch (JsonPathSyntaxException e) {
            // The check of the condition has reported it.
            return List.of();
        }
    }

    private void report(ConditionProblem problem, Site site) {
        inspection
                .findings()
                .report(problem.rule(), problem.severity(), site.spot(), problem.message(), problem.remedy());
    }
}
