package io.github.arazzojunit.criterion.regex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewrites what {@code java.util.regex} reads differently from ECMA-262. */
final class EcmaTranslation {

    private static final String BLANKS = "\\s\\x{A0}\\x{FEFF}\\p{Zs}\\x{2028}\\x{2029}";
    private static final String NOT_LINE_END = "[^\\n\\r\\x{2028}\\x{2029}]";
    private static final Pattern QUANTIFIER = Pattern.compile("\\{[0-9]+(?:,[0-9]*)?}");
    private static final Pattern GROUP_NAME = Pattern.compile("\\(\\?<([A-Za-z_$][A-Za-z0-9_$]*)>");
    private static final Pattern REFERENCE = Pattern.compile("\\\\k<([A-Za-z_$][A-Za-z0-9_$]*)>");
    private static final Pattern CODE_POINT = Pattern.compile("\\\\u\\{([0-9A-Fa-f]{1,6})}");
    private static final Pattern PROPERTY = Pattern.compile("\\\\[pP]\\{[^{}]*}");
    private static final Pattern FLAGS = Pattern.compile("\\(\\?([a-zA-Z]*)(?:-[a-zA-Z]+)?[:)]");
    private static final Pattern DELIMITED = Pattern.compile("(?s)/\\^.*/[a-z]*|/.*\\$/[a-z]*|/.+/[gimsuy]+");
    private static final String FOREIGN_ESCAPES = "AZzGQEhHRXae";

    private final String source;
    private final StringBuilder java = new StringBuilder();
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, String> groupNames = new LinkedHashMap<>();
    private boolean multiline;
    private boolean dotAll;
    private int index;

    EcmaTranslation(String source) {
        this.source = source;
        if (DELIMITED.matcher(source).matches()) {
            remarks.add("the slashes are part of the pattern: /.../flags is not supported, write (?i) for flags");
        }
        while (index < source.length()) {
            char c = source.charAt(index);
            switch (c) {
                case '\\' -> escape(false);
                case '[' -> characterClass();
                case '(' -> group();
                case '.' -> append(dotAll ? "." : NOT_LINE_END);
                case '$' -> append(multiline ? "(?=[\\n\\r\\x{2028}\\x{2029}]|\\z)" : "\\z");
                case '{' -> brace();
                case '+' -> plus();
                default -> append(String.valueOf(c));
            }
        }
    }

    String java() {
        return java.toString();
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    private void append(String translated) {
        java.append(translated);
        index++;
    }

    private boolean replace(Pattern pattern, Function<Matcher, String> replacement) {
        Matcher matcher = pattern.matcher(source).region(index, source.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        java.append(replacement.apply(matcher));
        index = matcher.end();
        return true;
    }

    private void escape(boolean insideClass) {
        if (replace(REFERENCE, found -> "\\k<" + groupName(found.group(1)) + ">")
                || replace(PROPERTY, Matcher::group)
                || replace(CODE_POINT, found -> "\\x{" + found.group(1) + "}")) {
            return;
        }
        if (index + 1 == source.length()) {
            append("\\");
            return;
        }
        char c = source.charAt(index + 1);
        if (FOREIGN_ESCAPES.indexOf(c) >= 0) {
            remarks.add("\\" + c + " is no escape of ECMA-262; it is read as Java reads it");
        }
        java.append(
                switch (c) {
                    case 's' -> insideClass ? BLANKS : "[" + BLANKS + "]";
                    case 'S' -> "[^" + BLANKS + "]";
                    case '0' -> "\\x00";
                    default -> "\\" + c;
                });
        index += 2;
    }

    /** Brackets and ampersands inside a class are ordinary characters; an empty class matches nothing. */
    private void characterClass() {
        if (source.startsWith("[^]", index)) {
            java.append("[\\s\\S]");
            index += 3;
            return;
        }
        if (source.startsWith("[]", index)) {
            java.append("(?!)");
            index += 2;
            return;
        }
        append("[");
        if (index < source.length() && source.charAt(index) == '^') {
            append("^");
        }
        while (index < source.length() && source.charAt(index) != ']') {
            char c = source.charAt(index);
            if (c == '\\') {
                escape(true);
            } else {
                append((c == '[' || c == '&' || c == '^' ? "\\" : "") + c);
            }
        }
        if (index < source.length()) {
            append("]");
        }
    }

    private void group() {
        if (replace(GROUP_NAME, found -> "(?<" + groupName(found.group(1)) + ">")) {
            return;
        }
        Matcher flags = FLAGS.matcher(source).region(index, source.length());
        if (flags.lookingAt()) {
            multiline |= flags.group(1).contains("m");
            dotAll |= flags.group(1).contains("s");
            if (flags.group(1).contains("x")) {
                remarks.add("the flag x is none of ECMA-262; it is read as Java reads it");
            }
        }
        if (source.startsWith("(?>", index)) {
            remarks.add("atomic groups (?>...) are none of ECMA-262; they are read as Java reads them");
        }
        append("(");
    }

    /** Java takes letters and digits only. */
    private String groupName(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9]*")
                ? name
                : groupNames.computeIfAbsent(name, unused -> "group" + groupNames.size() + "x");
    }

    /** A brace that is no quantifier is an ordinary character. */
    private void brace() {
        if (!replace(QUANTIFIER, Matcher::group)) {
            append("\\{");
        }
    }

    private void plus() {
        if (index > 0 && "+*?}".indexOf(source.charAt(index - 1)) >= 0 && java.length() > 0 && !isEscaped()) {
            remarks.add("possessive quantifiers such as '++' are none of ECMA-262; they are read as Java reads them");
        }
        append("+");
    }

    private boolean isEscaped() {
        int backslashes = 0;
        for (int i = index - 2; i >= 0 && source.charAt(i) == '\\'; i--) {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
