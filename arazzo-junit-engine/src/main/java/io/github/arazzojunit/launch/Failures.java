package io.github.arazzojunit.launch;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.criterion.CriterionResult;
import io.github.arazzojunit.document.ClassPathConflict;
import io.github.arazzojunit.document.ParsedDocument;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Position;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.runner.Attempt;
import io.github.arazzojunit.runner.EffectiveLists;
import io.github.arazzojunit.runner.FailureMessage;
import io.github.arazzojunit.runner.Masker;
import io.github.arazzojunit.runner.StepFailure;
import io.github.arazzojunit.runner.StepOutcome;
import io.github.arazzojunit.runner.StepVisit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.TestAbortedException;

/** Throwables whose only stack trace element is the place in the document. */
public final class Failures {

    private Failures() {}

    /** What a test for this visit throws: empty when it is green, {@link TestAbortedException} when it was handled. */
    public static Optional<Throwable> of(StepVisit visit, StepOutcome outcome, Masker masker) {
        if (outcome instanceof StepOutcome.Failed failed) {
            return Optional.of(
                    !failed.failure().beyondActions() && handledByCaller(visit)
                            ? handled(
                                    failed.failure(),
                                    "the failure actions of the calling step decide what it means",
                                    masker)
                            : of(failed.failure(), masker));
        }
        return outcome instanceof StepOutcome.Handled handled
                ? Optional.of(handled(handled.failure(), handled.action(), masker))
                : Optional.empty();
    }

    /** A failure below a step that may still handle it must not turn the run red by itself (AMB-76). */
    private static boolean handledByCaller(StepVisit visit) {
        Optional<StepVisit> caller = visit.invocation().caller();
        if (caller.isEmpty()) {
            return false;
        }
        return switch (visit.invocation().cause()) {
            case RETRY_REFERENCE -> true;
            case CALL ->
                !EffectiveLists.failureActions(
                                        caller.get().invocation().workflow(),
                                        caller.get().step())
                                .isEmpty()
                        || handledByCaller(caller.get());
            default -> handledByCaller(caller.get());
        };
    }

    /** With expected and actual where one comparison decides, so that IDEs can show the difference. */
    public static Throwable of(StepFailure failure, Masker masker) {
        List<CriterionResult> unmet = failure.attempt().stream()
                .map(Attempt::criteria)
                .flatMap(List::stream)
                .filter(result -> !result.satisfied())
                .toList();
        String message = FailureMessage.of(failure, masker);
        if (unmet.size() > 1) {
            List<AssertionFailedError> parts = unmet.stream()
                    .map(result -> assertion(masker.text(condition(result)), result, masker))
                    .toList();
            parts.forEach(part -> part.setStackTrace(new StackTraceElement[0]));
            return located(new MultipleFailuresError(message, parts), failure.visit());
        }
        return located(
                unmet.isEmpty() ? new AssertionFailedError(message) : assertion(message, unmet.get(0), masker),
                failure.visit());
    }

    /** The failure of a step that is not shown, for the step behind it that is. */
    public static Throwable notReached(String reason, StepFailure failure, Masker masker) {
        Throwable shown = of(failure, masker);
        return located(
                new AssertionFailedError(masker.text(reason) + System.lineSeparator() + shown.getMessage()),
                failure.visit());
    }

    private static Throwable handled(StepFailure failure, String action, Masker masker) {
        return located(
                new TestAbortedException(action + ", because:\n" + FailureMessage.of(failure, masker)),
                failure.visit());
    }

    /** What stands for a document that cannot run. */
    public static Throwable failedDocument(String path, List<Finding> errors) {
        return located(
                new AssertionFailedError(ParsedDocument.problem(path, errors)),
                "arazzo",
                "document",
                errors.get(0).position());
    }

    /**
     * What broke a run: itself, or what stands for it where it comes from the class path or its messages would tell a
     * secret.
     */
    public static Throwable broken(Throwable reason, Masker masker) {
        Throwable named = named(reason);
        return named == reason ? masked(reason, masker) : named;
    }

    /** What names the library that does not fit; the reason itself where none of the engine's is behind it. */
    public static Throwable named(Throwable reason) {
        return ClassPathConflict.of(reason)
                .<Throwable>map(conflict -> new AssertionFailedError(conflict.toString(), reason))
                .orElse(reason);
    }

    private static Throwable masked(Throwable reason, Masker masker) {
        boolean tells = Stream.iterate(reason, Objects::nonNull, Throwable::getCause)
                .map(Throwable::toString)
                .anyMatch(message -> !masker.text(message).equals(message));
        if (!tells) {
            return reason;
        }
        RuntimeException masked = reason instanceof TestAbortedException
                ? new TestAbortedException(masker.text(reason.getMessage()))
                : new IllegalStateException(masker.text(reason.toString()));
        masked.setStackTrace(reason.getStackTrace());
        return masked;
    }

    /** What makes the node of a workflow fail. */
    public static Throwable failedWorkflow(String problem, Workflow workflow) {
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
                        value(comparison.right(), masker.hides(comparison), masker),
                        value(comparison.left(), masker.hides(comparison), masker)))
                .orElseGet(() -> new AssertionFailedError(message));
    }

    private static String condition(CriterionResult unmet) {
        return unmet.criterion().position() + " " + unmet.criterion().condition();
    }

    private static String value(CriterionResult.Operand operand, boolean hidden, Masker masker) {
        if (operand.value() instanceof Evaluation.Value value) {
            if (hidden) {
                return Masker.MASK;
            }
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
