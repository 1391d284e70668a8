package io.github.arazzojunit.validation;

import io.github.arazzojunit.expression.ExpressionSyntaxException;
import io.github.arazzojunit.expression.LenientReading;
import io.github.arazzojunit.expression.RuntimeExpressionParser;
import io.github.arazzojunit.expression.Template;
import io.github.arazzojunit.expression.Template.Segment;
import io.github.arazzojunit.model.Finding.Severity;
import io.github.arazzojunit.validation.Contents.SelectorUse;
import io.github.arazzojunit.validation.Contents.Text;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How expressions are written (EXP-01 to EXP-05, AMB-55, AMB-65). */
final class SpellingRules {

    /** A known root, or one that is nearly known, with something behind it. */
    private static final Pattern LIKE_EXPRESSION = Pattern.compile(
            "\\$(?:inputs?|outputs?|steps?|workflows?|request|response|message|sourceDescriptions?|components)"
                    + "\\.[A-Za-z][^\\s\"',;}]*|(?<=\\{)\\$(?:statusCode|url|method|self)[^}]*(?=})",
            Pattern.CASE_INSENSITIVE);

    private final Inspection inspection;

    private SpellingRules(Inspection inspection) {
        this.inspection = inspection;
    }

    static void check(Inspection inspection) {
        SpellingRules rules = new SpellingRules(inspection);
        inspection.contents().texts().forEach(rules::template);
        inspection.contents().expressions().forEach(rules::output);
        inspection.contents().selectors().forEach(rules::selector);
    }

    private void template(Text text) {
        Template template = Template.parse(text.text());
        readings(template.lenientReadings(), text.site());
        template.segments().stream()
                .filter(Segment.Literal.class::isInstance)
                .map(segment -> ((Segment.Literal) segment).text())
                .forEach(literal -> literal(literal, text.site()));
    }

    private void literal(String literal, Site site) {
        Matcher matcher = LIKE_EXPRESSION.matcher(literal);
        if (matcher.find()) {
            inspection.report(
                    ValidationRule.LITERAL_LIKE_EXPRESSION,
                    site.spot(),
                    "'" + matcher.group()
                            + "' begins like a runtime expression, but is none, so it is sent as it stands: "
                            + problem(matcher.group()) + ".",
                    "Correct the expression; inside longer text it stands in braces. A text that is meant as it stands"
                            + " can come from an input.");
        }
    }

    private static String problem(String text) {
        try {
            RuntimeExpressionParser.parse(text);
            return "it stands inside longer text, without braces";
        } catch (ExpressionSyntaxException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void output(Text output) {
        try {
            Template template = Template.parseOutput(output.text());
            readings(template.lenientReadings(), output.site());
            if (!template.isWholeExpression()) {
                inspection.report(
                        ValidationRule.EMBEDDED_OUTPUT,
                        output.site().spot(),
                        "The output '" + output.text()
                                + "' has expressions inside of a text, which Arazzo knows in requests only; it is read as"
                                + " there, and its value is a text.",
                        "Write one runtime expression, and put the text around it where the output is used.");
            }
        } catch (ExpressionSyntaxException e) {
            inspection.report(
                    ValidationRule.INVALID_OUTPUT_EXPRESSION,
                    output.site().spot(),
                    "The output cannot be evaluated: " + e.getMessage() + ".",
                    "Write one runtime expression without anything around it, for example '$response.body#/id'.");
        }
    }

    private void selector(SelectorUse use) {
        Site context = use.site().field("context");
        try {
            readings(
                    RuntimeExpressionParser.parseContext(use.selector().context())
                            .lenientReadings(),
                    context);
        } catch (ExpressionSyntaxException e) {
            boolean output =
                    use.site().place() == Place.STEP_OUTPUT || use.site().place() == Place.WORKFLOW_OUTPUT;
            inspection.report(
                    output ? ValidationRule.INVALID_OUTPUT_EXPRESSION : ValidationRule.SELECTOR_CONTEXT,
                    context.spot(),
                    "The context of the selector is unusable: " + e.getMessage() + ".",
                    "Write one runtime expression, for example '$response.body'.");
        }
    }

    private void readings(List<LenientReading> readings, Site site) {
        readings.forEach(reading -> inspection
                .findings()
                .report(
                        reading.rule(),
                        Severity.WARNING,
                        site.spot(),
                        reading.message() + ".",
                        "Write '" + reading.conformingSpelling() + "'."));
    }
}
