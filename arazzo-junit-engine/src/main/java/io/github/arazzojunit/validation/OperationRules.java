package io.github.arazzojunit.validation;

import io.github.arazzojunit.http.MediaType;
import io.github.arazzojunit.model.RequestBody;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.RequestBodyDescription;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the operation of a step says about it: identity and body (STP-10, BOD-13, BOD-14, AMB-31). */
final class OperationRules {

    private static final Set<String> METHODS_WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE");

    private final Inspection inspection;
    private final Step step;
    private final Spot target;
    private final Operation operation;

    private OperationRules(Inspection inspection, Step step, Spot target, Operation operation) {
        this.inspection = inspection;
        this.step = step;
        this.target = target;
        this.operation = operation;
    }

    /** @param target the field of the step that names the operation */
    static void check(Inspection inspection, Step step, Spot target, Operation operation) {
        OperationRules rules = new OperationRules(inspection, step, target, operation);
        rules.identity();
        rules.body();
        OperationParameterRules.check(inspection, step, target, operation);
    }

    private void identity() {
        operation
                .operationId()
                .filter(id -> target.node().text().endsWith(id))
                .filter(id -> operation.description().operationsWithId(id).size() > 1)
                .ifPresent(id -> inspection.report(
                        ValidationRule.AMBIGUOUS_OPERATION,
                        target,
                        "The description has the operationId '" + id + "' more than once: "
                                + operation.description().operationsWithId(id) + ".",
                        "Name the operation with 'operationPath', or mend the description."));
        operation
                .findings()
                .forEach(finding -> inspection.report(
                        ValidationRule.BROKEN_DESCRIPTION,
                        target,
                        "The description of " + operation + " is broken: " + finding.described(),
                        finding.remedy()));
    }

    private void body() {
        Optional<RequestBodyDescription> described = operation.requestBody();
        Optional<RequestBody> body = step.requestBody();
        if (body.isEmpty()) {
            described
                    .filter(RequestBodyDescription::required)
                    .ifPresent(required -> inspection.report(
                            ValidationRule.REQUIRED_BODY_MISSING,
                            target,
                            "The operation " + operation + " requires a body, and the step sends none.",
                            "Add 'requestBody'."));
            return;
        }
        Spot spot = Spot.of(body.get().source());
        if (METHODS_WITHOUT_BODY.contains(operation.method()) && described.isEmpty()) {
            inspection.report(
                    ValidationRule.BODY_WITHOUT_MEANING,
                    spot,
                    "The operation " + operation + " takes no body; a body of a " + operation.method()
                            + " request has no defined meaning. It is sent all the same.",
                    "Remove 'requestBody'.");
        }
        body.get().contentType().ifPresent(type -> described.ifPresent(offer -> contentType(type, offer, spot)));
    }

    private void contentType(String contentType, RequestBodyDescription described, Spot spot) {
        List<String> offered = described.content().stream()
                .map(MediaTypeDescription::mediaType)
                .toList();
        Optional<MediaType> type = MediaType.parse(contentType);
        boolean offers = offered.stream()
                .flatMap(text -> MediaType.parse(text).stream())
                .anyMatch(range -> type.filter(range::covers).isPresent());
        if (!offers && !offered.isEmpty() && type.isPresent()) {
            inspection.report(
                    ValidationRule.CONTENT_TYPE_NOT_OFFERED,
                    spot.field("contentType"),
                    "The operation " + operation + " takes " + String.join(", ", offered) + ", not '" + contentType
                            + "'. It is sent all the same.",
                    "Write one of the described content types, or correct the description.");
        }
    }
}
