package io.github.arazzojunit.stub.fact;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.runner.UpcomingRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where a resource or a list of resources is.
 *
 * @param segments of the path with the values of its parameters, not encoded
 */
record ResourcePath(String source, List<String> segments) {

    ResourcePath {
        segments = List.copyOf(segments);
    }

    static ResourcePath of(UpcomingRequest request) {
        Map<String, JsonNode> values = request.request().path();
        List<String> segments = new ArrayList<>();
        for (String segment : request.operation().operation().template().split("/")) {
            String filled = segment;
            for (Map.Entry<String, JsonNode> value : values.entrySet()) {
                filled = filled.replace(
                        "{" + value.getKey() + "}", value.getValue().asText());
            }
            if (!filled.isEmpty()) {
                segments.add(filled);
            }
        }
        return new ResourcePath(request.operation().sourceName(), segments);
    }

    ResourcePath child(String id) {
        return new ResourcePath(source, JsonPlaces.child(segments, id));
    }

    boolean isBelow(ResourcePath other) {
        return source.equals(other.source)
                && segments.size() > other.segments.size()
                && segments.subList(0, other.segments.size()).equals(other.segments);
    }

    boolean isIn(ResourcePath collection) {
        return segments.size() == collection.segments.size() + 1 && isBelow(collection);
    }

    String last() {
        return segments.isEmpty() ? "" : segments.get(segments.size() - 1);
    }

    ResourcePath parent() {
        return new ResourcePath(source, segments.subList(0, Math.max(segments.size() - 1, 0)));
    }

    @Override
    public String toString() {
        return "/" + String.join("/", segments);
    }
}
