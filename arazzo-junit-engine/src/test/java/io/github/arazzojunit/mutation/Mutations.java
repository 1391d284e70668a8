package io.github.arazzojunit.mutation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Applies the operators to one answer. Reads the text of the description by itself, not with the code under test: what
 * it takes for a violation must be one.
 */
final class Mutations {

    private final JsonNode description;
    private final JsonNode documented;
    private final HttpResponse answer;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutations(JsonNode description, JsonNode operation, HttpResponse answer) {
        this.description = description;
        this.documented = resolved(operation.path("responses").path(Integer.toString(answer.status())));
        this.answer = answer;
    }

    static List<Mutant> of(JsonNode description, JsonNode operation, HttpResponse answer)
            throws JsonProcessingException {
        Mutations mutations = new Mutations(description, operation, answer);
        mutations.wholeAnswer(operation);
        mutations.headers();
        JsonNode schema =
                mutations.documented.path("content").path("application/json").path("schema");
        if (!schema.isMissingNode()) {
            JsonNode body = Json.parse(answer.bodyAsText());
            mutations.whole(body, schema);
            mutations.members(body, body, schema, "");
        }
        return mutations.mutants;
    }

    private void wholeAnswer(JsonNode operation) {
        for (int status : new int[] {500, 299}) {
            boolean known = operation.path("responses").has(Integer.toString(status));
            add(
                    status == 500 ? "status 500" : "undocumented status",
                    Integer.toString(status),
                    new HttpResponse(status, answer.headers(), answer.body()),
                    known ? Optional.of("the status is documented") : Optional.empty());
        }
        boolean content = !documented.path("content").isEmpty();
        if (!content) {
            return;
        }
        List<Header> html = new ArrayList<>(answer.headers());
        html.removeIf(header -> header.isNamed("Content-Type"));
        html.add(new Header("Content-Type", "text/html"));
        add("content type", "text/html", new HttpResponse(answer.status(), html, answer.body()), Optional.empty());
        add("empty body", "body", withBody(""), Optional.empty());
        String text = answer.bodyAsText();
        add("truncated JSON", "body", withBody(text.substring(0, text.length() / 2)), Optional.empty());
    }

    private void headers() {
        documented.path("headers").properties().forEach(header -> {
            if (answer.header(header.getKey()).isEmpty()) {
                return;
            }
            List<Header> rest = new ArrayList<>(answer.headers());
            rest.removeIf(each -> each.isNamed(header.getKey()));
            boolean required = resolved(header.getValue()).path("required").asBoolean();
            add(
                    "missing header",
                    header.getKey(),
                    new HttpResponse(answer.status(), rest, answer.body()),
                    required ? Optional.empty() : Optional.of("the header is optional"));
        });
    }

    private void whole(JsonNode body, JsonNode schema) {
        Optional<String> untyped = types(schema).isEmpty() ? Optional.of("the schema has no type") : Optional.empty();
        ArrayNode list = JsonNodeFactory.instance.arrayNode().add(body);
        add("array for object", "body", withBody(Json.write(list)), untyped);
    }

    private void members(JsonNode root, JsonNode value, JsonNode schema, String pointer) {
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                members(root, value.get(i), member(schema, "items"), pointer + "/" + i);
            }
            return;
        }
        if (!value.isObject()) {
            return;
        }
        Map<String, JsonNode> properties = properties(schema);
        List<String> required = required(schema);
        value.properties().forEach(entry -> {
            String name = entry.getKey();
            JsonNode property = properties.getOrDefault(name, JsonNodeFactory.instance.objectNode());
            Optional<String> optional =
                    required.contains(name) ? Optional.empty() : Optional.of("the member is optional");
            String place = pointer + "/" + name;
            change(root, "drop property", pointer, name, optional, object -> object.remove(name));
            change(
                    root,
                    "rename",
                    pointer,
                    name,
                    optional,
                    object -> object.set(name + "Renamed", object.remove(name)));
            List<String> types = types(property);
            boolean nullable = types.isEmpty()
                    || types.contains("null")
                    || resolved(property).path("nullable").asBoolean();
            change(
                    root,
                    "null",
                    pointer,
                    name,
                    nullable ? Optional.of("null is allowed") : Optional.empty(),
                    object -> object.set(name, NullNode.instance));
            JsonNode other = otherType(entry.getValue());
            change(
                    root,
                    "change type",
                    pointer,
                    name,
                    types.isEmpty() ? Optional.of("the member has no type") : Optional.empty(),
                    object -> object.set(name, other));
            if (resolved(property).has("enum")) {
                change(
                        root,
                        "enum out of range",
                        pointer,
                        name,
                        Optional.empty(),
                        object -> object.put(name, "nobody"));
            }
            if (entry.getValue().isObject()) {
                change(
                        root,
                        "array for object",
                        pointer,
                        name,
                        types.isEmpty() ? Optional.of("the member has no type") : Optional.empty(),
                        object -> object.putArray(name));
            }
            members(root, entry.getValue(), property, place);
        });
    }

    private static JsonNode otherType(JsonNode value) {
        return value.isTextual() ? IntNode.valueOf(7) : value.isBoolean() ? TextNode.valueOf("true") : BooleanNode.TRUE;
    }

    private void change(
            JsonNode root,
            String operator,
            String pointer,
            String name,
            Optional<String> allowed,
            Consumer<ObjectNode> operation) {
        JsonNode copy = root.deepCopy();
        operation.accept((ObjectNode) copy.at(pointer));
        mutants.add(new Mutant(operator, pointer + "/" + name, withBody(Json.write(copy)), allowed, Optional.of(name)));
    }

    private void add(String operator, String place, HttpResponse response, Optional<String> allowed) {
        mutants.add(new Mutant(operator, place, response, allowed, Optional.empty()));
    }

    private HttpResponse withBody(String text) {
        return new HttpResponse(answer.status(), answer.headers(), Bytes.utf8(text));
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode current = node;
        while (current.has("$ref")) {
            current = description.at(current.get("$ref").textValue().substring(1));
        }
        return current;
    }

    /** A keyword of the schema or of one of its parts. */
    private JsonNode member(JsonNode schema, String keyword) {
        JsonNode own = resolved(schema);
        for (JsonNode part : parts(own)) {
            if (part.has(keyword)) {
                return part.get(keyword);
            }
        }
        return own.path(keyword);
    }

    private List<JsonNode> parts(JsonNode schema) {
        JsonNode own = resolved(schema);
        List<JsonNode> parts = new ArrayList<>(List.of(own));
        own.path("allOf").forEach(part -> parts.addAll(parts(part)));
        return parts;
    }

    private Map<String, JsonNode> properties(JsonNode schema) {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        parts(schema)
                .forEach(part -> part.path("properties")
                        .properties()
                        .forEach(entry -> properties.putIfAbsent(entry.getKey(), entry.getValue())));
        return properties;
    }

    private List<String> required(JsonNode schema) {
        List<String> required = new ArrayList<>();
        parts(schema).forEach(part -> part.path("required").forEach(name -> required.add(name.asText())));
        return required;
    }

    private List<String> types(JsonNode schema) {
        List<String> types = new ArrayList<>();
        JsonNode type = member(schema, "type");
        type.forEach(each -> types.add(each.asText()));
        if (type.isTextual()) {
            types.add(type.textValue());
        }
        return types;
    }
}
