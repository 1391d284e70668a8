package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Parameter;
import java.util.Locale;
import java.util.Optional;

/**
 * How a client proves who it is.
 *
 * @param name its key in {@code components.securitySchemes}
 * @param type {@code apiKey}, {@code http}, {@code mutualTLS}, {@code oauth2}, {@code openIdConnect}; empty text where
 *     the description does not say
 * @param in of {@code apiKey}: where the key goes
 * @param parameterName of {@code apiKey}: the header, query parameter or cookie
 * @param httpScheme of {@code http}: {@code basic}, {@code bearer}, ... in lower case
 */
public record SecurityScheme(
        String name,
        String type,
        Optional<Parameter.Location> in,
        Optional<String> parameterName,
        Optional<String> httpScheme,
        LocatedNode source) {

    static SecurityScheme read(String name, LocatedNode source) {
        return new SecurityScheme(
                name,
                Fields.text(source, "type").orElse(""),
                Fields.text(source, "in").flatMap(ParameterReader::location),
                Fields.text(source, "name"),
                Fields.text(source, "scheme").map(scheme -> scheme.toLowerCase(Locale.ROOT)),
                source);
    }
}
