package io.github.arazzojunit.stub.fact;

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
    private static final List<String> ID_NAMES = List.of("id", "uuid", "key", "uid");
    private static final Set<String> OTHER_KEYS = Set.of("slug", "name", "code", "handle", "username", "email");

    private Shape() {}

    /** The place of the resource that a body represents: the body itself, or what its envelope holds. */
    static Optional<List<String>> item(JsonNode body) {
        if (!body.isObject()) {
            return Optional.empty();
        }
        return body.has("id")
                ? Optional.of(List.of())
                : Optional.of(enveloped(body, false).orElse(List.of()));
    }

    /** The place of the list that a body represents. */
    static Optional<List<String>> list(JsonNode body) {
        if (body.isArray()) {
            return Optional.of(List.of());
        }
        return body.isObject() && !body.has("id") ? enveloped(body, true) : Optional.empty();
    }

    private static Optional<List<String>> enveloped(JsonNode body, boolean list) {
        List<String> containers = body.properties().stream()
                .filter(member -> list
                        ? JsonPlaces.isListOfObjects(member.getValue())
                        : member.getValue().isObject())
                .map(Map.Entry::getKey)
                .toList();
        return containers.stream()
                .filter(name -> ENVELOPES.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .or(() -> containers.size() == 1 && (list || body.size() == 1)
                        ? Optional.of(containers.get(0))
                        : Optional.empty())
                .map(List::of);
    }

    /**
     * The name of the member that tells a resource from others.
     *
     * @param parameter that takes its value in a path, where there is one
     */
    static Optional<String> idName(JsonNode resource, Optional<String> parameter) {
        return parameter
                .filter(name -> isScalar(resource.path(name)))
                .or(() -> ID_NAMES.stream()
                        .filter(name -> isScalar(resource.path(name)))
                        .findFirst());
    }

    private static boolean isScalar(JsonNode value) {
        return value.isValueNode() && !value.isMissingNode() && !value.isNull();
    }

    /** Whether a member may tell a resource from others, in a path for example. */
    static boolean isKey(String name) {
        return isIdentity(name) || OTHER_KEYS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether a member does nothing but tell a resource from others. */
    static boolean isIdentity(String name) {
        return ID_NAMES.contains(name.toLowerCase(Locale.ROOT)) || name.matches(".*([a-z0-9]I[dD]|[_-][iI][dD])");
    }
}
