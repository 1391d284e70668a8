package io.github.arazzojunit.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.model.Position;
import java.util.Optional;

/**
 * The body of a step, evaluated, replacements already applied.
 *
 * @param contentType as the step says, absent where the operation decides (AMB-31)
 * @param payload a string is sent as text, everything else is serialized by media type
 * @param position of the payload in the document, for messages
 */
public record RequestContent(Optional<String> contentType, JsonNode payload, Position position) {}
