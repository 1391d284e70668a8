package io.github.arazzojunit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.http.ParameterSerializer.Pair;
import io.github.arazzojunit.openapi.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The header of one request; nothing gets in that could end a line (SEC-09). Confined to one thread. */
final class HeaderFields {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    /** Both transports would replace other characters by question marks. */
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7E]*");

    private final Operation operation;
    private final List<Header> fields = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    HeaderFields(Operation operation) {
        this.operation = operation;
    }

    void addAll(List<Header> headers) throws RequestException {
        for (Header header : headers) {
            if (HopHeaders.contains(header.name())) {
                notes.add(
                        "The header %s belongs to the connection; the HTTP client sets it, the value of the step is not sent."
                                .formatted(header.name()));
            } else {
                fields.add(checked(header));
            }
        }
    }

    /** All cookies and every {@code Cookie} header become one header (PRM-14). */
    void addCookies(List<Pair> cookies) throws RequestException {
        if (cookies.isEmpty()) {
            return;
        }
        String pairs = cookies.stream().map(Pair::toString).collect(Collectors.joining("; "));
        String all = value("Cookie").map(given -> given + "; " + pairs).orElse(pairs);
        set("Cookie", all);
    }

    void addIfAbsent(String name, String value) throws RequestException {
        if (value(name).isEmpty()) {
            fields.add(checked(new Header(name, value)));
        }
    }

    /** Replaces what is there of this name, in its place. */
    void set(String name, String value) throws RequestException {
        Header header = checked(new Header(name, value));
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).isNamed(name)) {
                fields.set(i, new Header(fields.get(i).name(), value));
                return;
            }
        }
        fields.add(header);
    }

    Optional<String> value(String name) {
        return fields.stream()
                .filter(field -> field.isNamed(name))
                .map(Header::value)
                .findFirst();
    }

    private Header checked(Header header) throws RequestException {
        if (!NAME.matcher(header.name()).matches()) {
            throw new RequestException("\"%s\" is no name of a header, %s is not sent. Correct the parameter."
                    .formatted(visible(header.name()), operation));
        }
        if (!VALUE.matcher(header.value()).matches()) {
            throw new RequestException(
                    "The value of the header %s has a line break, a control character or one outside ASCII, %s is not sent: \"%s\". Encode the value."
                            .formatted(header.name(), operation, visible(header.value())));
        }
        return header;
    }

    private static String visible(String text) {
        return text.chars()
                .mapToObj(c -> c < 0x20 || c == 0x7F ? "\\u%04x".formatted(c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    List<Header> fields() {
        return fields;
    }

    List<String> notes() {
        return notes;
    }

    /**
     * What {@code $request.header} reads.
     *
     * @param typed the values of parameters, which keep their types
     */
    Map<String, JsonNode> values(Map<String, JsonNode> typed) {
        Map<String, JsonNode> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach(field -> values.putIfAbsent(field.name(), TextNode.valueOf(field.value())));
        typed.forEach((name, value) -> values.computeIfPresent(
                name, (same, text) -> text.textValue().equals(ParameterSerializer.plain(value)) ? value : text));
        return values;
    }
}
