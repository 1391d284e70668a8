package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.LocatedNode;
import java.util.List;

/**
 * A documented response.
 *
 * @param statusPattern {@code 200}, {@code 2XX} or {@code default}
 * @param content its representations in the order of the text; empty when no body is documented
 */
public record ResponseDescription(
        String statusPattern, List<HeaderDescription> headers, List<MediaTypeDescription> content, LocatedNode source) {

    /** The pattern of the response that answers for every other status. */
    public static final String DEFAULT = "default";

    public ResponseDescription {
        headers = List.copyOf(headers);
        content = List.copyOf(content);
    }

    /** Whether the pattern is this very status or its range; never true of {@code default}. */
    public boolean covers(int status) {
        return isExplicit(status) || statusPattern.equals(status / 100 + "XX");
    }

    boolean isExplicit(int status) {
        return statusPattern.equals(Integer.toString(status));
    }
}
