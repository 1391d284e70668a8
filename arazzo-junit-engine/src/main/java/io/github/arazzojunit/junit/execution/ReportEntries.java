package io.github.arazzojunit.junit.execution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.http.Exchange;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.runner.Attempt;
import io.github.arazzojunit.runner.FailureMessage;
import io.github.arazzojunit.runner.Masker;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.reporting.ReportEntry;

/** The report entries of steps and workflows, secrets masked. */
final class ReportEntries {

    private ReportEntries() {}

    /** What an attempt sent, received and produced; one line each. */
    static Stream<ReportEntry> ofAttempt(Attempt attempt, Masker masker) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("arazzo.attempt", attempt.number() + ": " + verdict(attempt, masker));
        attempt.exchange().ifPresent(exchange -> {
            values.put("arazzo.request", request(exchange.request(), masker));
            values.put("arazzo.response", response(exchange, masker));
        });
        if (!attempt.outputs().isEmpty()) {
            values.put("arazzo.step.outputs", masker.json(attempt.outputs()).toString());
        }
        if (!attempt.notes().isEmpty()) {
            values.put("arazzo.notes", masker.text(String.join("; ", attempt.notes())));
        }
        return Stream.of(ReportEntry.from(values));
    }

    static ReportEntry ofRetry(String reason) {
        return ReportEntry.from("arazzo.retry", reason);
    }

    /** The outputs of a workflow; empty when it has none. */
    static Optional<ReportEntry> ofOutputs(ObjectNode outputs, Masker masker) {
        return outputs.isEmpty()
                ? Optional.empty()
                : Optional.of(ReportEntry.from(
                        "arazzo.workflow.outputs", masker.json(outputs).toString()));
    }

    /** What should be mended although the workflow runs. */
    static ReportEntry ofWarning(Finding warning) {
        return ReportEntry.from("arazzo.warning", warning.toString());
    }

    private static String verdict(Attempt attempt, Masker masker) {
        return attempt.successful() ? "passed" : masker.text(FailureMessage.summary(attempt));
    }

    private static String request(HttpRequest request, Masker masker) {
        return request.method() + " " + masker.url(request.uri().toString())
                + request.body()
                        .map(body -> " " + masker.body(body.text(StandardCharsets.UTF_8)))
                        .orElse("");
    }

    private static String response(Exchange exchange, Masker masker) {
        return exchange.response().status() + " in " + exchange.duration().toMillis() + " ms "
                + masker.body(exchange.response().bodyAsText());
    }
}
