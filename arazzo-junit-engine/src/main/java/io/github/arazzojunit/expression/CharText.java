package io.github.arazzojunit.expression;

/** The free names of the grammar: any character but quotes, backslashes, braces and controls, or a JSON escape. */
final class CharText {

    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private CharText() {}

    /** Number of characters of the plain or escaped character at {@code index}; 0 where none is allowed. */
    static int lengthAt(String text, int index) {
        char c = text.charAt(index);
        if (c != '\\') {
            return isPlain(c) ? 1 : 0;
        }
        if (index + 1 < text.length() && ESCAPES.indexOf(text.charAt(index + 1)) >= 0) {
            return 2;
        }
        boolean unicode = text.startsWith("\\u", index)
                && index + 6 <= text.length()
                && text.substring(index + 2, index + 6)
                        .chars()
                        .allMatch(digit -> Character.digit(digit, 16) >= 0 && digit < 128);
        return unicode ? 6 : 0;
    }

    /** The name that a valid text stands for. */
    static String decode(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder name = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int length = lengthAt(text, i);
            name.append(
                    switch (length) {
                        case 2 -> ESCAPED.charAt(ESCAPES.indexOf(text.charAt(i + 1)));
                        case 6 -> (char) Integer.parseInt(text.substring(i + 2, i + 6), 16);
                        default -> text.charAt(i);
                    });
            i += length;
        }
        return name.toString();
    }

    /** A text that decodes to the name. */
    static String encode(String name) {
        StringBuilder text = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (isPlain(c)) {
                text.append(c);
            } else {
                text.append(String.format("\\u%04x", (int) c));
            }
        }
        return text.toString();
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c != '"' && c != '\\' && c != '{' && c != '}';
    }
}
