package io.github.arazzojunit.expression;

import java.util.List;

/** Inserts values into queries so that a value cannot end the string literal that it stands in. */
final class QuotedLiterals {

    /** How a language writes its own quote inside a literal. */
    enum Style {
        BACKSLASH,
        DOUBLED,
        REFUSED
    }

    private static final char OUTSIDE = 0;

    private QuotedLiterals() {}

    static Rendering join(List<TemplateEscaping.Part> parts, Style style) {
        StringBuilder text = new StringBuilder();
        char quote = OUTSIDE;
        for (TemplateEscaping.Part part : parts) {
            if (!part.inserted()) {
                text.append(part.literal());
                quote = quoteAfter(part.literal(), quote, style);
            } else {
                String value = JsonText.of(part.value());
                if (quote != OUTSIDE && style == Style.REFUSED && value.indexOf(quote) >= 0) {
                    return new Rendering(
                            new Evaluation.Error("the value " + value + " contains the quote " + quote
                                    + " of the literal that it is inserted into, and XPath 1.0 cannot escape it"),
                            List.of());
                }
                text.append(quote == OUTSIDE ? value : escaped(value, quote, style));
            }
        }
        return TemplateEscaping.rendered(text, List.of());
    }

    private static String escaped(String value, char quote, Style style) {
        String mark = String.valueOf(quote);
        return switch (style) {
            case BACKSLASH -> controlsEscaped(value.replace("\\", "\\\\").replace(mark, "\\" + mark));
            case DOUBLED -> value.replace(mark, mark + mark);
            case REFUSED -> value;
        };
    }

    private static String controlsEscaped(String value) {
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            text.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
        return text.toString();
    }

    /** The quote of the literal that is open behind a text; a doubled quote closes and opens again. */
    private static char quoteAfter(String text, char before, Style style) {
        char quote = before;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == OUTSIDE) {
                quote = c == '\'' || c == '"' ? c : OUTSIDE;
            } else if (c == '\\' && style == Style.BACKSLASH) {
                i++;
            } else if (c == quote) {
                quote = OUTSIDE;
            }
        }
        return quote;
    }
}
