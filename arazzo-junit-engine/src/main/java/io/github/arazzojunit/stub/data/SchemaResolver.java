package io.github.arazzojunit.stub.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.LocatedNode.Places;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows {@code $ref} to the schema at the end of the chain; empty when it leads nowhere. A node without is itself. */
@FunctionalInterface
public interface SchemaResolver {

    Optional<LocatedNode> dereference(LocatedNode schema);

    /** What a reference that stands in the document of {@code from} leads to. */
    default Optional<LocatedNode> target(LocatedNode from, String reference) {
        Places nowhere = new Places(1, 1, Map.of(), List.of());
        return dereference(LocatedNode.root(
                from.uri(),
                JsonNodeFactory.instance.objectNode().put("$ref", reference),
                new Places(1, 1, Map.of("$ref", nowhere), List.of())));
    }
}
