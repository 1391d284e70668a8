package io.github.arazzojunit.runner;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks by name in texts that are no JSON: URLs, forms, XML, parts of multipart bodies, broken JSON. */
final class MaskedText {

    private static final Pattern USER = Pattern.compile("(://)[^/?#@\\s]+@");
    private static final Pattern QUERY_PAIR = Pattern.compile("([?&])([^=&#?\\s'\"]+)=([^&#\\s'\"]*)");
    private static final Pattern FORM = Pattern.compile("[^=&\\s<>{}\"]+=[^&\\s]*(?:&[^=&\\s]+=[^&\\s]*)*");
    private static final Pattern ELEMENT = Pattern.compile("<([\\w.:-]+)(?:\\s[^<>]*)?>([^<]+)</");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w.:-]+)=(\"[^\"<]*\"|'[^'<]*')");
    private static final Pattern MEMBER =
            Pattern.compile("\"((?:[^\"\\\\]|\\\\.){1,200})\"\\s*:\\s*(\"(?:[^\"\\\\]|\\\\.)*+\"?|[^\\s,{}\\[\\]\"]+)");
    private static final Pattern PART = Pattern.compile(
            "(?im)^content-disposition:[^\\r\\n]*\\bname=\"([^\"]*)\"[^\\r\\n]*\\R(?:[^\\r\\n]+\\R)*\\R((?s:.*?))(?=\\R--|\\z)");

    private final SecretNames names;

    MaskedText(SecretNames names) {
        this.names = names;
    }

    /** A text of any kind: only the URLs in it. */
    String urls(String text) {
        if (text.indexOf('=') < 0 && text.indexOf('@') < 0) {
            return text;
        }
        return replace(QUERY_PAIR, 2, 3, USER.matcher(text).replaceAll("$1" + Masker.MASK + "@"));
    }

    /** The body of a message that is no JSON. */
    String body(String body) {
        if (FORM.matcher(body.strip()).matches()) {
            return replace(QUERY_PAIR, 2, 3, "&" + body).substring(1);
        }
        String masked = replace(PART, 1, 2, body);
        if (masked.indexOf('<') >= 0) {
            masked = replace(ATTRIBUTE, 1, 2, replace(ELEMENT, 1, 2, masked));
        }
        return replace(MEMBER, 1, 2, masked);
    }

    private String replace(Pattern pattern, int name, int value, String text) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder masked = new StringBuilder();
        int end = 0;
        while (matcher.find()) {
            if (names.match(matcher.group(name))) {
                masked.append(text, end, matcher.start(value)).append(quoted(matcher.group(value)));
                end = matcher.end(value);
            }
        }
        return end == 0 ? text : masked.append(text, end, text.length()).toString();
    }

    private static String quoted(String value) {
        char first = value.isEmpty() ? ' ' : value.charAt(0);
        return first == '"' || first == '\'' ? first + Masker.MASK + first : Masker.MASK;
    }
}
