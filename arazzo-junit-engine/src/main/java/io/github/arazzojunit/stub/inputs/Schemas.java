package io.github.arazzojunit.stub.inputs;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.contract.Direction;
import io.github.arazzojunit.contract.SchemaValidator;
import io.github.arazzojunit.contract.Violation;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.source.SourceOperation;
import io.github.arazzojunit.stub.data.SchemaData;
import io.github.arazzojunit.stub.data.SchemaResolver;
import java.util.List;
import java.util.Optional;

/** The schemas of one document and of what it refers to. */
record Schemas(SchemaResolver resolver, SchemaValidator validator) {

    /** Those of an OpenAPI description. */
    static Schemas of(SourceOperation operation) {
        return new Schemas(
                schema ->
                        operation.operation().description().dereference(schema).node(),
                operation.contract().schemas());
    }

    /** The input schemas of an Arazzo document. */
    static Schemas of(LinkedDocument document) {
        return new Schemas(
                document.inputsValidator()::dereference,
                document.inputsValidator().schemas());
    }

    /** @param examples taken before all others */
    Optional<JsonNode> make(LocatedNode schema, List<LocatedNode> examples, long seed) {
        return new SchemaData(resolver, validator, Direction.REQUEST, seed)
                .make(schema, examples)
                .value();
    }

    /** Whether the schema allows the value; what is wrong with the schema itself is no reason against it. */
    boolean accept(LocatedNode schema, JsonNode value) {
        return validator.validate(schema, value, Direction.REQUEST).stream().allMatch(Violation::brokenSchema);
    }

    /** The schema at the end of the chain of references. */
    Optional<LocatedNode> dereference(LocatedNode schema) {
        return resolver.dereference(schema);
    }
}
