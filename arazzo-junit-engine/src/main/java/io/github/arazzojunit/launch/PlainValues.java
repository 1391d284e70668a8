package io.github.arazzojunit.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values as values of Java, so that no type of a JSON library reaches the tests of users. */
public final class PlainValues {

    private PlainValues() {}

    /** The members of an object; unmodifiable. */
    public static Map<String, Object> of(ObjectNode object) {
        Map<String, Object> values = new LinkedHashMap<>();
        object.properties().forEach(member -> values.put(member.getKey(), of(member.getValue())));
        return Collections.unmodifiableMap(values);
    }

    private static @Nullable Object of(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> of((ObjectNode) value);
            case ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                value.forEach(item -> items.add(of(item)));
                yield Collections.unmodifiableList(items);
            }
            case NUMBER -> value.numberValue();
            case BOOLEAN -> value.booleanValue();
            case STRING -> value.textValue();
            default -> null;
        };
    }
}
