package io.github.arazzojunit.runner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.http.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps secrets out of every text that leaves the engine (DOC-21, SEC-11). Immutable. */
public final class Masker {

    /** What stands in place of a secret. */
    public static final String MASK = "***";

    private static final Pattern QUERY_PAIR = Pattern.compile("([?&])([^=&#]+)=([^&#]*)");
    private static final int SHORTEST_SECRET = 3;

    private final List<String> names;
    private final List<String> secrets;

    private Masker(List<String> names, List<String> secrets) {
        this.names = names;
        this.secrets = secrets;
    }

    /**
     * Masks by name: a header, query parameter or JSON member is masked when its name contains one of these, without
     * regard to case, {@code -} and {@code _}.
     */
    public static Masker of(Collection<String> names) {
        return new Masker(names.stream().map(Masker::normalize).toList(), List.of());
    }

    /** Additionally masks these values wherever they stand; very short ones are left, they would garble every text. */
    public Masker withSecrets(Collection<String> values) {
        List<String> all = new ArrayList<>(secrets);
        values.stream().filter(value -> value.length() >= SHORTEST_SECRET).forEach(all::add);
        all.sort(Comparator.comparingInt(String::length).reversed());
        return new Masker(names, List.copyOf(all));
    }

    public String header(String name, String value) {
        return isSecret(name) ? MASK : text(value);
    }

    /** A URL, its secret query parameters masked. */
    public String url(String url) {
        Matcher pairs = QUERY_PAIR.matcher(url);
        return text(pairs.replaceAll(pair -> Matcher.quoteReplacement(
                pair.group(1) + pair.group(2) + "=" + (isSecret(pair.group(2)) ? MASK : pair.group(3)))));
    }

    /** A body in one line: JSON in its shortest form with its secret members masked, any other text as it is. */
    public String body(String body) {
        String stripped = body.stripLeading();
        if (stripped.startsWith("{") || stripped.startsWith("[")) {
            try {
                return text(Json.write(json(Json.parse(body))));
            } catch (JsonProcessingException e) {
                return oneLine(body);
            }
        }
        return oneLine(body);
    }

    private String oneLine(String body) {
        return text(body.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    /** A copy of a JSON value, the values of secret members masked. */
    public JsonNode json(JsonNode value) {
        if (value.isObject()) {
            ObjectNode masked = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(entry -> masked.set(
                            entry.getKey(),
                            isSecret(entry.getKey())
                                            && entry.getValue().isValueNode()
                                            && !entry.getValue().isNull()
                                    ? TextNode.valueOf(MASK)
                                    : json(entry.getValue())));
            return masked;
        }
        if (value.isArray()) {
            ArrayNode masked = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> masked.add(json(item)));
            return masked;
        }
        return value.isTextual() ? TextNode.valueOf(text(value.textValue())) : value;
    }

    /** Any text, the secret values in it masked. */
    public String text(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }

    private boolean isSecret(String name) {
        String normalized = normalize(name);
        return names.stream().anyMatch(normalized::contains);
    }

    private static String normalize(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
