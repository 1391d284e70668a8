package io.github.arazzojunit.runner;

import io.github.arazzojunit.contract.ContractViolation;
import io.github.arazzojunit.http.Exchange;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.PreparedRequest;
import io.github.arazzojunit.http.RequestException;
import io.github.arazzojunit.http.TransportException;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.source.OperationReferences;
import io.github.arazzojunit.source.Resolution;
import io.github.arazzojunit.source.SourceOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends the request of an operation step (STP-60), again where its credentials are renewed, and judges the messages. */
final class OperationCall {

    private static final int UNAUTHORIZED = 401;

    private final Interpreter interpreter;
    private final RequestTarget target;
    private final StepRequest requests;

    OperationCall(Interpreter interpreter, RequestTarget target) {
        this.interpreter = interpreter;
        this.target = target;
        this.requests = new StepRequest(interpreter, target);
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
        UpcomingRequest upcoming;
        try {
            upcoming = upcoming(visit, attempt, operation, requests.prepare(visit, operation, scope, notes), scope);
            notes.addAll(target.prepare(upcoming));
        } catch (StepRequest.ValueException | RequestException e) {
            return Optional.of(TargetResult.failed(scope, e.getMessage(), notes));
        } catch (TargetException e) {
            return Optional.of(TargetResult.unanswerable(scope, e.getMessage(), notes));
        }
        PreparedRequest request = upcoming.request();
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
        return Optional.of(received(upcoming, exchange, start, state, notes));
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
        if (!interpreter.settings().responseContract().isOff()) {
            operation.contract().response(operation.operation(), exchange.request(), exchange.response()).stream()
                    .filter(violation ->
                            interpreter.settings().responseContract().verdict(operation.operation(), violation)
                                    != RunSettings.ContractVerdict.OFF)
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
            UpcomingRequest upcoming, Exchange exchange, Instant start, InvocationState state, List<String> notes) {
        StepVisit visit = upcoming.visit();
        SourceOperation operation = upcoming.operation();
        PreparedRequest request = upcoming.request();
        state.exchanged(exchange);
        Optional<String> unserved = target.unserved(exchange.response());
        List<String> violations = new ArrayList<>();
        if (unserved.isEmpty()) {
            RequestTarget.Remarks remarks = target.answered(upcoming, exchange.response());
            violations.addAll(remarks.violations());
            notes.addAll(remarks.notes());
            violations.addAll(violations(operation, request, exchange, notes));
            interpreter.publish(new RunEvent.Exchanged(visit, operation, request, exchange, start, false));
        }
        return new TargetResult(
                InvocationScope.of(state).with(Optional.of(request), Optional.of(exchange)),
                Optional.of(exchange),
                Optional.of(operation),
                unserved,
                violations,
                notes,
                false);
    }

    /** What fails the step; what only deserves a warning is noted. */
    private List<String> violations(
            SourceOperation operation, PreparedRequest request, Exchange exchange, List<String> notes) {
        List<String> failing = new ArrayList<>();
        RunSettings settings = interpreter.settings();
        Operation described = operation.operation();
        if (!settings.requestContract().isOff()) {
            List<ContractViolation> violations = operation.contract().request(described, request);
            sort("the request", violations, described, settings.requestContract(), failing, notes);
        }
        if (!settings.responseContract().isOff()) {
            List<ContractViolation> violations =
                    operation.contract().response(described, exchange.request(), exchange.response());
            sort("the response", violations, described, settings.responseContract(), failing, notes);
        }
        return failing;
    }

    private static void sort(
            String message,
            List<ContractViolation> violations,
            Operation operation,
            ContractSettings settings,
            List<String> failing,
            List<String> notes) {
        for (ContractViolation violation : violations) {
            String text = message + (violation.isWarning() ? ": " : " violates the description: ") + violation;
            switch (settings.verdict(operation, violation)) {
                case FAIL -> failing.add(text);
                case WARN -> notes.add(text);
                case OFF -> {
                    // nobody wants to know
                }
            }
        }
    }
}
