package io.github.arazzojunit.runner;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.contract.ContractViolation;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.expression.Template;
import io.github.arazzojunit.expression.TemplateEscaping;
import io.github.arazzojunit.expression.ValueEvaluator;
import io.github.arazzojunit.http.ContentTypes;
import io.github.arazzojunit.http.Exchange;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.InitialPayload;
import io.github.arazzojunit.http.MediaType;
import io.github.arazzojunit.http.PreparedRequest;
import io.github.arazzojunit.http.RequestBuilder;
import io.github.arazzojunit.http.RequestContent;
import io.github.arazzojunit.http.RequestException;
import io.github.arazzojunit.http.RequestParameter;
import io.github.arazzojunit.http.TransportException;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Parameter;
import io.github.arazzojunit.model.RequestBody;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.OperationParameter;
import io.github.arazzojunit.source.OperationReferences;
import io.github.arazzojunit.source.Resolution;
import io.github.arazzojunit.source.SourceOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends the request of an operation step (STP-60): evaluates its values, builds it, exchanges it. */
final class OperationCall {

    private static final int UNAUTHORIZED = 401;

    private final Interpreter interpreter;
    private final RequestTarget target;
    private final RequestBuilder requests = new RequestBuilder();

    OperationCall(Interpreter interpreter, RequestTarget target) {
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

    TargetResult execute(StepVisit visit, InvocationState state, int attempt, Duration timeout) {
        InvocationScope scope = InvocationScope.of(state);
        List<String> notes = new ArrayList<>();
        Resolution<SourceOperation> resolved =
                OperationReferences.resolve(visit.invocation().document(), visit.step());
        if (resolved instanceof Resolution.NotFound<SourceOperation> reason) {
            return TargetResult.failed(scope, reason.finding().toString(), notes);
        }
        SourceOperation operation = ((Resolution.Found<SourceOperation>) resolved).target();
        List<String> renewal = new ArrayList<>();
        return execute(visit, operation, state, attempt, timeout, renewal, true)
                .or(() -> execute(visit, operation, state, attempt, timeout, renewal, false))
                .orElseThrow();
    }

    /**
     * Empty when the request has to be repeated because its credentials are renewed, which happens once.
     *
     * @param renewal what to note about the credentials
     */
    private Optional<TargetResult> execute(
            StepVisit visit,
            SourceOperation operation,
            InvocationState state,
            int attempt,
            Duration timeout,
            List<String> renewal,
            boolean repeatable) {
        InvocationScope scope = InvocationScope.of(state);
        List<String> notes = new ArrayList<>(renewal);
        PreparedRequest request;
        try {
            request = prepare(visit, operation, scope, notes);
            notes.addAll(target.prepare(upcoming(visit, attempt, operation, request, scope)));
        } catch (ValueException | RequestException e) {
            return Optional.of(TargetResult.failed(scope, e.getMessage(), notes));
        } catch (TargetException e) {
            return Optional.of(TargetResult.unanswerable(scope, e.getMessage(), notes));
        }
        notes.addAll(request.notes());
        InvocationScope sent = scope.with(Optional.of(request), Optional.empty());
        Instant start = interpreter.clock().instant();
        HttpResponse response;
        try {
            response = target.transport().send(request.request(), timeout);
        } catch (TransportException e) {
            return Optional.of(TargetResult.failed(sent, e.getMessage(), notes));
        }
        Exchange exchange = new Exchange(
                request.request(),
                response,
                Duration.between(start, interpreter.clock().instant()));
        if (response.status() == UNAUTHORIZED && repeatable) {
            if (target.refused(renewal)) {
                refused(visit, operation, request, exchange, start, renewal);
                return Optional.empty();
            }
            notes.addAll(renewal);
        }
        return Optional.of(received(visit, operation, request, exchange, start, state, notes));
    }

    /** The repetition decides the step; what is wrong with this response is only noted. */
    private void refused(
            StepVisit visit,
            SourceOperation operation,
            PreparedRequest request,
            Exchange exchange,
            Instant start,
            List<String> notes) {
        interpreter.publish(new RunEvent.Exchanged(visit, operation, request, exchange, start, true));
        if (interpreter.settings().responseContract() != RunSettings.ContractVerdict.OFF) {
            operation
                    .contract()
                    .response(operation.operation(), exchange.request(), exchange.response())
                    .forEach(violation -> notes.add("the response with 401 before it: " + violation));
        }
    }

    private UpcomingRequest upcoming(
            StepVisit visit, int attempt, SourceOperation operation, PreparedRequest request, InvocationScope scope) {
        return new UpcomingRequest(
                visit,
                attempt,
                operation,
                request,
                interpreter.settings(),
                interpreter.branch(visit),
                response -> scope.with(
                        Optional.of(request), Optional.of(new Exchange(request.request(), response, Duration.ZERO))));
    }

    private TargetResult received(
            StepVisit visit,
            SourceOperation operation,
            PreparedRequest request,
            Exchange exchange,
            Instant start,
            InvocationState state,
            List<String> notes) {
        state.exchanged(exchange);
        Optional<String> unserved = target.unserved(exchange.response());
        if (unserved.isEmpty()) {
            interpreter.publish(new RunEvent.Exchanged(visit, operation, request, exchange, start, false));
        }
        return new TargetResult(
                InvocationScope.of(state).with(Optional.of(request), Optional.of(exchange)),
                Optional.of(exchange),
                Optional.of(operation),
                unserved,
                unserved.isPresent() ? List.of() : violations(operation, request, exchange, notes),
                notes,
                false);
    }

    /** What fails the step; what only deserves a warning is noted. */
    private List<String> violations(
            SourceOperation operation, PreparedRequest request, Exchange exchange, List<String> notes) {
        List<String> failing = new ArrayList<>();
        RunSettings settings = interpreter.settings();
        if (settings.requestContract() != RunSettings.ContractVerdict.OFF) {
            sort(
                    "the request",
                    operation.contract().request(operation.operation(), request),
                    settings.requestContract(),
                    failing,
                    notes);
        }
        if (settings.responseContract() != RunSettings.ContractVerdict.OFF) {
            sort(
                    "the response",
                    operation.contract().response(operation.operation(), exchange.request(), exchange.response()),
                    settings.responseContract(),
                    failing,
                    notes);
        }
        return failing;
    }

    private static void sort(
            String message,
            List<ContractViolation> violations,
            RunSettings.ContractVerdict verdict,
            List<String> failing,
            List<String> notes) {
        for (ContractViolation violation : violations) {
            if (violation.isWarning()) {
                notes.add(message + ": " + violation);
            } else {
                (verdict == RunSettings.ContractVerdict.FAIL ? failing : notes)
                        .add(message + " violates the description: " + violation);
            }
        }
    }

    private PreparedRequest prepare(
            StepVisit visit, SourceOperation operation, InvocationScope scope, List<String> notes)
            throws ValueException, RequestException, TargetException {
        List<RequestParameter> parameters = new ArrayList<>();
        ValueEvaluator values = interpreter.values(visit.invocation().document());
        for (Parameter parameter : EffectiveLists.parameters(visit.invocation().workflow(), visit.step())) {
            evaluate(parameter, values, operation.operation(), scope, notes).ifPresent(parameters::add);
        }
        parameters.addAll(target.credentials(operation, parameters));
        Optional<RequestContent> content = content(visit, operation.operation(), parameters, scope, notes);
        return requests.build(operation.operation(), target.baseUrl(operation), parameters, content);
    }

    private Optional<RequestParameter> evaluate(
            Parameter parameter, ValueEvaluator values, Operation operation, InvocationScope scope, List<String> notes)
            throws ValueException {
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
        throw new ValueException("The " + described + " has no value: " + reason(evaluation));
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
        if (body.payload().isPresent()) {
            payload = Optional.of(PayloadEvaluator.evaluate(body.payload().get(), mediaType, values, scope, notes));
        }
        if (!body.replacements().isEmpty()) {
            payload = Optional.of(
                    Replacements.apply(payload, InitialPayload.of(operation, given), mediaType, body, values, scope));
        }
        return payload.map(value -> new RequestContent(given, value));
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
