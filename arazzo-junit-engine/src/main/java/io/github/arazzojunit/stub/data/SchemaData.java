package io.github.arazzojunit.stub.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.contract.Direction;
import io.github.arazzojunit.contract.SchemaValidator;
import io.github.arazzojunit.contract.Violation;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.ApiDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes values for the schemas of a description: what the description itself shows where it is valid (examples,
 * defaults, constants, enumerations), the rest made up within types, bounds, patterns and formats. Every value is held
 * against its schema before it is handed out. The same seed makes the same value for the same schema, whatever was made
 * before. Thread-safe.
 */
public final class SchemaData {

    private final SchemaResolver resolver;
    private final SchemaValidator validator;
    private final Direction direction;
    private final long seed;

    /** @param direction members that it hides are left out */
    public SchemaData(SchemaResolver resolver, SchemaValidator validator, Direction direction, long seed) {
        this.resolver = resolver;
        this.validator = validator;
        this.direction = direction;
        this.seed = seed;
    }

    /** For the schemas of this description. */
    public static SchemaData of(ApiDescription description, SchemaValidator validator, Direction direction, long seed) {
        return new SchemaData(schema -> description.dereference(schema).node(), validator, direction, seed);
    }

    /** A value for the schema. */
    public Made make(LocatedNode schema) {
        return make(schema, List.of());
    }

    /**
     * A value for the schema.
     *
     * @param examples of the media type or the parameter, taken before all others; those that are not valid are passed over
     */
    public Made make(LocatedNode schema, List<LocatedNode> examples) {
        Optional<JsonNode> shown = examples.stream()
                .map(LocatedNode::value)
                .filter(example ->
                        validator.validate(schema, example, direction).isEmpty())
                .findFirst();
        return shown.isPresent() ? Made.of(shown.get().deepCopy()) : made(schema);
    }

    private Made made(LocatedNode schema) {
        try {
            ValueMaker maker = new ValueMaker(resolver, validator, direction);
            JsonNode value = maker.make(List.of(schema), Place.root(seed, schema.pointer()));
            List<Violation> violations = violations(schema, value);
            return violations.isEmpty()
                    ? Made.of(value)
                    : Made.failed(violations.stream()
                            .map(violation -> violation.schemaLocation() + ": nothing was found that is valid, because "
                                    + violation.message())
                            .toList());
        } catch (UnsatisfiableException e) {
            return Made.failed(reasons(e));
        }
    }

    private List<Violation> violations(LocatedNode schema, JsonNode value) {
        return validator.validate(schema, value, direction).stream()
                .filter(violation -> !violation.brokenSchema())
                .toList();
    }

    private static List<String> reasons(Throwable failure) {
        List<String> reasons = new ArrayList<>(List.of(String.valueOf(failure.getMessage())));
        for (Throwable branch : failure.getSuppressed()) {
            reasons.addAll(reasons(branch));
        }
        return reasons;
    }
}
