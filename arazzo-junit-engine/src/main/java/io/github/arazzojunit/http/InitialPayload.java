package io.github.arazzojunit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.openapi.Operation;
import java.util.Optional;

/** What replacements change where a step has no payload (AMB-35). */
public final class InitialPayload {

    private InitialPayload() {}

    /**
     * The first example of the operation for this media type, else the example or default of its schema, else an empty
     * object.
     *
     * @param contentType as the step says, absent where the operation decides (AMB-31)
     * @return a copy that belongs to the caller
     */
    public static JsonNode of(Operation operation, Optional<String> contentType) {
        JsonNode empty = JsonNodeFactory.instance.objectNode();
        Optional<MediaTypeDescription> description = MediaType.parse(
                        ContentTypes.ofRequest(operation, contentType, empty))
                .flatMap(mediaType -> ContentTypes.describing(operation, mediaType));
        return description
                .flatMap(found -> found.examples().stream().findFirst())
                .or(() -> description
                        .flatMap(MediaTypeDescription::schema)
                        .flatMap(schema -> ofSchema(operation, schema)))
                .map(LocatedNode::value)
                .<JsonNode>map(JsonNode::deepCopy)
                .orElse(empty);
    }

    private static Optional<LocatedNode> ofSchema(Operation operation, LocatedNode schema) {
        return operation
                .description()
                .dereference(schema)
                .node()
                .flatMap(found -> found.member("example")
                        .or(() -> found.member("examples")
                                .flatMap(list -> list.items().stream().findFirst()))
                        .or(() -> found.member("default")));
    }
}
