package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import io.github.arazzojunit.expression.JsonPointers;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.ApiDescription;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Holds values against the schemas of one description: OpenAPI 3.0 schemas with {@code nullable}, boolean exclusive
 * bounds and the like, from 3.1 on JSON Schema 2020-12, which may use {@code nullable} too because many do. Formats
 * count. A discriminator decides which schema of a {@code oneOf} or {@code anyOf} a value is held against. What is
 * wrong with a schema is told apart from what is wrong with a value: references that lead nowhere, types that do not
 * exist, and a {@code oneOf} of named schemas that do not exclude each other let every value pass that suits the rest. Documents
 * that the description does not know are never fetched. Compiles a schema when it is first used; thread-safe.
 */
public final class SchemaValidator {

    private static final int LARGEST_SCALE = 10_000;

    private final SchemaPlaces places;
    private final HiddenMembers hiddenMembers;
    private final SchemaCompiler compiler;

    SchemaValidator(SchemaPlaces places, HiddenMembers hiddenMembers, SchemaCompiler compiler) {
        this.hiddenMembers = hiddenMembers;
        this.places = places;
        this.compiler = compiler;
    }

    /** For the schemas of this description and of the documents that it refers to. */
    public static SchemaValidator of(ApiDescription description) {
        SchemaDocuments documents = SchemaDocuments.of(description);
        SchemaPlaces places = new SchemaPlaces();
        HiddenMembers hiddenMembers = new HiddenMembers(documents, places);
        SchemaCompiler compiler = new SchemaCompiler(
                documents,
                places,
                created -> OpenApiDialects.of(description, documents, places, hiddenMembers, created),
                true);
        return new SchemaValidator(places, hiddenMembers, compiler);
    }

    /**
     * Everything that the schema forbids about the value, in the order of the schema, then what is wrong with the schema
     * itself; empty when the value is valid and the schema as well.
     *
     * @param schema of a document of the description, possibly a reference
     * @param direction members that this direction hides need not be there and must not be there
     */
    public List<Violation> validate(LocatedNode schema, JsonNode instance, Direction direction) {
        Optional<String> boundless = boundless(instance, "");
        if (boundless.isPresent()) {
            return List.of(new Violation(
                    boundless.get(),
                    schema.position(),
                    schema.pointer(),
                    "a number with an exponent beyond " + LARGEST_SCALE + " is not judged",
                    "",
                    false));
        }
        try {
            Optional<Schema> compiled = compiler.compile(schema);
            if (compiled.isEmpty()) {
                return List.of(broken(schema, "its document is none of those that are known"));
            }
            List<SchemaRemarks> remarks = new ArrayList<>();
            List<Error> errors = compiled.get().validate(instance, context -> {
                context.executionConfig(config ->
                        config.readOnly(direction == Direction.REQUEST).writeOnly(direction == Direction.RESPONSE));
                remarks.add(SchemaRemarks.collect(context));
            });
            Set<Violation> violations = new LinkedHashSet<>();
            new UnionErrors(errors).relevant().forEach(error -> violations.add(violation(schema, error, false)));
            remarks.forEach(
                    collected -> collected.all().forEach(remark -> violations.add(violation(schema, remark, true))));
            return new ArrayList<>(violations);
        } catch (SchemaException e) {
            return List.of(broken(schema, e.getMessage()));
        } catch (StackOverflowError e) {
            // A schema that refers to itself without a level in between; the library does not notice it otherwise.
            return List.of(broken(schema, "it refers to itself without end"));
        }
    }

    /** Where a number stands whose digits, written out as the library does, would fill the memory (SEC-04). */
    private static Optional<String> boundless(JsonNode value, String pointer) {
        if (value.isNumber()) {
            return value.isBigDecimal() && Math.abs((long) value.decimalValue().scale()) > LARGEST_SCALE
                    ? Optional.of(pointer)
                    : Optional.empty();
        }
        if (value.isArray()) {
            return IntStream.range(0, value.size())
                    .mapToObj(index -> boundless(value.get(index), pointer + "/" + index))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return value.properties().stream()
                .map(member -> boundless(member.getValue(), pointer + "/" + JsonPointers.escape(member.getKey())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether a member with this schema does not travel in this direction. */
    public boolean isHidden(LocatedNode property, Direction direction) {
        return hiddenMembers.isHidden(property, direction);
    }

    private Violation violation(LocatedNode schema, Error error, boolean brokenSchema) {
        LocatedNode place = places.nearest(error.getSchemaLocation()).orElse(schema);
        return new Violation(
                error.getInstanceLocation().toString(),
                place.position(),
                place.pointer(),
                error.getMessage(),
                String.valueOf(error.getKeyword()),
                brokenSchema);
    }

    private static Violation broken(LocatedNode schema, String why) {
        String reason = why.lines().findFirst().orElse(why);
        return new Violation("", schema.position(), schema.pointer(), "the schema cannot be used: " + reason, "", true);
    }
}
