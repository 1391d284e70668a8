package io.github.arazzojunit.stub.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.FormatEvaluatorFactory;
import dev.harrel.jsonschema.SchemaParsingContext;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.github.arazzojunit.contract.Direction;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.ApiDescription;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Judges values with another library than the one that the product uses, so that a mistake of the latter shows. Schemas
 * of every version become plain JSON Schema 2020-12 here; what no library can know is decided as
 * {@link io.github.arazzojunit.contract.SchemaValidator} documents it.
 */
public final class IndependentValidator {

    private static final Set<String> OF_SCHEMAS_BY_NAME = Set.of("properties", "patternProperties", "dependentSchemas");
    private static final Set<String> OF_BRANCHES = Set.of("allOf", "anyOf", "oneOf");
    private static final Set<String> OF_THE_SAME_VALUE = Set.of("if", "then", "else", "not");
    private static final Set<String> OF_A_SCHEMA = Set.of(
            "items", "additionalProperties", "contains", "propertyNames", "unevaluatedItems", "unevaluatedProperties");
    private static final Set<String> COPIED = Set.of(
            "enum",
            "const",
            "minimum",
            "maximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "pattern",
            "format",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minContains",
            "maxContains",
            "minProperties",
            "maxProperties",
            "dependentRequired");
    private static final Set<String> TYPES =
            Set.of("object", "array", "string", "number", "integer", "boolean", "null");

    private static final JacksonNode.Factory NODES = new JacksonNode.Factory();
    private static final FormatEvaluatorFactory FORMATS = new FormatEvaluatorFactory();

    private final ApiDescription description;
    private final Direction direction;
    private final Validator validator = new ValidatorFactory()
            .withJsonNodeFactory(NODES)
            .withDisabledSchemaValidation(true)
            .withEvaluatorFactory(IndependentValidator::evaluator)
            .createValidator();
    private final Map<String, URI> registered = new HashMap<>();

    public IndependentValidator(ApiDescription description, Direction direction) {
        this.description = description;
        this.direction = direction;
    }

    /** What is wrong with the value; empty when it is valid. */
    public List<String> validate(LocatedNode schema, JsonNode value) {
        Validator.Result result = validator.validate(register(schema, Set.of()), value);
        return result.isValid()
                ? List.of()
                : result.getErrors().stream()
                        .map(error -> error.getInstanceLocation() + ": " + error.getError() + " ("
                                + error.getEvaluationPath() + ")")
                        .toList();
    }

    /** RFC 3339 lets applications write a space for the T of a date-time, which the library does not. */
    private static Optional<Evaluator> evaluator(
            SchemaParsingContext parsing, String keyword, dev.harrel.jsonschema.JsonNode node) {
        return FORMATS.create(parsing, keyword, node)
                .map(format -> !node.isString() || !node.asString().equals("date-time")
                        ? format
                        : (context, value) -> format.evaluate(
                                context,
                                value.isString() ? text(value.asString().replaceFirst(" ", "T")) : value));
    }

    private static dev.harrel.jsonschema.JsonNode text(String text) {
        return NODES.wrap(TextNode.valueOf(text));
    }

    /** Each schema that is referred to is a resource of its own, once for each set of members that are hidden around it. */
    private URI register(LocatedNode schema, Set<String> hidden) {
        String place = schema.uri() + "#" + schema.pointer() + " " + new TreeSet<>(hidden);
        URI known = registered.get(place);
        if (known != null) {
            return known;
        }
        URI uri = URI.create("https://schemas.invalid/" + registered.size());
        registered.put(place, uri);
        validator.registerSchema(uri, convert(schema, hidden));
        return uri;
    }

    /** @param outside names of members that the direction hides in the schemas around it */
    private JsonNode convert(LocatedNode schema, Set<String> outside) {
        if (!schema.isObject()) {
            return schema.value().isBoolean() ? schema.value() : BooleanNode.TRUE;
        }
        Set<String> hidden = new HashSet<>(outside);
        collectHidden(schema, hidden, new HashSet<>());
        ObjectNode converted = JsonNodeFactory.instance.objectNode();
        if (schema.member("$ref").isPresent()) {
            description
                    .dereference(schema)
                    .node()
                    .ifPresent(target ->
                            converted.put("$ref", register(target, hidden).toString()));
            if (!description.usesJsonSchema()) {
                return converted;
            }
        }
        schema.members().forEach((keyword, value) -> convert(keyword, value, hidden, converted));
        convertBound("exclusiveMinimum", "minimum", schema, converted);
        convertBound("exclusiveMaximum", "maximum", schema, converted);
        return schema.value().path("nullable").asBoolean() ? orNull(converted) : converted;
    }

    private void convert(String keyword, LocatedNode value, Set<String> hidden, ObjectNode converted) {
        if (COPIED.contains(keyword)) {
            converted.set(keyword, value.value());
        } else if (OF_A_SCHEMA.contains(keyword)) {
            converted.set(keyword, convert(value, Set.of()));
        } else if (OF_THE_SAME_VALUE.contains(keyword)) {
            converted.set(keyword, convert(value, hidden));
        } else if (keyword.equals("prefixItems")) {
            value.items().forEach(item -> converted.withArray(keyword).add(convert(item, Set.of())));
        } else if (OF_BRANCHES.contains(keyword)) {
            String choice = keyword.equals("oneOf") && isChoiceOfTypes(value.value()) ? "anyOf" : keyword;
            value.items().forEach(branch -> converted.withArray(choice).add(convert(branch, hidden)));
        } else if (OF_SCHEMAS_BY_NAME.contains(keyword)) {
            ObjectNode schemas = converted.putObject(keyword);
            value.members().forEach((name, member) -> schemas.set(name, convertMember(member)));
        } else if (keyword.equals("required")) {
            ArrayNode required = converted.putArray(keyword);
            value.items().stream()
                    .map(LocatedNode::text)
                    .filter(name -> !hidden.contains(name))
                    .forEach(required::add);
        } else if (keyword.equals("type") && (!value.isText() || TYPES.contains(value.text()))) {
            converted.set(keyword, value.value());
        }
    }

    /** Types that do not exclude each other are a mistake of the description, not of the value. */
    private static boolean isChoiceOfTypes(JsonNode branches) {
        return StreamSupport.stream(branches.spliterator(), false).allMatch(branch -> branch.has("$ref"));
    }

    private JsonNode convertMember(LocatedNode schema) {
        return isHidden(schema) ? BooleanNode.FALSE : convert(schema, Set.of());
    }

    private boolean isHidden(LocatedNode schema) {
        return Stream.concat(Stream.of(schema), description.dereference(schema).node().stream())
                .anyMatch(place -> place.value().path(direction.hidingKeyword()).asBoolean());
    }

    private void collectHidden(LocatedNode schema, Set<String> hidden, Set<String> seen) {
        if (seen.add(schema.uri() + "#" + schema.pointer())) {
            schema.member("properties").stream()
                    .flatMap(properties -> properties.members().entrySet().stream())
                    .filter(property -> isHidden(property.getValue()))
                    .forEach(property -> hidden.add(property.getKey()));
            schema.member("allOf").stream()
                    .flatMap(branches -> branches.items().stream())
                    .flatMap(branch -> description.dereference(branch).node().stream())
                    .forEach(branch -> collectHidden(branch, hidden, seen));
        }
    }

    /** A number from 3.1 on; before, a flag of the bound. */
    private static void convertBound(String exclusive, String bound, LocatedNode schema, ObjectNode converted) {
        JsonNode value = schema.value().path(exclusive);
        if (value.isNumber()) {
            converted.set(exclusive, value);
        } else if (value.asBoolean() && converted.has(bound)) {
            converted.set(exclusive, converted.remove(bound));
        }
    }

    private static ObjectNode orNull(ObjectNode schema) {
        ObjectNode choice = JsonNodeFactory.instance.objectNode();
        choice.putArray("anyOf").add(schema).addObject().put("type", "null");
        return choice;
    }
}
