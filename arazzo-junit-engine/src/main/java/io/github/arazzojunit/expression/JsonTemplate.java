package io.github.arazzojunit.expression;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/** Inserts values into JSON text. */
final class JsonTemplate {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<TemplateEscaping.Part> parts;
    private final StringBuilder text = new StringBuilder();
    private boolean quoted;
    private boolean escaping;

    private JsonTemplate(List<TemplateEscaping.Part> parts) {
        this.parts = parts;
    }

    static Rendering join(List<TemplateEscaping.Part> parts) {
        String plain = new JsonTemplate(parts).plain();
        if (parses(plain)) {
            return TemplateEscaping.rendered(plain, List.of());
        }
        List<String> notes = new ArrayList<>();
        String unquoted = new JsonTemplate(parts).withoutQuotesAroundStructures(notes);
        return notes.isEmpty() || !parses(unquoted)
                ? TemplateEscaping.rendered(plain, List.of())
                : TemplateEscaping.rendered(unquoted, notes);
    }

    private String plain() {
        for (TemplateEscaping.Part part : parts) {
            if (part.inserted()) {
                text.append(
                        quoted && part.value().isTextual()
                                ? escaped(part.value().textValue())
                                : JsonText.of(part.value()));
            } else {
                appendLiteral(part.literal());
            }
        }
        return text.toString();
    }

    private String withoutQuotesAroundStructures(List<String> notes) {
        for (int i = 0; i < parts.size(); i++) {
            JsonNode value = parts.get(i).value();
            if (!parts.get(i).inserted()) {
                appendLiteral(parts.get(i).literal());
            } else if (quoted && value.isContainerNode() && isAloneBetweenQuotes(i)) {
                text.setLength(text.length() - 1);
                text.append(value);
                quoted = false;
                String next = parts.get(i + 1).literal();
                i++;
                appendLiteral(next.substring(1));
                notes.add("a quoted placeholder holds an " + JsonText.typeName(value)
                        + ": it was inserted without the quotes");
            } else {
                text.append(quoted ? escaped(JsonText.of(value)) : JsonText.of(value));
            }
        }
        return text.toString();
    }

    private boolean isAloneBetweenQuotes(int index) {
        return text.length() > 0
                && text.charAt(text.length() - 1) == '"'
                && index > 0
                && !parts.get(index - 1).inserted()
                && index + 1 < parts.size()
                && !parts.get(index + 1).inserted()
                && parts.get(index + 1).literal().startsWith("\"");
    }

    private void appendLiteral(String literal) {
        text.append(literal);
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (escaping) {
                escaping = false;
            } else if (quoted && c == '\\') {
                escaping = true;
            } else if (c == '"') {
                quoted = !quoted;
            }
        }
    }

    private static String escaped(String value) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(value));
    }

    private static boolean parses(String text) {
        try {
            MAPPER.readTree(text);
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
