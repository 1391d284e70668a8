package io.github.arazzojunit.validation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.arazzojunit.contract.MetaSchema;
import io.github.arazzojunit.contract.Violation;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.source.LinkedDocument;
import java.util.List;

/** Whether the schema of the inputs is one, and a usable one (WF-10, WF-13). */
final class InputsSchemaRules {

    private static final MetaSchema META_SCHEMA = new MetaSchema();

    private InputsSchemaRules() {}

    static void check(LinkedDocument document, Inspection inspection) {
        inspection.workflow().inputs().ifPresent(schema -> {
            List<Violation> broken =
                    document
                            .checkInputs(inspection.workflow(), JsonNodeFactory.instance.objectNode())
                            .violations()
                            .stream()
                            .filter(Violation::brokenSchema)
                            .toList();
            broken.forEach(violation -> inspection.report(
                    ValidationRule.BROKEN_INPUTS_SCHEMA,
                    Spot.of(schema),
                    "The schema of the inputs cannot be used: " + violation.message() + " ("
                            + violation.schemaLocation() + ").",
                    "Correct the schema; it has to be JSON Schema 2020-12."));
            if (broken.isEmpty()) {
                form(schema, inspection);
            }
        });
    }

    private static void form(LocatedNode schema, Inspection inspection) {
        for (Violation violation : META_SCHEMA.violations(schema)) {
            inspection.report(
                    ValidationRule.INVALID_INPUTS_SCHEMA,
                    Spot.of(schema.at(violation.instancePointer()).orElse(schema)),
                    "The schema of the inputs is not a valid JSON Schema 2020-12: " + violation.message()
                            + ". What cannot be understood would assert nothing.",
                    "Correct the keyword.");
        }
    }
}
