package io.github.arazzojunit.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.config.ContractKind;
import io.github.arazzojunit.http.Json;
import io.github.arazzojunit.http.MediaType;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds values that stand in a message against their schemas. Thread-safe. */
final class MessageParts {

    private final WireValues wireValues;
    private final SchemaValidator schemas;
    private final UndocumentedMembers undocumentedMembers;
    private final BodyReader bodies;

    MessageParts(ApiDescription description) {
        this.wireValues = new WireValues(description);
        this.schemas = SchemaValidator.of(description);
        this.bodies = new BodyReader(description);
        this.undocumentedMembers = new UndocumentedMembers(description);
    }

    SchemaValidator schemas() {
        return schemas;
    }

    /** A JSON value; members that no schema names are warnings. */
    List<ContractViolation> json(MessagePart part, LocatedNode schema, JsonNode value, Direction direction) {
        List<ContractViolation> violations = new ArrayList<>(schema(part, schema, value, direction));
        undocumentedMembers
                .in(schema, value)
                .forEach(pointer -> violations.add(ContractViolation.warning(
                        part,
                        pointer,
                        "the description names no such member",
                        Optional.of(value.at(pointer)),
                        schema)));
        return violations;
    }

    /**
     * A value that travels as text: {@code 5} may be a number or a string then, so it violates its schema only if it
     * does so whatever it is taken for.
     *
     * @param delimiter between the items of an array
     */
    List<ContractViolation> text(
            MessagePart part, LocatedNode schema, JsonNode value, String delimiter, Direction direction) {
        List<ContractViolation> first = List.of();
        for (JsonNode reading : wireValues.readings(value, schema, delimiter)) {
            List<ContractViolation> violations = schema(part, schema, reading, direction);
            if (violations.stream().allMatch(ContractViolation::isWarning)) {
                return violations;
            }
            first = first.isEmpty() ? violations : first;
        }
        return first;
    }

    /** A header or parameter with a media type of its own. */
    List<ContractViolation> content(
            MessagePart part, String mediaType, LocatedNode schema, JsonNode value, Direction direction) {
        boolean json = MediaType.parse(mediaType).filter(MediaType::isJson).isPresent();
        if (!json || !value.isTextual()) {
            return json ? json(part, schema, value, direction) : text(part, schema, value, ",", direction);
        }
        try {
            return json(part, schema, Json.parse(value.textValue()), direction);
        } catch (JsonProcessingException e) {
            return List.of(ContractViolation.violation(
                    part, "", "the value is no JSON, " + mediaType + " expected", Optional.of(value), schema));
        }
    }

    private List<ContractViolation> schema(MessagePart part, LocatedNode schema, JsonNode value, Direction direction) {
        return schemas.validate(schema, value, direction).stream()
                .map(violation -> violation(part, violation, value))
                .toList();
    }

    private static ContractViolation violation(MessagePart part, Violation violation, JsonNode value) {
        JsonNode actual = value.at(violation.instancePointer());
        ContractKind kind = part.kind();
        if (violation.isOfFormat()) {
            kind = ContractKind.FORMAT;
        } else if (actual.isNull()) {
            kind = ContractKind.NULL;
        }
        return new ContractViolation(
                violation.brokenSchema() ? ContractViolation.Severity.WARNING : ContractViolation.Severity.VIOLATION,
                kind,
                part.text(),
                violation.instancePointer(),
                violation.message(),
                Optional.of(actual).filter(found -> !violation.brokenSchema() && !found.isMissingNode()),
                violation.position(),
                violation.schemaPointer());
    }

    /** A body that is not JSON; one that cannot be checked gets a warning. */
    List<ContractViolation> body(MediaType type, MediaTypeDescription content, String text, Direction direction) {
        MessagePart part = MessagePart.BODY;
        BodyReader.Reading reading = bodies.read(type, content, text);
        if (reading instanceof BodyReader.Reading.Value value) {
            return value.texts()
                    ? text(part, value.schema(), value.json(), ",", direction)
                    : json(part, value.schema(), value.json(), direction);
        } else if (reading instanceof BodyReader.Reading.Lines lines) {
            List<ContractViolation> violations = new ArrayList<>();
            for (int i = 0; i < lines.values().size(); i++) {
                violations.addAll(json(
                        MessagePart.line(i + 1), lines.schema(), lines.values().get(i), direction));
            }
            return violations;
        } else if (reading instanceof BodyReader.Reading.Broken broken) {
            return List.of(ContractViolation.violation(
                    MessagePart.BODY_AS_DECLARED,
                    "",
                    "is declared as " + type.essence() + " but cannot be read as that: " + broken.reason(),
                    Optional.empty(),
                    content.source()));
        }
        boolean plain =
                content.schema().isEmpty() || bodies.isText(content.schema().get());
        return plain
                ? List.of()
                : List.of(ContractViolation.warning(
                        part,
                        "",
                        "is not checked against its schema, because bodies of " + type.essence() + " are not read",
                        Optional.empty(),
                        content.source()));
    }

    /** What a message should be instead of what it is. */
    static String names(List<MediaTypeDescription> content) {
        return content.stream().map(MediaTypeDescription::mediaType).collect(Collectors.joining(", "));
    }
}
