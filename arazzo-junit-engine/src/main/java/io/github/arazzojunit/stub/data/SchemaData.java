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
        return shown.isPresent()
                ? Made.of(shown.get().deepCopy())
                : made(List.of(schema), schema, Optional.empty(), Wishes.NONE);
    }

    /**
     * A value that is also what is wished, made by changing another one as little as needed.
     *
     * @param schema absent where everything is allowed
     * @param source what the value is made for, to name in a message where no schema is there to name
     */
    public Made adjust(Optional<LocatedNode> schema, LocatedNode source, Optional<JsonNode> base, Wishes wishes) {
        return made(schema.stream().toList(), schema.orElse(source), base, wishes);
    }

    /** A branch that declares what is wished comes before one that only allows it. */
    private Made made(List<LocatedNode> schemas, LocatedNode source, Optional<JsonNode> base, Wishes wishes) {
        Made declared = made(schemas, source, base, wishes, true);
        return declared.value().isPresent() || wishes.isEmpty() ? declared : made(schemas, source, base, wishes, false);
    }

    private Made made(
            List<LocatedNode> schemas,
            LocatedNode source,
            Optional<JsonNode> base,
            Wishes wishes,
            boolean onlyDeclared) {
        try {
            ValueMaker maker = new ValueMaker(resolver, validator, direction, source, onlyDeclared);
            Place root = Place.root(seed, source.pointer()).wishing(wishes).from(base);
            JsonNode value = maker.make(schemas, root);
            List<Violation> violations = schemas.stream()
                    .flatMap(schema -> violations(schema, value).stream())
                    .toList();
            return violations.isEmpty()
                    ? new Made(Optional.of(value), List.of(), maker.isDeclared())
                    : Made.failed(violations.stream()
                            .map(violation -> new Problem(
                                    violation.schemaLocation() + ": nothing was found that is valid, because "
                                            + violation.message(),
                                    false))
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

    private static List<Problem> reasons(UnsatisfiableException failure) {
        List<Problem> reasons =
                new ArrayList<>(List.of(new Problem(String.valueOf(failure.getMessage()), failure.isOfGenerator())));
        for (Throwable branch : failure.getSuppressed()) {
            if (branch instanceof UnsatisfiableException unsatisfiable) {
                reasons.addAll(reasons(unsatisfiable));
            }
        }
        return reasons;
    }
}
