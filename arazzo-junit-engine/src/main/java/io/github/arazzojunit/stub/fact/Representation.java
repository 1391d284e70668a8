package io.github.arazzojunit.stub.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.arazzojunit.contract.Direction;
import io.github.arazzojunit.contract.SchemaValidator;
import io.github.arazzojunit.contract.Violation;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.Declarations;
import io.github.arazzojunit.source.SourceOperation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which known values a body can show: at the same place, under the same name, in a type that the schema has there. */
final class Representation {

    private final Optional<LocatedNode> schema;
    private final JsonNode body;
    private final Declarations declarations;
    private final SchemaValidator validator;

    /** @param schema of the body; without one, the body itself declares its members */
    Representation(SourceOperation operation, Optional<LocatedNode> schema, JsonNode body) {
        this.schema = schema;
        this.body = body;
        this.declarations = new Declarations(operation.operation().description());
        this.validator = operation.contract().schemas();
    }

    /** The value in the type that the place has; empty where the place is not declared or does not take the value. */
    Optional<JsonNode> typed(List<String> place, JsonNode value, boolean sent) {
        if (schema.isEmpty()) {
            JsonNode shown = JsonPlaces.at(body, place);
            return JsonPlaces.typings(value).stream()
                    .filter(typing -> typing.getNodeType() == shown.getNodeType())
                    .findFirst();
        }
        List<LocatedNode> declared = declared(place);
        if (declared.stream().noneMatch(Representation::hasType)) {
            return Optional.empty();
        }
        if (declared.stream().anyMatch(found -> validator.isHidden(found, Direction.RESPONSE))
                || sent && declared.stream().anyMatch(found -> validator.isHidden(found, Direction.REQUEST))) {
            return Optional.empty();
        }
        if (value.isNull()) {
            return Optional.of(value);
        }
        return JsonPlaces.typings(value).stream()
                .filter(typing -> declared.stream().anyMatch(found -> isValid(found, typing)))
                .findFirst();
    }

    /** A schema without a type takes every value, which does not say that a value of this name is meant. */
    private static boolean hasType(LocatedNode schema) {
        return Stream.of("type", "enum", "const").anyMatch(schema.value()::has);
    }

    /** Whether a member that was taken away shows as null; otherwise it is left out. */
    boolean takesNull(List<String> place) {
        return schema.isEmpty() || declared(place).stream().anyMatch(found -> isValid(found, NullNode.getInstance()));
    }

    boolean declares(List<String> place) {
        return schema.isEmpty()
                ? !JsonPlaces.at(body, place).isMissingNode()
                : !declared(place).isEmpty();
    }

    /** What tells the schema of a place from all others; empty where it has none of its own. */
    Optional<String> identity(List<String> place) {
        return schema.filter(root -> !declared(place).isEmpty())
                .map(root -> declared(place).get(0))
                .map(found -> found.uri() + "#" + found.pointer());
    }

    private List<LocatedNode> declared(List<String> place) {
        return schema.map(root -> declarations.schemas(root, place)).orElse(List.of());
    }

    private boolean isValid(LocatedNode found, JsonNode value) {
        return validator.validate(found, value, Direction.RESPONSE).stream().allMatch(Violation::brokenSchema);
    }
}
