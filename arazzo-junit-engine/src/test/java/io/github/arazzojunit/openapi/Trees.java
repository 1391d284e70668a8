package io.github.arazzojunit.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.arazzojunit.model.LocatedNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Located trees for tests, every place being 1:1. */
public final class Trees {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Trees() {}

    public static LocatedNode yaml(String uri, String text) {
        try {
            return located(URI.create(uri), YAML.readTree(text));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static LocatedNode located(URI uri, JsonNode value) {
        return LocatedNode.root(uri, value, places(value));
    }

    private static LocatedNode.Places places(JsonNode value) {
        Map<String, LocatedNode.Places> members = new LinkedHashMap<>();
        List<LocatedNode.Places> items = new ArrayList<>();
        if (value.isObject()) {
            value.properties().forEach(entry -> members.put(entry.getKey(), places(entry.getValue())));
        }
        if (value.isArray()) {
            value.forEach(item -> items.add(places(item)));
        }
        return new LocatedNode.Places(1, 1, members, items);
    }

    /** A description that stands alone. */
    public static ApiDescription description(String text) {
        return description(text, ReferenceLoader.none());
    }

    public static ApiDescription description(String text, ReferenceLoader loader) {
        try {
            return ApiDescription.of(yaml("https://api.test/specs/openapi.yaml", text), loader);
        } catch (UnsupportedDescriptionException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
