package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Parameter;
import java.util.Optional;

/**
 * A parameter that an operation declares, references followed, defaults filled in (PRM-18).
 *
 * @param required always true in a path
 * @param style meaningless where there is a media type
 * @param allowReserved whether reserved characters stay as they are, queries only before 3.2
 * @param schema of the value, as written and possibly a reference; with a media type, the schema found there
 * @param contentMediaType set when the value is serialized by media type instead of by style
 * @param source the Parameter Object
 */
public record OperationParameter(
        String name,
        Parameter.Location in,
        boolean required,
        ParameterStyle style,
        boolean explode,
        boolean allowReserved,
        Optional<LocatedNode> schema,
        Optional<String> contentMediaType,
        LocatedNode source) {

    /** Same name and place; header names ignore case (PRM-03, PRM-10). */
    public boolean isAt(Parameter.Location location, String parameterName) {
        boolean sameName =
                in == Parameter.Location.HEADER ? name.equalsIgnoreCase(parameterName) : name.equals(parameterName);
        return in == location && sameName;
    }

    /** What an undeclared parameter is sent like (AMB-28). */
    public static OperationParameter undeclared(String name, Parameter.Location in, LocatedNode source) {
        ParameterStyle style = ParameterStyle.defaultAt(in);
        return new OperationParameter(
                name,
                in,
                in == Parameter.Location.PATH,
                style,
                style.explodesByDefault(),
                false,
                Optional.empty(),
                Optional.empty(),
                source);
    }
}
