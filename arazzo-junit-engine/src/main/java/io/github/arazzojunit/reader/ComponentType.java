package io.github.arazzojunit.reader;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The maps of the Components Object that Reusable Objects refer to (CMP-01). */
enum ComponentType {
    PARAMETERS("parameters"),
    SUCCESS_ACTIONS("successActions"),
    FAILURE_ACTIONS("failureActions");

    private final String field;

    ComponentType(String field) {
        this.field = field;
    }

    String field() {
        return field;
    }

    static Optional<ComponentType> of(String field) {
        return Arrays.stream(values()).filter(type -> type.field.equals(field)).findFirst();
    }

    static List<String> fields() {
        return Arrays.stream(values()).map(ComponentType::field).toList();
    }
}
