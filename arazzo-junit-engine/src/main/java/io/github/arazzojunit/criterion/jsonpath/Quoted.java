package io.github.arazzojunit.criterion.jsonpath;

/** Text between single quotes, escaped as normalized paths demand (RFC 9535, section 2.7). */
final class Quoted {

    private Quoted() {}

    static String text(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('\'');
        for (int i = 0; i < text.length(); i++) {
            appendEscaped(text.charAt(i), quoted);
        }
        return quoted.append('\'').toString();
    }

    private static void appendEscaped(char c, StringBuilder quoted) {
        switch (c) {
            case '\b' -> quoted.append("\\b");
            case '\f' -> quoted.append("\\f");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            case '\'', '\\' -> quoted.append('\\').append(c);
            default -> {
                if (c < ' ') {
                    quoted.append("\\u%04x".formatted((int) c));
                } else {
                    quoted.append(c);
                }
            }
        }
    }
}
