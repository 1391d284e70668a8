package io.github.arazzojunit.expression;

import io.github.arazzojunit.expression.RuntimeExpression.AllInputs;
import io.github.arazzojunit.expression.RuntimeExpression.ComponentReference;
import io.github.arazzojunit.expression.RuntimeExpression.Inputs;
import io.github.arazzojunit.expression.RuntimeExpression.Message;
import io.github.arazzojunit.expression.RuntimeExpression.Method;
import io.github.arazzojunit.expression.RuntimeExpression.Outputs;
import io.github.arazzojunit.expression.RuntimeExpression.Self;
import io.github.arazzojunit.expression.RuntimeExpression.Source;
import io.github.arazzojunit.expression.RuntimeExpression.SourceDescriptionReference;
import io.github.arazzojunit.expression.RuntimeExpression.StatusCode;
import io.github.arazzojunit.expression.RuntimeExpression.StepOutput;
import io.github.arazzojunit.expression.RuntimeExpression.Url;
import io.github.arazzojunit.expression.RuntimeExpression.WorkflowInput;
import io.github.arazzojunit.expression.RuntimeExpression.WorkflowOutput;
import io.github.arazzojunit.expression.RuntimeExpression.WorkflowStepOutput;
import java.util.Locale;
import java.util.Optional;

/** Writes expressions so that parsing gives an equal expression back. */
final class ExpressionPrinter {

    private ExpressionPrinter() {}

    static String print(RuntimeExpression expression) {
        if (expression instanceof Url) {
            return "$url";
        } else if (expression instanceof Method) {
            return "$method";
        } else if (expression instanceof StatusCode) {
            return "$statusCode";
        } else if (expression instanceof Self) {
            return "$self";
        } else if (expression instanceof Message message) {
            return "$" + message.origin().name().toLowerCase(Locale.ROOT) + "." + source(message.source());
        } else if (expression instanceof Inputs inputs) {
            return "$inputs." + inputs.name() + pointer(inputs.pointer());
        } else if (expression instanceof AllInputs inputs) {
            return "$inputs" + pointer(inputs.pointer());
        } else if (expression instanceof Outputs outputs) {
            return "$outputs." + outputs.name() + pointer(outputs.pointer());
        } else if (expression instanceof StepOutput output) {
            return "$steps." + output.stepId() + ".outputs." + output.name() + pointer(output.pointer());
        } else if (expression instanceof WorkflowInput input) {
            return "$workflows." + input.workflowId() + ".inputs." + input.name() + pointer(input.pointer());
        } else if (expression instanceof WorkflowOutput output) {
            return "$workflows." + output.workflowId() + ".outputs." + output.name() + pointer(output.pointer());
        } else if (expression instanceof WorkflowStepOutput output) {
            return "$workflows." + output.workflowId() + ".steps." + output.stepId() + ".outputs." + output.name()
                    + pointer(output.pointer());
        } else if (expression instanceof SourceDescriptionReference reference) {
            return "$sourceDescriptions." + reference.name() + "." + CharText.encode(reference.reference());
        } else {
            ComponentReference reference = (ComponentReference) expression;
            return "$components." + reference.type() + "." + reference.key();
        }
    }

    private static String source(Source source) {
        if (source instanceof Source.Header header) {
            return "header." + header.name();
        } else if (source instanceof Source.Query query) {
            return "query." + CharText.encode(query.name());
        } else if (source instanceof Source.Path path) {
            return "path." + CharText.encode(path.name());
        } else if (source instanceof Source.Body body) {
            return "body" + pointer(body.pointer());
        } else if (source instanceof Source.Payload payload) {
            return "payload" + pointer(payload.pointer());
        } else if (source instanceof Source.BodyAccess access) {
            return "body" + access.path();
        } else {
            return "payload" + ((Source.PayloadAccess) source).path();
        }
    }

    private static String pointer(Optional<String> pointer) {
        return pointer.map(text -> "#" + text).orElse("");
    }
}
