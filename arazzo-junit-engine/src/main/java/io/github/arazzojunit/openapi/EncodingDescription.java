package io.github.arazzojunit.openapi;

import java.util.List;
import java.util.Optional;

/**
 * How one property of a form body is sent (BOD-10, BOD-11).
 *
 * @param contentType of the part, possibly a list or a range as the description has it
 * @param headers further headers of the part
 * @param style set when the property is serialized like a query parameter
 */
public record EncodingDescription(
        Optional<String> contentType,
        List<HeaderDescription> headers,
        Optional<ParameterStyle> style,
        Optional<Boolean> explode,
        boolean allowReserved) {

    public EncodingDescription {
        headers = List.copyOf(headers);
    }
}
