package io.github.arazzojunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.expression.RuntimeExpression.AllInputs;
import io.github.arazzojunit.expression.RuntimeExpression.ComponentReference;
import io.github.arazzojunit.expression.RuntimeExpression.Inputs;
import io.github.arazzojunit.expression.RuntimeExpression.Message;
import io.github.arazzojunit.expression.RuntimeExpression.Method;
import io.github.arazzojunit.expression.RuntimeExpression.Origin;
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
import java.util.Optional;
import java.util.function.Function;

/** Finds the value of an expression (EXP-10..34). Values keep their type and are shared with the scope, not copied. */
public final class ExpressionEvaluator {

    private ExpressionEvaluator() {}

    /** Never fails: what cannot be found is missing, with the reason. */
    public static Evaluation evaluate(RuntimeExpression expression, Scope scope) {
        if (expression instanceof Url) {
            return scope.url();
        } else if (expression instanceof Method) {
            return scope.method();
        } else if (expression instanceof StatusCode) {
            return scope.statusCode();
        } else if (expression instanceof Self) {
            return scope.self();
        } else if (expression instanceof Message message) {
            return message(message, scope);
        } else if (expression instanceof Inputs inputs) {
            return named(scope.inputs(), inputs.name(), inputs.pointer());
        } else if (expression instanceof AllInputs inputs) {
            return at(scope.inputs(), inputs.pointer());
        } else if (expression instanceof Outputs outputs) {
            return named(scope.outputs(), outputs.name(), outputs.pointer());
        } else if (expression instanceof StepOutput output) {
            return named(scope.stepOutputs(output.stepId()), output.name(), output.pointer());
        } else if (expression instanceof WorkflowInput input) {
            return named(scope.workflowInputs(input.workflowId()), input.name(), input.pointer());
        } else if (expression instanceof WorkflowOutput output) {
            return named(scope.workflowOutputs(output.workflowId()), output.name(), output.pointer());
        } else if (expression instanceof WorkflowStepOutput output) {
            return named(
                    scope.workflowStepOutputs(output.workflowId(), output.stepId()), output.name(), output.pointer());
        } else if (expression instanceof SourceDescriptionReference reference) {
            return scope.sourceDescription(reference.name(), reference.reference());
        } else {
            ComponentReference reference = (ComponentReference) expression;
            return scope.component(reference.type(), reference.key());
        }
    }

    private static Evaluation message(Message message, Scope scope) {
        return switch (message.origin()) {
            case REQUEST -> request(message.source(), scope);
            case RESPONSE -> response(message.source(), scope);
            case MESSAGE -> new Evaluation.Missing("there is no message: steps on AsyncAPI sources are not executed");
        };
    }

    private static Evaluation request(Source source, Scope scope) {
        if (source instanceof Source.Header header) {
            return scope.requestHeader(header.name());
        } else if (source instanceof Source.Query query) {
            return scope.requestQuery(query.name());
        } else if (source instanceof Source.Path path) {
            return scope.requestPath(path.name());
        }
        return body(source, Origin.REQUEST, scope.requestBody());
    }

    private static Evaluation response(Source source, Scope scope) {
        if (source instanceof Source.Header header) {
            return scope.responseHeader(header.name());
        } else if (source instanceof Source.Query || source instanceof Source.Path) {
            return new Evaluation.Missing("an HTTP response has no query and no path; $request has");
        }
        return body(source, Origin.RESPONSE, scope.responseBody());
    }

    private static Evaluation body(Source source, Origin origin, Evaluation body) {
        if (source instanceof Source.Body plain) {
            return at(body, plain.pointer());
        } else if (source instanceof Source.BodyAccess access) {
            return map(body, json -> access(json, access.path()));
        }
        return new Evaluation.Missing(
                "an HTTP " + (origin == Origin.REQUEST ? "request" : "response") + " has a body and no payload");
    }

    /** A value by its name, behind which may stand a pointer or access to members and items (AMB-61). */
    public static Evaluation named(JsonNode group, String reference) {
        int pointerAt = reference.indexOf('#');
        return pointerAt < 0
                ? access(group, reference)
                : at(access(group, reference.substring(0, pointerAt)), Optional.of(reference.substring(pointerAt + 1)));
    }

    private static Evaluation named(Evaluation group, String name, Optional<String> pointer) {
        return at(map(group, json -> access(json, name)), pointer);
    }

    private static Evaluation access(JsonNode json, String path) {
        Optional<JsonNode> found = AccessPath.read(json, path);
        return found.isPresent()
                ? new Evaluation.Value(found.get())
                : new Evaluation.Missing(
                        JsonPointers.nothing(json, path.startsWith(".") ? path.substring(1) : path, ""));
    }

    private static Evaluation at(Evaluation whole, Optional<String> pointer) {
        return pointer.isEmpty() ? whole : map(whole, json -> JsonPointers.readLeniently(json, pointer.get()));
    }

    private static Evaluation map(Evaluation evaluation, Function<JsonNode, Evaluation> step) {
        return evaluation instanceof Evaluation.Value value ? step.apply(value.json()) : evaluation;
    }
}
