package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.LocatedNode;

/** Checks the outer form of input schemas; the schemas themselves are for a JSON Schema validator (WF-10, WF-12). */
final class InputsReader {

    private InputsReader() {}

    /** Whether the value can be a JSON Schema: an object or a boolean, and no Reusable Object. */
    static boolean check(Reading reading, LocatedNode schema, String what) {
        if (!schema.isObject() && !schema.value().isBoolean()) {
            reading.report(
                    ReaderRule.WRONG_TYPE,
                    schema,
                    what + " has to be a JSON Schema, but is " + JsonType.describe(schema) + ".",
                    "Write an object, for example with 'type: object' and 'properties'.");
            return false;
        }
        boolean reference = schema.member("reference")
                .filter(node -> node.isText() && node.text().startsWith("$components."))
                .isPresent();
        if (reference) {
            reading.report(
                    ReaderRule.INPUTS_REFERENCE,
                    schema,
                    what + " is a Reusable Object; a schema is reused by '$ref' only.",
                    "Write \"$ref: '#/components/inputs/<key>'\".");
        }
        return !reference;
    }
}
