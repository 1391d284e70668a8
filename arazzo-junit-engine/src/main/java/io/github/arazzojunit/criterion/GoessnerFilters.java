package io.github.arazzojunit.criterion;

import java.util.ArrayDeque;
import java.util.Deque;

/** Adds the parentheses that filters of RFC 9535 may lack and those of the older draft need. */
final class GoessnerFilters {

    private static final char BARE_FILTER = '?';

    private GoessnerFilters() {}

    /** {@code $[?@.a == 1]} becomes {@code $[?(@.a == 1)]}; every other text stays as it is. */
    static String withParentheses(String path) {
        StringBuilder result = new StringBuilder(path.length() + 8);
        Deque<Character> brackets = new ArrayDeque<>();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '\'' || c == '"') {
                int end = endOfLiteral(path, i);
                result.append(path, i, end);
                i = end - 1;
            } else if (c == '[') {
                boolean bare = path.startsWith("[?", i)
                        && !path.substring(i + 2).stripLeading().startsWith("(");
                brackets.push(bare ? BARE_FILTER : c);
                result.append(bare ? "[?(" : "[");
                i += bare ? 1 : 0;
            } else {
                boolean closesBare = c == ']' && !brackets.isEmpty() && brackets.pop() == BARE_FILTER;
                result.append(closesBare ? ")]" : String.valueOf(c));
            }
        }
        return result.toString();
    }

    private static int endOfLiteral(String path, int start) {
        for (int i = start + 1; i < path.length(); i++) {
            if (path.charAt(i) == '\\') {
                i++;
            } else if (path.charAt(i) == path.charAt(start)) {
                return i + 1;
            }
        }
        return path.length();
    }
}
