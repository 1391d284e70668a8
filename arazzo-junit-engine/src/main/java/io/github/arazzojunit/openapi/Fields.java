package io.github.arazzojunit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.model.LocatedNode;
import java.util.List;
import java.util.Optional;

/** Reads single fields; one of a wrong type counts as absent. */
final class Fields {

    private Fields() {}

    static Optional<String> text(LocatedNode node, String field) {
        return node.member(field).filter(LocatedNode::isText).map(LocatedNode::text);
    }

    static Optional<Boolean> flag(LocatedNode node, String field) {
        return node.member(field)
                .map(LocatedNode::value)
                .filter(JsonNode::isBoolean)
                .map(JsonNode::booleanValue);
    }

    static boolean isTrue(LocatedNode node, String field) {
        return flag(node, field).orElse(false);
    }

    static List<String> texts(LocatedNode node) {
        return node.items().stream()
                .filter(LocatedNode::isText)
                .map(LocatedNode::text)
                .toList();
    }
}
