package io.github.arazzojunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A conformance case, valid against the schema of the format.
 *
 * @param folder where the case stands
 * @param content of its {@code case.yaml}
 */
record ConformanceCase(Path folder, JsonNode content) {

    /** The folders of the area and of the case: {@code action/goto-backwards}. */
    String id() {
        return area() + "/" + name();
    }

    String area() {
        return String.valueOf(folder.toAbsolutePath().getParent().getFileName());
    }

    String name() {
        return String.valueOf(folder.getFileName());
    }

    String title() {
        return content.get("title").textValue();
    }

    List<String> requirements() {
        return texts("requirements");
    }

    Path document() {
        return folder.resolve(content.get("document").textValue());
    }

    Optional<String> workflow() {
        return text("workflow");
    }

    boolean strict() {
        return text("mode").filter("strict"::equals).isPresent();
    }

    ObjectNode inputs() {
        return object(content.path("inputs"));
    }

    ObjectNode configuredInputs(String workflowId) {
        return object(content.path("configuredInputs").path(workflowId));
    }

    Optional<JsonNode> limit(String name) {
        return Optional.ofNullable(content.path("limits").get(name));
    }

    Optional<String> server(String sourceName) {
        return Optional.ofNullable(content.path("servers").get(sourceName)).map(JsonNode::textValue);
    }

    Optional<String> location() {
        return text("location");
    }

    /** Absolute URI to file. */
    Map<String, Path> retrievable() {
        Map<String, Path> files = new LinkedHashMap<>();
        content.path("retrievable")
                .properties()
                .forEach(entry -> files.put(
                        entry.getKey(), folder.resolve(entry.getValue().textValue())));
        return files;
    }

    List<Path> known() {
        return texts("known").stream().map(folder::resolve).toList();
    }

    boolean inOrder() {
        return text("matching").filter("any-order"::equals).isEmpty();
    }

    List<JsonNode> exchanges() {
        List<JsonNode> exchanges = new ArrayList<>();
        content.path("exchanges").forEach(exchanges::add);
        return exchanges;
    }

    JsonNode expectation() {
        return content.get("expect");
    }

    private Optional<String> text(String field) {
        return Optional.ofNullable(content.get(field)).map(JsonNode::textValue);
    }

    private List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        content.path(field).forEach(item -> texts.add(item.textValue()));
        return texts;
    }

    private static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
    }
}
