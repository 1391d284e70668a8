package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import io.github.arazzojunit.model.LocatedNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks the inputs of the workflows of one document: JSON Schema 2020-12, references against the root of the document,
 * defaults first (DOC-25, WF-10, WF-11, WF-13, URI-15, AMB-07). Formats are annotations, as the standard has it, and the
 * ranges of numbers that they name are worth a remark (AMB-02);
 * {@code nullable} is understood although it is no keyword of it, because many write it. A schema that names another
 * dialect is reported as a broken one. Thread-safe.
 */
public final class InputsValidator {

    private final InputDefaults defaults;
    private final SchemaDocuments documents;
    private final InputTypes types;
    private final SchemaValidator validator;
    private final SchemaValidator ranges;

    /**
     * @param document the root of the Arazzo document
     * @param base what references in it are relative to (URI-04)
     * @param others documents that the schemas refer to, by absolute URI; empty for what may not or cannot be read
     */
    public InputsValidator(LocatedNode document, URI base, Function<URI, Optional<LocatedNode>> others) {
        this.documents = new InputDocuments(document, base, others);
        this.types = new InputTypes(documents);
        SchemaPlaces places = new SchemaPlaces();
        this.defaults = new InputDefaults(documents);
        this.validator = validator(places, false);
        this.ranges = validator(places, true);
    }

    /**
     * @param schema the {@code inputs} of a workflow
     * @param given not changed
     */
    public CheckedInputs check(LocatedNode schema, ObjectNode given) {
        ObjectNode inputs = given.deepCopy();
        defaults.apply(schema, inputs);
        List<Violation> violations = validator.validate(schema, inputs, Direction.REQUEST);
        return new CheckedInputs(
                inputs,
                violations,
                violations.isEmpty() ? ranges.validate(schema, inputs, Direction.REQUEST) : List.of());
    }

    /**
     * A text from outside of any document as a value of the first type that its schema allows and that keeps it as it
     * is written; JSON where the text is JSON and no schema says more, otherwise the text itself.
     *
     * @param schema of this very value; empty where nothing is declared
     */
    public JsonNode read(Optional<LocatedNode> schema, String text) {
        return new TypedText(text).as(schema.map(types::of).orElse(List.of()));
    }

    /** The schema of a member of objects, an input for example, as far as a look at the schema shows. */
    public Optional<LocatedNode> member(Optional<LocatedNode> schema, String name) {
        return schema.flatMap(known -> types.member(known, name));
    }

    /** The schema of the items of lists, as far as a look at the schema shows. */
    public Optional<LocatedNode> item(Optional<LocatedNode> schema) {
        return schema.flatMap(types::item);
    }

    /** Holds values against the schemas of single inputs. */
    public SchemaValidator schemas() {
        return validator;
    }

    /** The schema at the end of the chain of references; empty when it leads nowhere. */
    public Optional<LocatedNode> dereference(LocatedNode schema) {
        return documents.dereference(schema);
    }

    private SchemaValidator validator(SchemaPlaces places, boolean assertRanges) {
        return new SchemaValidator(
                places,
                new HiddenMembers(documents, places),
                new SchemaCompiler(documents, places, compiler -> List.of(dialect()), assertRanges));
    }

    private static Dialect dialect() {
        return Dialect.builder(OpenApiDialects.comparing(Dialects.getDraft202012()))
                .keyword(OpenApiDialects.nullable())
                .formats(Map::clear)
                .format(OpenApiFormat.INT32)
                .format(OpenApiFormat.INT64)
                .build();
    }
}
