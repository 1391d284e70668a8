package io.github.arazzojunit.stub.made;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value that is known to belong into a body.
 *
 * @param owner JSON Pointer to the object
 */
record Echo(String owner, String member, JsonNode value) {

    /** The members of {@code owner} whose names and types are those of known values. */
    static void members(JsonNode body, String owner, JsonNode known, List<Echo> sink) {
        JsonNode object = body.at(owner);
        if (!object.isObject()) {
            return;
        }
        for (Map.Entry<String, JsonNode> value : known.properties()) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                if (Shape.normalized(member.getKey()).equals(Shape.normalized(value.getKey()))) {
                    typed(value.getValue(), member.getValue())
                            .ifPresent(typed -> sink.add(new Echo(owner, member.getKey(), typed)));
                }
            }
        }
    }

    static void id(JsonNode body, String owner, JsonNode id, List<Echo> sink) {
        JsonNode member = body.at(owner).path("id");
        typed(id, member).ifPresent(typed -> sink.add(new Echo(owner, "id", typed)));
    }

    void apply(JsonNode body) {
        if (body.at(owner) instanceof ObjectNode object) {
            object.set(member, value.deepCopy());
        }
    }

    /** The value in the type of the one that it replaces; empty where it would be another one or is the same. */
    private static Optional<JsonNode> typed(JsonNode value, JsonNode replaced) {
        if (replaced.isMissingNode() || value.equals(replaced)) {
            return Optional.empty();
        }
        if (replaced.isNumber() && value.isTextual()) {
            return value.textValue().matches("-?(0|[1-9]\\d{0,17})")
                    ? Optional.of(JsonNodeFactory.instance.numberNode(Long.parseLong(value.textValue())))
                    : value.textValue().matches("-?\\d{1,17}\\.\\d{1,17}")
                            ? Optional.of(DecimalNode.valueOf(new BigDecimal(value.textValue())))
                            : Optional.empty();
        }
        if (replaced.isTextual() && value.isNumber()) {
            return Optional.of(TextNode.valueOf(value.asText()));
        }
        boolean sameType = value.getNodeType() == replaced.getNodeType();
        return sameType ? Optional.of(value) : Optional.empty();
    }
}
