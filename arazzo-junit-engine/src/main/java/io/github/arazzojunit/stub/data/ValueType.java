package io.github.arazzojunit.stub.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The types of JSON Schema; a schema that allows numbers allows integers. */
enum ValueType {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    INTEGER,
    BOOLEAN,
    NULL;

    /** The types that the value of {@code type} allows; a name that is none allows nothing. */
    static Set<ValueType> allowedBy(JsonNode type) {
        Set<ValueType> types = EnumSet.noneOf(ValueType.class);
        for (JsonNode name : type.isArray() ? type : List.of(type)) {
            for (ValueType candidate : values()) {
                if (candidate.name().toLowerCase(Locale.ROOT).equals(name.asText())) {
                    types.add(candidate);
                }
            }
        }
        if (types.contains(NUMBER)) {
            types.add(INTEGER);
        }
        return types;
    }
}
