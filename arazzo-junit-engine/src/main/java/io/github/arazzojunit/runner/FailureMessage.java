package io.github.arazzojunit.runner;

import io.github.arazzojunit.criterion.CriterionResult;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.http.Exchange;
import io.github.arazzojunit.model.Position;

/** Explains a failed step: every criterion with the values seen, the exchange, and how to repeat it. */
public final class FailureMessage {

    private static final int POSITION_COLUMN = 76;
    private static final int LONGEST_VALUE = 200;

    private final Masker masker;
    private final StringBuilder text = new StringBuilder();

    private FailureMessage(Masker masker) {
        this.masker = masker;
    }

    /** The message of a failed step, several lines, secrets masked. */
    public static String of(StepFailure failure, Masker masker) {
        return new FailureMessage(masker).write(failure);
    }

    /** What failed in one line, without values. */
    public static String summary(Attempt attempt) {
        return attempt.error().orElseGet(() -> unmet(attempt));
    }

    /** What failed in one line, without values. */
    public static String summary(WorkflowResult result) {
        return result.problem()
                .or(() -> result.stepFailure()
                        .map(failure -> "step '" + failure.visit().step().stepId() + "' ("
                                + failure.visit().step().position() + "): " + summary(failure)))
                .orElse("no reason given");
    }

    private static String summary(StepFailure failure) {
        return failure.reason()
                .or(() -> failure.attempt().map(FailureMessage::summary))
                .orElse("no reason given");
    }

    private static String unmet(Attempt attempt) {
        long count = attempt.criteria().stream()
                .filter(result -> !result.satisfied())
                .count();
        int all = attempt.criteria().size();
        return count + " of " + all + (all == 1 ? " success criterion" : " success criteria") + " not met";
    }

    private String write(StepFailure failure) {
        heading(failure);
        failure.attempt().ifPresent(attempt -> {
            attempt.criteria().forEach(this::criterion);
            attempt.notes().forEach(note -> line("  note: " + masker.text(note)));
        });
        failure.history().forEach(sentence -> line("  " + masker.text(sentence)));
        failure.attempt()
                .ifPresent(attempt -> attempt.exchange().ifPresent(exchange -> exchange(exchange, attempt.number())));
        return text.toString().stripTrailing();
    }

    private void heading(StepFailure failure) {
        String title = failure.visit().step().stepId() + ": " + masker.text(summary(failure));
        Position position = failure.attempt().stream()
                .flatMap(attempt -> attempt.criteria().stream())
                .filter(result -> !result.satisfied())
                .map(result -> result.criterion().position())
                .findFirst()
                .orElse(failure.visit().step().position());
        boolean oneLine = title.indexOf('\n') < 0 && title.length() < POSITION_COLUMN;
        line(oneLine ? title + " ".repeat(POSITION_COLUMN - title.length()) + position : title + "\n  at " + position);
    }

    private void criterion(CriterionResult result) {
        line("  " + (result.satisfied() ? "✓ " : "✗ ")
                + result.criterion().context().map(context -> context + " : ").orElse("")
                + masker.text(result.criterion().condition()));
        if (result.satisfied()) {
            return;
        }
        if (result.comparison().isPresent()) {
            CriterionResult.Comparison comparison = result.comparison().get();
            boolean hidden = masker.hides(comparison);
            line(String.format(
                    "      left   %-27s right  %s",
                    value(comparison.left(), hidden), value(comparison.right(), hidden)));
        } else {
            result.operands()
                    .forEach(operand -> line("      " + masker.text(operand.text()) + " = "
                            + value(operand, masker.hides(operand.text()))));
        }
        result.reason().ifPresent(reason -> line("      " + masker.text(reason)));
        result.notes().forEach(note -> line("      note: " + masker.text(note)));
    }

    private void exchange(Exchange exchange, int attempt) {
        ExchangeText exchanged = new ExchangeText(exchange, masker);
        line("  " + exchanged.summary());
        exchanged.responseBody().ifPresent(body -> line("  " + body));
        exchanged.misread().ifPresent(note -> line("  note: " + note));
        line("  reproduce: " + exchanged.curl(attempt));
        exchanged
                .curlFile(attempt)
                .ifPresent(body -> line("  its body: " + body.size() + " bytes, attached as "
                        + ExchangeText.curlFileName(attempt) + "; run the command in the folder of that file"));
    }

    private String value(CriterionResult.Operand operand, boolean hidden) {
        Evaluation evaluation = operand.value();
        if (evaluation instanceof Evaluation.Value value) {
            return hidden
                    ? "\"" + Masker.MASK + "\""
                    : shortened(masker.json(value.json()).toString());
        }
        return evaluation instanceof Evaluation.Missing missing
                ? "nothing (" + masker.text(missing.reason()) + ")"
                : "an error (" + masker.text(((Evaluation.Error) evaluation).reason()) + ")";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_VALUE
                ? text
                : text.substring(0, LONGEST_VALUE) + "... (" + text.length() + " characters)";
    }
}
