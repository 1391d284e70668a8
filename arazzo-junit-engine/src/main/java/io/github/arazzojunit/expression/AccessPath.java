package io.github.arazzojunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.Optional;

/** Member and index access behind an expression, for example {@code .items[0].id} (AMB-40, AMB-65). */
public final class AccessPath {

    private AccessPath() {}

    /**
     * The value that a path leads to. In an object the longest existing prefix of the path counts as name, so a member
     * called {@code a.b} comes before member {@code b} of member {@code a}. An array and a text also have a
     * {@code length}, the number of their items or characters.
     */
    static Optional<JsonNode> read(JsonNode node, String path) {
        if (path.isEmpty()) {
            return Optional.of(node);
        }
        String rest = path.startsWith(".") ? path.substring(1) : path;
        if (node.isObject()) {
            for (int end = rest.length(); end > 0; end = lastBoundary(rest, end)) {
                JsonNode member = node.get(rest.substring(0, end));
                if (member != null) {
                    return read(member, rest.substring(end));
                }
            }
        }
        boolean bracket = rest.startsWith("[") && rest.indexOf(']') > 0;
        int end = bracket ? rest.indexOf(']') + 1 : firstBoundary(rest);
        String token = bracket ? rest.substring(1, end - 1) : rest.substring(0, end);
        return step(node, token, bracket).flatMap(next -> read(next, rest.substring(end)));
    }

    private static Optional<JsonNode> step(JsonNode node, String token, boolean bracket) {
        if (node.isArray()) {
            return token.equals("length") && !bracket
                    ? Optional.of(IntNode.valueOf(node.size()))
                    : JsonPointers.item(node, token);
        }
        if (node.isTextual() && token.equals("length") && !bracket) {
            String text = node.textValue();
            return Optional.of(IntNode.valueOf(text.codePointCount(0, text.length())));
        }
        return bracket && node.isObject() ? Optional.ofNullable(node.get(token)) : Optional.empty();
    }

    /** The RFC 6901 pointer that reads a path as members and items only. */
    public static String toPointer(String path) {
        StringBuilder pointer = new StringBuilder();
        String rest = path;
        while (!rest.isEmpty()) {
            rest = rest.startsWith(".") ? rest.substring(1) : rest;
            boolean bracket = rest.startsWith("[") && rest.indexOf(']') > 0;
            int end = bracket ? rest.indexOf(']') + 1 : firstBoundary(rest);
            pointer.append('/').append(bracket ? rest.substring(1, end - 1) : rest.substring(0, end));
            rest = rest.substring(end);
        }
        return pointer.toString();
    }

    /** Whether a token of a pointer or a name can be meant as a path. */
    static boolean isPath(String token) {
        return firstBoundary(token) < token.length();
    }

    /** The end of the first segment. */
    static int firstBoundary(String path) {
        for (int i = 1; i < path.length(); i++) {
            if (path.charAt(i) == '.' || path.charAt(i) == '[') {
                return i;
            }
        }
        return path.length();
    }

    private static int lastBoundary(String path, int before) {
        return Math.max(path.lastIndexOf('.', before - 1), path.lastIndexOf('[', before - 1));
    }
}
