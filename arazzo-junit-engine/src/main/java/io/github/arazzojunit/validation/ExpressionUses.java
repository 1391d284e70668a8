package io.github.arazzojunit.validation;

import io.github.arazzojunit.criterion.simple.ConditionSyntaxException;
import io.github.arazzojunit.criterion.simple.SimpleCondition;
import io.github.arazzojunit.expression.ExpressionSyntaxException;
import io.github.arazzojunit.expression.RuntimeExpression;
import io.github.arazzojunit.expression.RuntimeExpressionParser;
import io.github.arazzojunit.expression.Template;
import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.ExpressionType.Language;
import java.util.List;
import java.util.stream.Stream;

/** Finds the expressions in the contents of a workflow; texts that are none are left to other rules. */
final class ExpressionUses {

    private ExpressionUses() {}

    static List<ExpressionUse> of(Contents contents) {
        Stream<ExpressionUse> texts =
                contents.texts().stream().flatMap(text -> uses(embedded(text.text()), text.site()));
        Stream<ExpressionUse> outputs =
                contents.expressions().stream().flatMap(text -> uses(output(text.text()), text.site()));
        Stream<ExpressionUse> selectors = contents.selectors().stream()
                .flatMap(use -> Stream.concat(
                        uses(single(use.selector().context()), use.site().field("context")),
                        uses(embedded(use.selector().selector()), use.site().field("selector"))));
        Stream<ExpressionUse> criteria =
                contents.criteria().stream().flatMap(use -> criterion(use.criterion(), use.site()));
        return Stream.of(texts, outputs, selectors, criteria)
                .flatMap(uses -> uses)
                .toList();
    }

    private static Stream<ExpressionUse> criterion(Criterion criterion, Site site) {
        Stream<ExpressionUse> context =
                criterion.context().stream().flatMap(text -> uses(single(text), site.field("context")));
        Stream<RuntimeExpression> condition = criterion.type().language() == Language.SIMPLE
                ? simple(criterion.condition())
                : embedded(criterion.condition());
        return Stream.concat(context, uses(condition, site.field("condition")));
    }

    private static Stream<RuntimeExpression> simple(String condition) {
        try {
            return SimpleCondition.parse(condition).expressions().stream();
        } catch (ConditionSyntaxException e) {
            // The rules for conditions report it.
            return Stream.empty();
        }
    }

    private static Stream<RuntimeExpression> embedded(String text) {
        return Template.parse(text).expressions().stream();
    }

    private static Stream<RuntimeExpression> output(String text) {
        try {
            return Template.parseOutput(text).expressions().stream();
        } catch (ExpressionSyntaxException e) {
            // The rules for expressions report it.
            return Stream.empty();
        }
    }

    private static Stream<RuntimeExpression> single(String text) {
        try {
            return Stream.of(RuntimeExpressionParser.parseContext(text).expression());
        } catch (ExpressionSyntaxException e) {
            // The rules for expressions and conditions report it.
            return Stream.empty();
        }
    }

    private static Stream<ExpressionUse> uses(Stream<RuntimeExpression> expressions, Site site) {
        return expressions.map(expression -> new ExpressionUse(expression, site));
    }
}
