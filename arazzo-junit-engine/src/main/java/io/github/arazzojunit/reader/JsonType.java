package io.github.arazzojunit.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.model.LocatedNode;
import java.util.function.Predicate;

/** Types that fields can have, in the words of messages. */
enum JsonType {
    TEXT("a text", JsonNode::isTextual),
    NUMBER("a number", JsonNode::isNumber),
    LIST("a list", JsonNode::isArray),
    OBJECT("an object", JsonNode::isObject);

    private static final int QUOTED_CHARACTERS = 60;

    private final String label;
    private final Predicate<JsonNode> test;

    JsonType(String label, Predicate<JsonNode> test) {
        this.label = label;
        this.test = test;
    }

    String label() {
        return label;
    }

    boolean matches(LocatedNode node) {
        return test.test(node.value());
    }

    /** What a value is, quoted as far as it helps: {@code the number 5}, {@code an object}. */
    static String describe(LocatedNode node) {
        JsonNode value = node.value();
        if (value.isTextual()) {
            return "the text '" + abridged(value.textValue()) + "'";
        }
        if (value.isNumber()) {
            return "the number " + abridged(value.toString());
        }
        if (value.isArray() || value.isObject()) {
            return value.isArray() ? LIST.label : OBJECT.label;
        }
        return value.toString();
    }

    static String abridged(String text) {
        return text.length() > QUOTED_CHARACTERS ? text.substring(0, QUOTED_CHARACTERS) + "..." : text;
    }
}
