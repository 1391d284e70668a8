package io.github.arazzojunit.validation;

import io.github.arazzojunit.expression.RuntimeExpression;
import io.github.arazzojunit.expression.RuntimeExpression.Message;
import io.github.arazzojunit.expression.RuntimeExpression.Origin;
import io.github.arazzojunit.expression.RuntimeExpression.Source;
import io.github.arazzojunit.model.StepTarget;
import java.util.regex.Pattern;

/** What an expression can read at the place where it stands (EXP-07, EXP-08, EXP-17, EXP-26, AMB-17, AMB-66). */
final class ScopeRules {

    private static final Pattern PERCENT_ENCODED = Pattern.compile("#.*%[0-9A-Fa-f]{2}");

    private final Inspection inspection;

    private ScopeRules(Inspection inspection) {
        this.inspection = inspection;
    }

    static void check(Inspection inspection) {
        inspection.uses().forEach(new ScopeRules(inspection)::check);
    }

    private void check(ExpressionUse use) {
        RuntimeExpression expression = use.expression();
        if (readsExchange(expression)) {
            exchange(use);
        }
        if (expression instanceof Message message) {
            source(message, use);
        }
        if (expression instanceof RuntimeExpression.Self
                && inspection.document().self().isEmpty()) {
            report(
                    ValidationRule.SELF_ABSENT,
                    use,
                    "is missing, because the document has no '$self'.",
                    "Add '$self' to the document.");
        }
        version(use);
        if (PERCENT_ENCODED.matcher(expression.text()).find()) {
            report(
                    ValidationRule.PERCENT_ENCODED_POINTER,
                    use,
                    "has a percent-encoded pointer. It is taken literally first, then decoded.",
                    "Write the pointer as plain text.");
        }
    }

    private static boolean readsExchange(RuntimeExpression expression) {
        return expression instanceof RuntimeExpression.Url
                || expression instanceof RuntimeExpression.Method
                || expression instanceof RuntimeExpression.StatusCode
                || expression instanceof Message;
    }

    private void exchange(ExpressionUse use) {
        Site site = use.site();
        if (site.place().isBeforeRequest()) {
            report(
                    ValidationRule.EXPRESSION_BEFORE_REQUEST,
                    use,
                    "is missing here: it is evaluated before the request of this step is sent.",
                    "Read an output of an earlier step: '$steps.<stepId>.outputs.<name>'.");
        } else if (site.place() == Place.WORKFLOW_OUTPUT) {
            report(
                    ValidationRule.EXCHANGE_IN_WORKFLOW_OUTPUT,
                    use,
                    "belongs to a single step, and the outputs of a workflow are taken when it has ended.",
                    "Make it an output of the step, and write '$steps.<stepId>.outputs.<name>'.");
        } else if (site.step()
                .filter(step -> step.target() instanceof StepTarget.WorkflowCall)
                .isPresent()) {
            report(
                    ValidationRule.EXCHANGE_OF_CALLED_WORKFLOW,
                    use,
                    "is read in a step that calls a workflow; it means the last exchange of that workflow.",
                    "Make it an output of the called workflow, and write '$outputs.<name>'.");
        }
    }

    private void source(Message message, ExpressionUse use) {
        Source source = message.source();
        boolean payload = source instanceof Source.Payload || source instanceof Source.PayloadAccess;
        boolean body = source instanceof Source.Body || source instanceof Source.BodyAccess;
        boolean address = source instanceof Source.Query || source instanceof Source.Path;
        boolean meaningless = switch (message.origin()) {
            case REQUEST -> payload;
            case RESPONSE -> payload || address;
            case MESSAGE -> body || address;
        };
        if (meaningless) {
            report(
                    ValidationRule.MEANINGLESS_EXPRESSION,
                    use,
                    "is allowed by the grammar, but there is no such value; it is always missing.",
                    message.origin() == Origin.MESSAGE
                            ? "A message has 'header.<name>' and 'payload'."
                            : "A response has 'header.<name>' and 'body', a request 'query.<name>' and 'path.<name>' too.");
        }
    }

    private void version(ExpressionUse use) {
        boolean newer = use.expression() instanceof RuntimeExpression.Self
                || use.expression() instanceof Message message && message.origin() == Origin.MESSAGE;
        if (newer && inspection.document().isVersion10()) {
            report(
                    ValidationRule.NEWER_EXPRESSION,
                    use,
                    "came with Arazzo 1.1, and this document says "
                            + inspection.document().version() + "; it is evaluated all the same.",
                    "Write 'arazzo: 1.1.0' at the top of the document.");
        }
    }

    private void report(ValidationRule rule, ExpressionUse use, String problem, String remedy) {
        inspection.report(rule, use.site().spot(), use.quoted() + " " + problem, remedy);
    }
}
