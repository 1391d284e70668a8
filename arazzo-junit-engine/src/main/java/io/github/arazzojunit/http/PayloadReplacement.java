package io.github.arazzojunit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An evaluated Payload Replacement Object (BOD-20 to BOD-28).
 *
 * @param value to be put where the target points, with its type
 */
public record PayloadReplacement(Target target, JsonNode value) {

    /** A place in a payload. Other kinds than the pointer come from the evaluators of their languages. */
    @FunctionalInterface
    public interface Target {

        /**
         * @param payload belongs to the caller, may be changed and returned
         * @return the payload with the value in place
         * @throws RequestException when the target is not there
         */
        JsonNode replaceIn(JsonNode payload, JsonNode value) throws RequestException;

        /** An RFC 6901 pointer; its parent must exist (AMB-35). */
        static Target pointer(String pointer) {
            return (payload, value) -> new PointerTarget(pointer, false).replace(payload, value);
        }

        /** The same for a step without payload: objects on the way are made (AMB-35). */
        static Target pointerFromNothing(String pointer) {
            return (payload, value) -> new PointerTarget(pointer, true).replace(payload, value);
        }
    }

    /**
     * Applies the replacements in their order, a later one wins (BOD-26).
     *
     * @param payload stays as it is (BOD-15); text that is JSON is parsed first
     */
    public static JsonNode apply(JsonNode payload, List<PayloadReplacement> replacements) throws RequestException {
        JsonNode changed = payload.deepCopy();
        if (changed.isTextual()) {
            changed = JsonText.parsed(changed.textValue())
                    .filter(JsonNode::isContainerNode)
                    .orElse(changed);
        }
        for (PayloadReplacement replacement : replacements) {
            changed =
                    replacement.target().replaceIn(changed, replacement.value().deepCopy());
        }
        return changed;
    }

    private record PointerTarget(String pointer, boolean makesObjects) {

        JsonNode replace(JsonNode payload, JsonNode value) throws RequestException {
            if (pointer.isEmpty()) {
                return value;
            }
            if (!pointer.startsWith("/")) {
                throw problem("is no JSON Pointer. Write it as /member/0.");
            }
            String[] tokens = pointer.substring(1).split("/", -1);
            JsonNode parent = payload;
            for (int i = 0; i < tokens.length - 1; i++) {
                parent = child(parent, unescaped(tokens[i]));
            }
            set(parent, unescaped(tokens[tokens.length - 1]), value);
            return payload;
        }

        private JsonNode child(JsonNode parent, String token) throws RequestException {
            JsonNode child =
                    parent.isArray() && isIndex(token) ? parent.get(Integer.parseInt(token)) : parent.get(token);
            if (child != null) {
                return child;
            }
            if (makesObjects && parent instanceof ObjectNode object) {
                return object.set(token, JsonNodeFactory.instance.objectNode()).get(token);
            }
            throw problem("leads through \"%s\", which is not in the payload. Add it to the payload.".formatted(token));
        }

        private void set(JsonNode parent, String token, JsonNode value) throws RequestException {
            if (parent instanceof ObjectNode object) {
                object.set(token, value);
            } else if (parent instanceof ArrayNode array && token.equals("-")) {
                array.add(value);
            } else if (parent instanceof ArrayNode array && isIndex(token) && Integer.parseInt(token) <= array.size()) {
                if (Integer.parseInt(token) == array.size()) {
                    array.add(value);
                } else {
                    array.set(Integer.parseInt(token), value);
                }
            } else {
                throw problem("has no place for \"%s\" in the payload%s. Correct the target."
                        .formatted(token, parent.isTextual() ? ", which is a text there" : ""));
            }
        }

        private static boolean isIndex(String token) {
            return token.matches("0|[1-9][0-9]{0,8}");
        }

        private static String unescaped(String token) {
            return token.replace("~1", "/").replace("~0", "~");
        }

        private RequestException problem(String problem) {
            return new RequestException("The replacement target \"%s\" %s".formatted(pointer, problem));
        }
    }
}
