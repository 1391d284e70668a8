package io.github.arazzojunit.runner;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.expression.Template;
import io.github.arazzojunit.expression.TemplateEscaping;
import io.github.arazzojunit.expression.ValueEvaluator;
import io.github.arazzojunit.http.ContentTypes;
import io.github.arazzojunit.http.InitialPayload;
import io.github.arazzojunit.http.MediaType;
import io.github.arazzojunit.http.PreparedRequest;
import io.github.arazzojunit.http.RequestBuilder;
import io.github.arazzojunit.http.RequestContent;
import io.github.arazzojunit.http.RequestException;
import io.github.arazzojunit.http.RequestParameter;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Parameter;
import io.github.arazzojunit.model.Position;
import io.github.arazzojunit.model.RequestBody;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.OperationParameter;
import io.github.arazzojunit.source.SourceOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evaluates the values of an operation step and makes its request of them. */
final class StepRequest {

    private final Interpreter interpreter;
    private final RequestTarget target;
    private final RequestBuilder requests = new RequestBuilder();

    StepRequest(Interpreter interpreter, RequestTarget target) {
        this.interpreter = interpreter;
        this.target = target;
    }

    /** The values of a step cannot be had; the message says which and why. */
    static final class ValueException extends Exception {

        private static final long serialVersionUID = 1L;

        ValueException(String message) {
            super(message, null, false, false);
        }
    }

    /** @param notes get what is not sent, and why */
    PreparedRequest prepare(StepVisit visit, SourceOperation operation, InvocationScope scope, List<String> notes)
            throws ValueException, RequestException, TargetException {
        List<RequestParameter> parameters = new ArrayList<>();
        for (Parameter parameter : EffectiveLists.parameters(visit.invocation().workflow(), visit.step())) {
            evaluate(parameter, visit, operation.operation(), scope, notes).ifPresent(parameters::add);
        }
        parameters.addAll(target.credentials(operation, parameters));
        Optional<RequestContent> content = content(visit, operation.operation(), parameters, scope, notes);
        try {
            return requests.build(operation.operation(), target.baseUrl(operation), parameters, content);
        } catch (RequestException e) {
            throw content.isPresent()
                            && e.getMessage().contains(content.get().position().toString())
                    ? new RequestException(e.getMessage() + MissingValue.inputsOf(visit))
                    : e;
        }
    }

    private Optional<RequestParameter> evaluate(
            Parameter parameter, StepVisit visit, Operation operation, InvocationScope scope, List<String> notes)
            throws ValueException {
        ValueEvaluator values = interpreter.values(visit.invocation().document());
        Parameter.Location in = parameter
                .in()
                .orElseThrow(() -> new ValueException("Parameter '" + parameter.name() + "' ("
                        + parameter.source().position() + ") has no 'in', so it cannot be sent. Add it."));
        Evaluation evaluation = in == Parameter.Location.QUERYSTRING
                ? query(parameter, values, operation, scope)
                : values.evaluate(parameter.value().value(), scope);
        if (evaluation instanceof Evaluation.Value value) {
            return Optional.of(new RequestParameter(parameter.name(), in, value.json()));
        }
        String described = in.fieldValue() + " parameter '" + parameter.name() + "' ("
                + parameter.source().position() + ")";
        if (evaluation instanceof Evaluation.Missing missing
                && in != Parameter.Location.PATH
                && !required(parameter.name(), in, operation)) {
            notes.add(described + " is not sent: " + missing.reason());
            return Optional.empty();
        }
        LocatedNode destination = operation
                .parameter(in, parameter.name())
                .map(OperationParameter::source)
                .orElse(operation.source());
        String message = "The " + described + " has no value: " + reason(evaluation);
        throw new ValueException(message + MissingValue.places(message, visit, destination));
    }

    /** The author encodes the query, but not what is embedded in it: that is done here, for a form (AMB-25). */
    private static Evaluation query(
            Parameter parameter, ValueEvaluator values, Operation operation, InvocationScope scope) {
        boolean form = operation
                .parameter(Parameter.Location.QUERYSTRING, parameter.name())
                .flatMap(OperationParameter::contentMediaType)
                .flatMap(MediaType::parse)
                .map(MediaType::isForm)
                .orElse(true);
        if (!form || !parameter.value().isText()) {
            return values.evaluate(parameter.value().value(), scope);
        }
        Template template = Template.parse(parameter.value().text());
        return template.isWholeExpression()
                ? template.evaluate(scope)
                : template.render(scope, TemplateEscaping.FORM).text();
    }

    private static boolean required(String name, Parameter.Location in, Operation operation) {
        return operation
                .parameter(in, name)
                .filter(OperationParameter::required)
                .isPresent();
    }

    private Optional<RequestContent> content(
            StepVisit visit,
            Operation operation,
            List<RequestParameter> parameters,
            InvocationScope scope,
            List<String> notes)
            throws ValueException, RequestException {
        if (visit.step().requestBody().isEmpty()) {
            return Optional.empty();
        }
        RequestBody body = visit.step().requestBody().get();
        if (body.payload().isEmpty() && body.replacements().isEmpty()) {
            return Optional.empty();
        }
        ValueEvaluator values = interpreter.values(visit.invocation().document());
        JsonNode written = body.payload().map(LocatedNode::value).orElseGet(interpreter::newObject);
        Optional<String> given = contentTypeHeader(parameters).or(body::contentType);
        String mediaType = ContentTypes.ofRequest(operation, given, written);
        Optional<JsonNode> payload = Optional.empty();
        try {
            if (body.payload().isPresent()) {
                payload = Optional.of(PayloadEvaluator.evaluate(body.payload().get(), mediaType, values, scope, notes));
            }
            if (!body.replacements().isEmpty()) {
                payload = Optional.of(Replacements.apply(
                        payload, InitialPayload.of(operation, given), mediaType, body, values, scope));
            }
        } catch (ValueException e) {
            throw new ValueException(
                    e.getMessage() + MissingValue.places(e.getMessage(), visit, described(operation, mediaType)));
        }
        Position position = body.payload().orElse(body.source()).position();
        return payload.map(value -> new RequestContent(given, value, position));
    }

    private static LocatedNode described(Operation operation, String mediaType) {
        return MediaType.parse(mediaType)
                .flatMap(type -> ContentTypes.describing(operation, type))
                .map(MediaTypeDescription::source)
                .orElse(operation.source());
    }

    /** A header parameter wins over the {@code contentType} of the body (AMB-31). */
    private static Optional<String> contentTypeHeader(List<RequestParameter> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.in() == Parameter.Location.HEADER)
                .filter(parameter -> parameter.name().equalsIgnoreCase("Content-Type"))
                .map(RequestParameter::value)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst();
    }

    static String reason(Evaluation evaluation) {
        if (evaluation instanceof Evaluation.Missing missing) {
            return missing.reason();
        }
        return ((Evaluation.Error) evaluation).reason();
    }
}
