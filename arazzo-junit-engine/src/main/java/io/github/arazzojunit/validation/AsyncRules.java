package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.SourceDescription;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.StepTarget;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fields of message steps on operations of the wrong kind (ASY-01 to ASY-03). */
final class AsyncRules {

    private static final Pattern QUALIFIED = Pattern.compile("\\$sourceDescriptions\\.([^.]+)\\..+");

    private final Inspection inspection;

    private AsyncRules(Inspection inspection) {
        this.inspection = inspection;
    }

    static void check(Inspection inspection) {
        inspection.workflow().steps().forEach(new AsyncRules(inspection)::step);
    }

    private void step(Step step) {
        if (step.target() instanceof StepTarget.OperationId id) {
            source(id.reference()).flatMap(inspection.knowledge()::sourceType).ifPresent(type -> check(step, type));
        }
    }

    private void check(Step step, String type) {
        if (type.equals("asyncapi") && step.source().member("action").isEmpty()) {
            inspection.report(
                    ValidationRule.ASYNC_STEP_WITHOUT_ACTION,
                    Spot.of(step.source()).field("operationId"),
                    "The step '" + step.stepId()
                            + "' uses an operation of an AsyncAPI description, but does not say whether to send or to"
                            + " receive.",
                    "Add 'action: send' or 'action: receive'.");
        }
        if (type.equals("openapi")) {
            ignored(step, "action");
            ignored(step, "correlationId");
        }
    }

    private void ignored(Step step, String field) {
        step.source()
                .member(field)
                .ifPresent(node -> inspection.report(
                        ValidationRule.MESSAGE_FIELD_ON_OPERATION,
                        Spot.of(node),
                        "'" + field + "' belongs to message steps, but the operation of step '" + step.stepId()
                                + "' is one of an OpenAPI description; it is ignored.",
                        "Remove '" + field + "'."));
    }

    /** The source of an operation id; of a bare one only where there is no choice (STP-12). */
    private Optional<String> source(String operationId) {
        Matcher qualified = QUALIFIED.matcher(operationId);
        if (qualified.matches()) {
            return Optional.of(qualified.group(1));
        }
        List<String> candidates = inspection.document().sourceDescriptions().stream()
                .filter(source -> !source.type().equals(Optional.of("arazzo")))
                .map(SourceDescription::name)
                .toList();
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }
}
