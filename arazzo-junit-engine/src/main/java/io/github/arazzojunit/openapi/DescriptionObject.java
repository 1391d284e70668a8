package io.github.arazzojunit.openapi;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The objects of a description that are read here, each with the fields that OpenAPI 3.0 to 3.2 give it. */
enum DescriptionObject {
    PATH_ITEM(
            "A path",
            "$ref summary description get put post delete options head patch trace query additionalOperations servers"
                    + " parameters"),
    OPERATION(
            "An operation",
            "tags summary description externalDocs operationId parameters requestBody responses callbacks deprecated"
                    + " security servers"),
    PARAMETER(
            "A parameter",
            "name in description required deprecated allowEmptyValue style explode allowReserved schema example"
                    + " examples content"),
    HEADER(
            "A header",
            "description required deprecated allowEmptyValue style explode allowReserved schema example examples"
                    + " content name in"),
    REQUEST_BODY("The request body", "description content required"),
    RESPONSE("A response", "summary description headers content links"),
    MEDIA_TYPE("A media type", "schema itemSchema example examples encoding prefixEncoding itemEncoding description"),
    ENCODING(
            "An encoding",
            "contentType headers style explode allowReserved encoding prefixEncoding itemEncoding description"),
    EXAMPLE("An example", "summary description value dataValue serializedValue externalValue"),
    SERVER("A server", "url description name variables"),
    SERVER_VARIABLE("A server variable", "enum default description");

    /** What may stand beside {@code $ref} and changes nothing about the run. */
    private static final Set<String> BESIDE_REFERENCE = Set.of("$ref", "summary", "description");

    private final String label;
    private final Set<String> fields;

    DescriptionObject(String label, String fields) {
        this.label = label;
        this.fields = Stream.of(fields.split(" ")).collect(Collectors.toCollection(TreeSet::new));
    }

    String label() {
        return label;
    }

    Set<String> fields() {
        return fields;
    }

    boolean knows(String field) {
        return field.startsWith("x-") || fields.contains(field);
    }

    static boolean mayStandBesideReference(String field) {
        return field.startsWith("x-") || BESIDE_REFERENCE.contains(field);
    }
}
