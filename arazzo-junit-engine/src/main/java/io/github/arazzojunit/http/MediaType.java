package io.github.arazzojunit.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A media type or range, RFC 9110 section 8.3.1.
 *
 * @param type in lower case, {@code *} for a range over everything
 * @param subtype in lower case, {@code *} for a range over the type
 * @param parameters names in lower case, values without quotes
 */
public record MediaType(String type, String subtype, Map<String, String> parameters) {

    private static final Set<String> LINES =
            Set.of("application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines");
    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
    private static final Pattern ESSENCE = Pattern.compile("\\s*(" + TOKEN + ")/(" + TOKEN + ")\\s*");
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*(" + TOKEN + ")\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;]*))");

    public MediaType {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Empty for a text that is no media type; malformed parameters are left out. */
    public static Optional<MediaType> parse(String text) {
        Matcher essence = ESSENCE.matcher(text);
        if (!essence.lookingAt() || (essence.end() < text.length() && text.charAt(essence.end()) != ';')) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher parameter = PARAMETER.matcher(text).region(essence.end(), text.length());
        while (parameter.find()) {
            String quoted = parameter.group(2);
            String value = quoted != null
                    ? quoted.replaceAll("\\\\(.)", "$1")
                    : parameter.group(3).strip();
            parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), value);
        }
        return Optional.of(new MediaType(
                essence.group(1).toLowerCase(Locale.ROOT), essence.group(2).toLowerCase(Locale.ROOT), parameters));
    }

    /** {@code type/subtype}, without parameters. */
    public String essence() {
        return type + "/" + subtype;
    }

    /** {@code application/json}, {@code text/json} and everything with {@code +json}. */
    public boolean isJson() {
        return subtype.equals("json") || subtype.endsWith("+json");
    }

    /** Whether every line is a JSON value. */
    public boolean isJsonLines() {
        return LINES.contains(essence());
    }

    public boolean isYaml() {
        return subtype.equals("yaml") || subtype.equals("x-yaml") || subtype.endsWith("+yaml");
    }

    public boolean isXml() {
        return subtype.equals("xml") || subtype.endsWith("+xml");
    }

    public boolean isForm() {
        return essence().equals("application/x-www-form-urlencoded");
    }

    /** Server-sent events. */
    public boolean isEventStream() {
        return essence().equals("text/event-stream");
    }

    public boolean isMultipart() {
        return type.equals("multipart");
    }

    /** Whether the content can be shown as text. */
    public boolean isTextual() {
        return type.equals("text")
                || isJson()
                || isXml()
                || isForm()
                || parameters.containsKey("charset")
                || subtype.matches(
                        "(x-)?(javascript|ecmascript|yaml|ndjson|jsonl|graphql|sql|toml|json-seq)|.*\\+yaml");
    }

    public boolean isRange() {
        return type.equals("*") || subtype.equals("*");
    }

    /** Whether this range (or type) covers the other type; parameters are ignored. */
    public boolean covers(MediaType other) {
        return (type.equals("*") || type.equals(other.type)) && (subtype.equals("*") || subtype.equals(other.subtype));
    }

    /** The named charset where this machine does not know it. */
    public Optional<String> unknownCharset() {
        return Optional.ofNullable(parameters.get("charset")).filter(name -> !isKnown(name));
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The named charset, UTF-8 where none or an unknown one is named. */
    public Charset charset() {
        return Optional.ofNullable(parameters.get("charset"))
                .filter(MediaType::isKnown)
                .map(Charset::forName)
                .orElse(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(essence());
        parameters.forEach(
                (name, value) -> text.append("; ").append(name).append('=').append(quoted(value)));
        return text.toString();
    }

    private static String quoted(String value) {
        return value.matches(TOKEN) ? value : '"' + value.replaceAll("([\"\\\\])", "\\\\$1") + '"';
    }
}
