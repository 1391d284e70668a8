package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.Parameter;
import java.util.Arrays;
import java.util.Optional;

/** How a value becomes text (PRM-18). */
public enum ParameterStyle {
    MATRIX("matrix"),
    LABEL("label"),
    SIMPLE("simple"),
    FORM("form"),
    SPACE_DELIMITED("spaceDelimited"),
    PIPE_DELIMITED("pipeDelimited"),
    DEEP_OBJECT("deepObject"),
    /** OpenAPI 3.2: pairs of a {@code Cookie} header, not percent-encoded. */
    COOKIE("cookie");

    private final String fieldValue;

    ParameterStyle(String fieldValue) {
        this.fieldValue = fieldValue;
    }

    /** The spelling of the specification. */
    public String fieldValue() {
        return fieldValue;
    }

    static Optional<ParameterStyle> of(String fieldValue) {
        return Arrays.stream(values())
                .filter(style -> style.fieldValue.equals(fieldValue))
                .findFirst();
    }

    /** Whether OpenAPI knows the style at this location: a header, for one, is always {@link #SIMPLE}. */
    boolean isPossibleAt(Parameter.Location location) {
        return switch (location) {
            case PATH -> this == MATRIX || this == LABEL || this == SIMPLE;
            case QUERY, QUERYSTRING ->
                this == FORM || this == SPACE_DELIMITED || this == PIPE_DELIMITED || this == DEEP_OBJECT;
            case HEADER, CHANNEL -> this == SIMPLE;
            case COOKIE -> this == FORM || this == COOKIE;
        };
    }

    /** What a parameter at this location uses when it does not say. */
    public static ParameterStyle defaultAt(Parameter.Location location) {
        return switch (location) {
            case PATH, HEADER, CHANNEL -> SIMPLE;
            case QUERY, QUERYSTRING, COOKIE -> FORM;
        };
    }

    /** Whether members and items become pairs of their own when the parameter does not say. */
    public boolean explodesByDefault() {
        return this == FORM || this == COOKIE;
    }
}
