package io.github.arazzojunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** How values are written into the text of a template. The author's own text is never changed. */
public enum TemplateEscaping {
    /** The string form of the value as it is (EXP-42..44). */
    NONE(parts -> plain(parts, JsonText::of)),

    /** Percent-encoded by the rules of forms (AMB-25). */
    FORM(parts -> plain(parts, value -> URLEncoder.encode(JsonText.of(value), StandardCharsets.UTF_8))),

    /**
     * Strings inside a JSON string literal are escaped. Where the result would not parse, objects and arrays that are
     * alone between quotes are inserted without the quotes, with a note (AMB-32).
     */
    JSON(JsonTemplate::join),

    /** Text is escaped unless it is well-formed mark-up in element content (AMB-32). */
    XML(XmlTemplate::join),

    /** Quotes and backslashes are escaped inside string literals of JSONPath (AMB-47). */
    JSONPATH(parts -> QuotedLiterals.join(parts, QuotedLiterals.Style.BACKSLASH)),

    /** Quotes are doubled inside string literals of XPath 2.0 and later (AMB-47). */
    XPATH(parts -> QuotedLiterals.join(parts, QuotedLiterals.Style.DOUBLED)),

    /** XPath 1.0 has no escape: a value that contains the quote of its literal is an error (AMB-47). */
    XPATH_10(parts -> QuotedLiterals.join(parts, QuotedLiterals.Style.REFUSED));

    /**
     * A part of a text.
     *
     * @param value the author's text as string value, or a value to insert
     */
    record Part(JsonNode value, boolean inserted) {

        String literal() {
            return value.textValue();
        }
    }

    private final Function<List<Part>, Rendering> joining;

    TemplateEscaping(Function<List<Part>, Rendering> joining) {
        this.joining = joining;
    }

    Rendering join(List<Part> parts) {
        return joining.apply(parts);
    }

    static Rendering rendered(CharSequence text, List<String> notes) {
        return new Rendering(new Evaluation.Value(TextNode.valueOf(text.toString())), notes);
    }

    private static Rendering plain(List<Part> parts, Function<JsonNode, String> form) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.inserted() ? form.apply(part.value()) : part.literal()));
        return rendered(text, List.of());
    }
}
