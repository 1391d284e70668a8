package io.github.arazzojunit.runner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.criterion.CriterionResult;
import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.Json;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps secrets out of every text that leaves the engine (DOC-21, SEC-11): what stands behind a secret name, and, once
 * it was seen there, the same value wherever else it stands. Thread-safe.
 */
public final class Masker {

    /** What stands in place of a secret. */
    public static final String MASK = "***";

    private static final int SHORTEST_SECRET = 3;
    private static final int SHORTEST_LEARNED = 6;
    private static final int SHORTEST_WORD = 12;
    private static final Pattern SWITCH = Pattern.compile("(?i)true|false|[0-9]{1,5}");

    private final SecretNames names;
    private final MaskedText byName;
    /** Shared with all fresh ones, the longest first. */
    private final Set<String> everywhere;

    private volatile List<String> secrets = List.of();

    private Masker(SecretNames names, Set<String> everywhere) {
        this.names = names;
        this.everywhere = everywhere;
        this.byName = new MaskedText(names);
    }

    /**
     * Masks by name: a header, parameter, member or element is masked when its name contains one of these, without
     * regard to case, {@code -} and {@code _}.
     */
    public static Masker of(Collection<String> names) {
        return new Masker(
                SecretNames.of(names),
                new ConcurrentSkipListSet<>(
                        Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder())));
    }

    /** The same names, nothing learned yet. */
    public Masker fresh() {
        return new Masker(names, everywhere);
    }

    /** From now on masks a value wherever it stands, also where this object is fresh or was before. */
    public void hide(String secret) {
        if (secret.length() >= SHORTEST_SECRET) {
            spellings(secret).forEach(everywhere::add);
        }
    }

    /**
     * Hides a setting with a secret name, such as a variable of a container's environment. A truth value or a short
     * number is a switch or a limit rather than a secret, and would garble every text.
     */
    public void hideSetting(String name, String value) {
        if (names.match(name) && !SWITCH.matcher(value).matches()) {
            hide(value);
        }
    }

    /** From now on masks the secrets that an event shows wherever they stand; hear of an event before you report it. */
    public void learn(RunEvent event) {
        if (event instanceof RunEvent.WorkflowStarted started) {
            hide(SecretValues.ofInputs(started.invocation(), names), value -> value.length() >= SHORTEST_SECRET);
        } else if (event instanceof RunEvent.Exchanged exchanged) {
            hide(SecretValues.of(exchanged.exchange(), names), Masker::isTelling);
        } else if (event instanceof RunEvent.AttemptFinished finished) {
            hide(SecretValues.of(finished.attempt().outputs(), names), Masker::isTelling);
        }
    }

    public String header(String name, String value) {
        return names.match(name) ? MASK : text(value);
    }

    /** A URL, its secret query parameters and its user masked. */
    public String url(String url) {
        return text(url);
    }

    /** A body in one line: JSON in its shortest form, any other text as it is; secrets masked. */
    public String body(String body) {
        return content(body).strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** As {@link #body}, with its lines. */
    public String content(String body) {
        String stripped = body.stripLeading();
        if (stripped.startsWith("{") || stripped.startsWith("[")) {
            try {
                return Json.write(json(Json.parse(body)));
            } catch (JsonProcessingException e) {
                return text(byName.body(body));
            }
        }
        return text(byName.body(body));
    }

    /** Whether {@link #content} changes more than the layout. */
    public boolean hidesIn(String body) {
        try {
            JsonNode json = Json.parse(body);
            return json.isContainerNode()
                    ? !json(json).equals(json)
                    : !content(body).equals(body);
        } catch (JsonProcessingException e) {
            return !content(body).equals(body);
        }
    }

    /**
     * The body of a message: the very bytes unless there are secrets in it.
     *
     * @param charset that it claims to have; where it lies, each byte is taken for a character
     */
    public Bytes bytes(Bytes body, Charset charset) {
        Charset real = Bytes.of(body.text(charset).getBytes(charset)).equals(body) ? charset : ISO_8859_1;
        String text = body.text(real);
        return hidesIn(text) ? Bytes.of(content(text).getBytes(real)) : body;
    }

    /** A copy of a JSON value, the secrets in it masked. */
    public JsonNode json(JsonNode value) {
        if (value.isObject()) {
            ObjectNode masked = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(member -> masked.set(
                            text(member.getKey()),
                            names.match(member.getKey()) ? hidden(member.getValue()) : json(member.getValue())));
            return masked;
        }
        if (value.isArray()) {
            ArrayNode masked = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> masked.add(json(item)));
            return masked;
        }
        return value.isTextual() ? TextNode.valueOf(text(value.textValue())) : value;
    }

    /** Whether the value of a runtime expression or path stands behind a secret name. */
    public boolean hides(String expression) {
        return names.matchExpression(expression);
    }

    /** Whether one of two compared values stands behind a secret name: the other one would tell it. */
    public boolean hides(CriterionResult.Comparison comparison) {
        return hides(comparison.left().text()) || hides(comparison.right().text());
    }

    /** Any text, the secret values and the secret parameters of URLs in it masked. */
    public String text(String text) {
        String masked = byName.text(text);
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        for (String secret : everywhere) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }

    /** Whether something is there, and whether it is true, is no secret. */
    private static JsonNode hidden(JsonNode value) {
        boolean nothing = value.isNull() || value.isBoolean() || value.isContainerNode() && value.isEmpty();
        return nothing ? value : TextNode.valueOf(MASK);
    }

    private synchronized void hide(Set<String> values, Predicate<String> worthIt) {
        Set<String> all = new LinkedHashSet<>(secrets);
        values.stream().filter(worthIt).flatMap(Masker::spellings).forEach(all::add);
        if (all.size() > secrets.size()) {
            secrets = all.stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
        }
    }

    /** As it is, in JSON, in a URL, in a form, in XML. */
    private static Stream<String> spellings(String value) {
        String json = Json.write(TextNode.valueOf(value));
        String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
        String xml = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return Stream.of(
                value,
                json.substring(1, json.length() - 1),
                form,
                form.replace("+", "%20"),
                form.replace("+", "%20").replace("%7E", "~").replace("*", "%2A"),
                xml,
                xml.replace("\"", "&quot;"));
    }

    /** Short values and plain words would garble every text. */
    private static boolean isTelling(String value) {
        return value.length() >= SHORTEST_LEARNED
                && (value.length() >= SHORTEST_WORD || !value.chars().allMatch(Character::isLetter));
    }
}
