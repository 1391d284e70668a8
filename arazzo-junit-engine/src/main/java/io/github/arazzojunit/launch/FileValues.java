package io.github.arazzojunit.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.contract.InputsValidator;
import io.github.arazzojunit.document.InputValues;
import io.github.arazzojunit.document.Placeholders;
import io.github.arazzojunit.document.Placeholders.Filled;
import io.github.arazzojunit.model.LocatedNode;
import java.util.Optional;

/** Reads the inputs that a file states: fills its placeholders and lets the schema type what is a text only there. */
final class FileValues {

    private final InputsValidator schemas;
    private final Placeholders placeholders;
    private final ObjectNode generated = JsonNodeFactory.instance.objectNode();
    private boolean generates;

    FileValues(InputsValidator schemas, Placeholders placeholders) {
        this.schemas = schemas;
        this.placeholders = placeholders;
    }

    /** @param schema of all inputs */
    ObjectNode read(InputValues values, Optional<LocatedNode> schema) {
        ObjectNode inputs = JsonNodeFactory.instance.objectNode();
        values.json().properties().forEach(input -> {
            generates = false;
            JsonNode value = read(input.getValue(), schemas.member(schema, input.getKey()), values.untyped());
            inputs.set(input.getKey(), value);
            if (generates) {
                generated.set(input.getKey(), value);
            }
        });
        return inputs;
    }

    /** Inputs that have another value in each run. */
    ObjectNode generated() {
        return generated;
    }

    private JsonNode read(JsonNode value, Optional<LocatedNode> schema, boolean untyped) {
        if (value.isObject()) {
            ObjectNode members = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(member -> members.set(
                            member.getKey(),
                            read(member.getValue(), schemas.member(schema, member.getKey()), untyped)));
            return members;
        } else if (value.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> items.add(read(item, schemas.item(schema), untyped)));
            return items;
        } else if (!value.isTextual() || !untyped && !Placeholders.isIn(value.textValue())) {
            return value;
        }
        Filled filled = placeholders.fill(value.textValue(), isDate(schema));
        generates |= filled.generated();
        return schemas.read(schema, filled.text());
    }

    private static boolean isDate(Optional<LocatedNode> schema) {
        return schema.flatMap(known -> known.member("format"))
                .filter(format -> format.isText() && format.text().equals("date"))
                .isPresent();
    }
}
