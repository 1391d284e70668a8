package io.github.arazzojunit.junit.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.criterion.CriterionResult;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.model.Position;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.runner.Attempt;
import io.github.arazzojunit.runner.FailureMessage;
import io.github.arazzojunit.runner.Masker;
import io.github.arazzojunit.runner.StepFailure;
import io.github.arazzojunit.runner.StepVisit;
import java.util.List;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.TestAbortedException;

/** Throwables whose only stack trace element is the place in the document. */
final class Failures {

    private Failures() {}

    /** With expected and actual where one comparison decides, so that IDEs can show the difference. */
    static Throwable of(StepFailure failure, Masker masker) {
        List<CriterionResult> unmet = failure.attempt().stream()
                .map(Attempt::criteria)
                .flatMap(List::stream)
                .filter(result -> !result.satisfied())
                .toList();
        String message = FailureMessage.of(failure, masker);
        if (unmet.size() > 1) {
            List<AssertionFailedError> parts = unmet.stream()
                    .map(result -> assertion(condition(result), result, masker))
                    .toList();
            parts.forEach(part -> part.setStackTrace(new StackTraceElement[0]));
            return located(new MultipleFailuresError(message, parts), failure.visit());
        }
        return located(
                unmet.isEmpty() ? new AssertionFailedError(message) : assertion(message, unmet.get(0), masker),
                failure.visit());
    }

    static Throwable handled(StepFailure failure, String action, Masker masker) {
        return located(
                new TestAbortedException(action + ", because:\n" + FailureMessage.of(failure, masker)),
                failure.visit());
    }

    static Throwable failedWorkflow(String problem, Workflow workflow) {
        return located(new AssertionFailedError(problem), workflow.workflowId(), "workflow", workflow.position());
    }

    static Throwable abortedWorkflow(String problem, Workflow workflow) {
        return located(new TestAbortedException(problem), workflow.workflowId(), "workflow", workflow.position());
    }

    private static AssertionFailedError assertion(String message, CriterionResult unmet, Masker masker) {
        return unmet.comparison()
                .filter(comparison -> comparison.operator().equals("=="))
                .map(comparison -> new AssertionFailedError(
                        message,
                        value(comparison.right().value(), masker),
                        value(comparison.left().value(), masker)))
                .orElseGet(() -> new AssertionFailedError(message));
    }

    private static String condition(CriterionResult unmet) {
        return unmet.criterion().position() + " " + unmet.criterion().condition();
    }

    private static String value(Evaluation evaluation, Masker masker) {
        if (evaluation instanceof Evaluation.Value value) {
            JsonNode masked = masker.json(value.json());
            return masked.isTextual() ? masked.textValue() : masked.toPrettyString();
        }
        return "nothing";
    }

    private static Throwable located(Throwable throwable, StepVisit visit) {
        return located(
                throwable,
                visit.invocation().workflow().workflowId(),
                visit.step().stepId(),
                visit.step().position());
    }

    private static Throwable located(Throwable throwable, String type, String member, Position position) {
        throwable.setStackTrace(
                new StackTraceElement[] {new StackTraceElement(type, member, position.fileName(), position.line())});
        return throwable;
    }
}
