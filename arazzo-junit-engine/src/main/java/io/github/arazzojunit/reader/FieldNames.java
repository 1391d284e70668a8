package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.LocatedNode;

/** Reports fields that an object should not have (DOC-14, DOC-18, CMP-11, EXT-01, AMB-75). */
final class FieldNames {

    private final Fields fields;
    private final ObjectKind kind;
    private final Reading reading;

    private FieldNames(Fields fields, ObjectKind kind, Reading reading) {
        this.fields = fields;
        this.kind = kind;
        this.reading = reading;
    }

    static void check(Fields fields, ObjectKind kind, Reading reading) {
        fields.node().members().forEach(new FieldNames(fields, kind, reading)::check);
    }

    private void check(String field, LocatedNode value) {
        if (kind.isNewer(field)) {
            reading.requireVersion11(value, "The field '" + field + "' of the " + fields.owner());
        } else if (kind == ObjectKind.DOCUMENT && field.equals("$schema")) {
            reading.report(
                    ReaderRule.SCHEMA_FIELD,
                    value,
                    "'$schema' is no field of an Arazzo document; it is ignored.",
                    "Remove it and tell your editor about the schema in its settings.");
        } else if (kind == ObjectKind.REUSABLE_OBJECT && !kind.knows(field)) {
            reading.report(
                    ReaderRule.IGNORED_FIELD,
                    value,
                    "A reusable object has no field '" + field + "'; it is ignored.",
                    "Remove it, or write the object in full instead of the reference.");
        } else if (!kind.knows(field) && !field.startsWith("x-")) {
            reading.report(
                    ReaderRule.UNKNOWN_FIELD,
                    value,
                    "The " + fields.owner() + " has the unknown field '" + field + "'; it is ignored.",
                    remedy(field));
        }
    }

    private String remedy(String field) {
        return field.equals("$ref")
                ? "Refer to a component by 'reference: $components.<type>.<key>'."
                : Nearest.hint(field, kind.allFields()) + " Fields of your own begin with 'x-'.";
    }
}
