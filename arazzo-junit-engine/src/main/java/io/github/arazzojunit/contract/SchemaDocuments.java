package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.LocatedNode.Places;
import io.github.arazzojunit.openapi.ApiDescription;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents that schemas stand in and refer to. Thread-safe. */
interface SchemaDocuments {

    /** The document with this absolute URI; empty when it may not or cannot be read. */
    Optional<LocatedNode> document(URI uri);

    /** What references in a document are relative to. */
    default URI base(LocatedNode document) {
        return document.uri();
    }

    /** What a reference that stands in the document of {@code from} leads to, the end of a chain. */
    Optional<LocatedNode> target(LocatedNode from, String reference);

    /** What the node stands for: itself, or the end of the chain that its {@code $ref} begins. */
    default Optional<LocatedNode> dereference(LocatedNode node) {
        Optional<LocatedNode> reference = node.member("$ref").filter(LocatedNode::isText);
        return reference.isEmpty()
                ? Optional.of(node)
                : target(node, reference.get().text());
    }

    /** Those of an OpenAPI description. */
    static SchemaDocuments of(ApiDescription description) {
        return new SchemaDocuments() {

            @Override
            public Optional<LocatedNode> document(URI uri) {
                return description.document(uri);
            }

            @Override
            public Optional<LocatedNode> target(LocatedNode from, String reference) {
                Places nowhere = new Places(1, 1, Map.of(), List.of());
                Places places = new Places(1, 1, Map.of("$ref", nowhere), List.of());
                return description
                        .dereference(LocatedNode.root(
                                from.uri(),
                                JsonNodeFactory.instance.objectNode().put("$ref", reference),
                                places))
                        .node();
            }
        };
    }
}
