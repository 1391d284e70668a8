package io.github.arazzojunit.junit.execution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.runner.Attempt;
import io.github.arazzojunit.runner.ExchangeText;
import io.github.arazzojunit.runner.FailureMessage;
import io.github.arazzojunit.runner.Masker;
import io.github.arazzojunit.runner.WorkflowResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.reporting.ReportEntry;

/** The report entries of steps and workflows, secrets masked. */
final class ReportEntries {

    private ReportEntries() {}

    /** What an attempt sent, received and produced; one line each. */
    static ReportEntry ofAttempt(Attempt attempt, Masker masker) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("arazzo.attempt", attempt.number() + ": " + verdict(attempt, masker));
        attempt.exchange().ifPresent(exchange -> {
            ExchangeText text = new ExchangeText(exchange, masker);
            values.put("arazzo.request", line(text.request(), text.requestBody()));
            values.put("arazzo.response", line(text.status(), text.responseBody()));
        });
        if (!attempt.outputs().isEmpty()) {
            values.put("arazzo.step.outputs", masker.json(attempt.outputs()).toString());
        }
        if (!attempt.notes().isEmpty()) {
            values.put("arazzo.notes", masker.text(String.join("; ", attempt.notes())));
        }
        return ReportEntry.from(values);
    }

    static ReportEntry ofRetry(String reason) {
        return ReportEntry.from("arazzo.retry", reason);
    }

    static ReportEntry ofContainerLog(String log) {
        return ReportEntry.from("arazzo.container.log", log);
    }

    /** The outputs of a workflow and what there is to say about them; empty when there is nothing. */
    static Optional<ReportEntry> ofWorkflow(WorkflowResult result, Masker masker) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!result.outputs().isEmpty()) {
            values.put("arazzo.workflow.outputs", masker.json(result.outputs()).toString());
        }
        if (!result.notes().isEmpty()) {
            values.put("arazzo.notes", masker.text(String.join("; ", result.notes())));
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(ReportEntry.from(values));
    }

    /** What should be mended although the workflow runs. */
    static ReportEntry ofWarning(String warning) {
        return ReportEntry.from("arazzo.warning", warning);
    }

    /** The inputs that were made because nobody gave them; empty when there are none. */
    static Optional<ReportEntry> ofMadeInputs(ObjectNode inputs, Masker masker) {
        return inputs.isEmpty()
                ? Optional.empty()
                : Optional.of(ReportEntry.from(
                        "arazzo.inputs.made", masker.json(inputs).toString()));
    }

    private static String verdict(Attempt attempt, Masker masker) {
        return attempt.successful() ? "passed" : masker.text(FailureMessage.summary(attempt));
    }

    private static String line(String head, Optional<String> body) {
        return head + body.map(text -> " " + text).orElse("");
    }
}
