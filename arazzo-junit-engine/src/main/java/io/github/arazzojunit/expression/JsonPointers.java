package io.github.arazzojunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** RFC 6901 pointers into JSON values (EXP-30, EXP-31). */
public final class JsonPointers {

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Pattern PERCENT_ENCODED = Pattern.compile(".*%[0-9A-Fa-f]{2}.*", Pattern.DOTALL);
    private static final Pattern STRAY_TILDE = Pattern.compile("~(?![01])");
    private static final int NAMES_IN_REASON = 8;

    private JsonPointers() {}

    /**
     * The value behind a pointer by the letter of RFC 6901.
     *
     * @param pointer {@code ""} or tokens that begin with a slash each
     * @return an error for a text that is no pointer
     */
    public static Evaluation read(JsonNode root, String pointer) {
        return read(root, pointer, false);
    }

    /**
     * As {@link #read}; a token that finds nothing is tried again percent-decoded (AMB-66) and as an access path such
     * as {@code items[0].id}.
     */
    static Evaluation readLeniently(JsonNode root, String pointer) {
        return read(root, pointer, true);
    }

    private static Evaluation read(JsonNode root, String pointer, boolean lenient) {
        if (!isPointer(pointer)) {
            return new Evaluation.Error("'" + pointer + "' is no JSON Pointer: expected '' or '/' before every token,"
                    + " and '~' only as '~0' or '~1'");
        }
        JsonNode node = root;
        StringBuilder walked = new StringBuilder();
        for (String token : tokens(pointer)) {
            Optional<JsonNode> next = lenient ? childLeniently(node, token) : child(node, token);
            if (next.isEmpty()) {
                return new Evaluation.Missing(nothing(node, token, walked.toString()));
            }
            node = next.get();
            walked.append('/').append(escape(token));
        }
        return new Evaluation.Value(node);
    }

    /** Whether a text has the form of RFC 6901. */
    public static boolean isPointer(String text) {
        return (text.isEmpty() || text.startsWith("/"))
                && !STRAY_TILDE.matcher(text).find();
    }

    /** The tokens of a pointer, unescaped. */
    public static List<String> tokens(String pointer) {
        List<String> tokens = new ArrayList<>();
        if (!pointer.isEmpty()) {
            for (String token : pointer.substring(1).split("/", -1)) {
                tokens.add(token.replace("~1", "/").replace("~0", "~"));
            }
        }
        return tokens;
    }

    /** A name as token of a pointer. */
    public static String escape(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }

    static Optional<JsonNode> item(JsonNode array, String token) {
        return INDEX.matcher(token).matches()
                ? Optional.ofNullable(array.get(Integer.parseInt(token)))
                : Optional.empty();
    }

    private static Optional<JsonNode> child(JsonNode node, String token) {
        return node.isArray() ? item(node, token) : Optional.ofNullable(node.get(token));
    }

    private static Optional<JsonNode> childLeniently(JsonNode node, String token) {
        Optional<JsonNode> child = child(node, token);
        if (child.isEmpty() && PERCENT_ENCODED.matcher(token).matches()) {
            child = child(node, percentDecode(token));
        }
        if (child.isEmpty() && AccessPath.isPath(token)) {
            child = AccessPath.read(node, token);
        }
        return child;
    }

    private static String percentDecode(String token) {
        try {
            return URLDecoder.decode(token.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return token;
        }
    }

    /** What keeps a token from finding anything. */
    static String nothing(JsonNode node, String token, String at) {
        String place = at.isEmpty() ? "the value" : "the value at " + at;
        if (node.isObject()) {
            return place + " has no member '" + token + "'" + names(node);
        }
        if (node.isArray()) {
            return place + " is an array of " + node.size() + " items and has no item '" + token + "'";
        }
        return place + " is " + (node.isNull() ? "null" : "a " + JsonText.typeName(node)) + " and has no member '"
                + token + "'";
    }

    private static String names(JsonNode object) {
        if (object.isEmpty()) {
            return "; it is an empty object";
        }
        List<String> names = new ArrayList<>();
        Iterator<String> all = object.fieldNames();
        while (all.hasNext() && names.size() < NAMES_IN_REASON) {
            names.add(all.next());
        }
        return "; it has " + String.join(", ", names) + (all.hasNext() ? ", ..." : "");
    }
}
