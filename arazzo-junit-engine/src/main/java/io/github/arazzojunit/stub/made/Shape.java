package io.github.arazzojunit.stub.made;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How APIs usually wrap a resource or a list of resources. */
final class Shape {

    private static final Set<String> ENVELOPES =
            Set.of("data", "result", "results", "response", "item", "items", "value");

    private Shape() {}

    /** The JSON Pointer to the resource that a body represents: the body itself, or what its envelope holds. */
    static Optional<String> item(JsonNode body) {
        if (!body.isObject()) {
            return Optional.empty();
        }
        return body.has("id")
                ? Optional.of("")
                : Optional.of(enveloped(body, false).orElse(""));
    }

    /** The JSON Pointer to the list that a body represents. */
    static Optional<String> list(JsonNode body) {
        if (body.isArray()) {
            return Optional.of("");
        }
        return body.isObject() && !body.has("id") ? enveloped(body, true) : Optional.empty();
    }

    private static Optional<String> enveloped(JsonNode body, boolean list) {
        List<String> containers = body.properties().stream()
                .filter(member ->
                        list ? isList(member.getValue()) : member.getValue().isObject())
                .map(Map.Entry::getKey)
                .toList();
        return containers.stream()
                .filter(name -> ENVELOPES.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .or(() -> containers.size() == 1 && (list || body.size() == 1)
                        ? Optional.of(containers.get(0))
                        : Optional.empty())
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    private static boolean isList(JsonNode value) {
        return value.isArray() && !value.isEmpty() && value.get(0).isObject();
    }

    /** The name of the member that tells a resource from others. */
    static Optional<String> idName(JsonNode resource) {
        return List.of("id", "uuid", "key", "uid").stream()
                .filter(name -> resource.hasNonNull(name) && resource.get(name).isValueNode())
                .findFirst();
    }

    /** Whether a placeholder carries the id of a resource. */
    static boolean isIdName(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith("id");
    }

    /** Names that mean the same: {@code petId}, {@code pet_id}, {@code pet-id}. */
    static String normalized(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }
}
