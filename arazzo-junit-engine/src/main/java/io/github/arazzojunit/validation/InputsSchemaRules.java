package io.github.arazzojunit.validation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.arazzojunit.contract.Violation;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.source.LinkedDocument;

/** Whether the schema of the inputs is a usable one (WF-10, WF-13). */
final class InputsSchemaRules {

    private InputsSchemaRules() {}

    static void check(LinkedDocument document, Inspection inspection) {
        LocatedNode schema =
                inspection.workflow().inputs().orElse(inspection.workflow().source());
        document.checkInputs(inspection.workflow(), JsonNodeFactory.instance.objectNode()).violations().stream()
                .filter(Violation::brokenSchema)
                .forEach(violation -> inspection.report(
                        ValidationRule.BROKEN_INPUTS_SCHEMA,
                        Spot.of(schema),
                        "The schema of the inputs cannot be used: " + violation.message() + " ("
                                + violation.schemaLocation() + ").",
                        "Correct the schema; it has to be JSON Schema 2020-12."));
    }
}
