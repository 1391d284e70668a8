package io.github.arazzojunit.config;

import java.util.ArrayList;
import java.util.List;

/** Comma separated texts; a comma inside of braces belongs to the text, as in {@code *.{yaml,json}}. */
final class CommaList {

    private CommaList() {}

    /** The texts without surrounding white space; empty ones are left out. */
    static List<String> parse(String text) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '{' -> depth++;
                case '}' -> depth = Math.max(0, depth - 1);
                case ',' -> {
                    if (depth == 0) {
                        items.add(text.substring(start, i).strip());
                        start = i + 1;
                    }
                }
                default -> {
                    // part of the item
                }
            }
        }
        items.add(text.substring(start).strip());
        items.removeIf(String::isEmpty);
        return List.copyOf(items);
    }
}
