package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.UriReference;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;

/**
 * A document in the form in which the schema library can use it as one schema resource, every pointer unchanged: the
 * library reads a {@code $schema} at the root as the dialect of all schemas, and finds no {@code $anchor} below members
 * that are no keywords.
 */
final class SchemaText {

    private final Map<String, String> pointersByAnchor = new HashMap<>();

    private final URI base;

    private SchemaText(URI base) {
        this.base = base;
    }

    /** @param base what references in the document are relative to */
    static JsonNode of(LocatedNode document, URI base) {
        JsonNode value = document.value();
        boolean anchors = value.findValue("$anchor") != null;
        if (!anchors && !value.has("$schema")) {
            return value;
        }
        JsonNode copy = anchors
                ? value.deepCopy()
                : value.isObject() ? ((ObjectNode) value).objectNode().setAll((ObjectNode) value) : value;
        if (copy instanceof ObjectNode object) {
            object.remove("$schema");
        }
        if (anchors) {
            SchemaText text = new SchemaText(base);
            text.collectAnchors(copy, "");
            text.replaceReferences(copy);
        }
        return copy;
    }

    private void collectAnchors(JsonNode node, String pointer) {
        if (node.isObject()) {
            if (node.path("$anchor").isTextual()) {
                pointersByAnchor.putIfAbsent("#" + node.get("$anchor").textValue(), "#" + pointer);
            }
            for (Entry<String, JsonNode> member : node.properties()) {
                collectWithin(
                        member.getValue(),
                        pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1"));
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collectWithin(node.get(i), pointer + "/" + i);
            }
        }
    }

    /** An {@code $id} begins a resource with anchors of its own, which the library does find. */
    private void collectWithin(JsonNode node, String pointer) {
        if (!node.path("$id").isTextual()) {
            collectAnchors(node, pointer);
        }
    }

    private void replaceReferences(JsonNode node) {
        if (node.path("$id").isTextual()) {
            return;
        }
        if (node instanceof ObjectNode object) {
            String reference = object.path("$ref").asText();
            String fragment = reference.substring(Math.max(reference.indexOf('#'), 0));
            if (pointersByAnchor.containsKey(fragment) && isOfDocument(reference)) {
                object.put("$ref", pointersByAnchor.get(fragment));
            }
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(this::replaceReferences);
        }
    }

    private boolean isOfDocument(String reference) {
        try {
            String document = reference.substring(0, reference.indexOf('#'));
            return UriReference.resolve(base, document).equals(base);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
