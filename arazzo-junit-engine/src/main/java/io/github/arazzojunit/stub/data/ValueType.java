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

    /** The narrowest type of a value. */
    static ValueType of(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, POJO -> OBJECT;
            case ARRAY -> ARRAY;
            case STRING, BINARY -> STRING;
            case NUMBER -> value.canConvertToExactIntegral() ? INTEGER : NUMBER;
            case BOOLEAN -> BOOLEAN;
            case NULL, MISSING -> NULL;
        };
    }

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
