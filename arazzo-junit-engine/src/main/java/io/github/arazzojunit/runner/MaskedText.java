package io.github.arazzojunit.runner;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks by name in texts that are no JSON: URLs, forms, XML, parts of multipart bodies, broken JSON. */
final class MaskedText {

    private static final Pattern USER = Pattern.compile("(://)[^/?#@\\s]+@");
    private static final Pattern QUERY_PAIR = Pattern.compile("[?&]([^=&#?\\s'\"]+)=([^&#\\s'\"]*)");
    private static final Pattern FORM_PAIR = Pattern.compile("(?<=^|&)([^=&]+)=([^&\\s]*)");
    private static final Pattern FOREIGN_TO_FORMS = Pattern.compile("[\\s<>{}\"]");
    private static final Pattern ELEMENT = Pattern.compile("<([\\w.:-]+)(?:\\s[^<>]*)?>([^<]+)</");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w.:-]+)=(\"[^\"<]*\"|'[^'<]*')");
    private static final Pattern MEMBER = Pattern.compile(
            "\"([^\"\\\\]{1,200})\"\\s*:\\s*(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+){0,500}\"?|[^\\s,{}\\[\\]\"]+)");
    private static final Pattern PART = Pattern.compile(
            "(?im)^content-disposition:[^\\r\\n]*\\bname=\"([^\"]*)\"[^\\r\\n]*\\R(?:[^\\r\\n]+\\R)*\\R((?s:.*?))(?=\\R--|\\z)");

    private static final List<Pattern> BODY = List.of(PART, ELEMENT, ATTRIBUTE, MEMBER);

    /** A violation of a description with the value that it is about, up to its place in one of both forms. */
    private static final Pattern VIOLATION =
            Pattern.compile("(the body:|at /\\S*|the header [^\\s:]+|parameter '[^']*')[^\\n]*?, actual: (.*?)"
                    + "(?= \\((?:[^()\\s]+:\\d+:\\d+ #|#/[^\\n]*? in [^()\\s]+:1:\\d+\\)))");

    /** A contradiction with the member, its value and, where it is told, the value that was expected. */
    private static final Pattern CONTRADICTION =
            Pattern.compile("(contradicts (\\S{1,200}) )([^\\n]{0,10000}?)(?=, which step ')"
                    + "(?:([^\\n]{0,1000}?, while )([^\\n]{0,10000}?)(?= is expected here))?");

    private final SecretNames names;

    MaskedText(SecretNames names) {
        this.names = names;
    }

    /** A text of any kind: only the URLs and the violations in it. */
    String text(String text) {
        String masked = text;
        if (text.indexOf('=') >= 0 || text.indexOf('@') >= 0) {
            masked = replace(QUERY_PAIR, USER.matcher(text).replaceAll("$1" + Masker.MASK + "@"));
        }
        if (masked.contains("contradicts ")) {
            masked = CONTRADICTION
                    .matcher(masked)
                    .replaceAll(match -> Matcher.quoteReplacement(
                            names.match(match.group(2)) ? contradiction(match) : match.group()));
        }
        return masked.contains(", actual: ") ? replace(VIOLATION, masked) : masked;
    }

    private static String contradiction(MatchResult match) {
        return match.group(1)
                + Masker.MASK
                + Objects.toString(match.group(4), "")
                + (match.group(5) == null ? "" : Masker.MASK);
    }

    /** The body of a message that is no JSON. */
    String body(String body) {
        if (isForm(body.strip())) {
            return replace(FORM_PAIR, body);
        }
        String masked = body;
        for (Pattern pattern : BODY) {
            masked = replace(pattern, masked);
        }
        return masked;
    }

    /** What {@link #body} masks in a body that is no form. */
    Set<String> secrets(String body) {
        Set<String> found = new LinkedHashSet<>();
        for (Pattern pattern : BODY) {
            pattern.matcher(body)
                    .results()
                    .filter(match -> names.match(match.group(1)))
                    .map(match -> match.group(2).replaceAll("^[\"']|[\"']$", ""))
                    .forEach(found::add);
        }
        return found;
    }

    private static boolean isForm(String body) {
        return !FOREIGN_TO_FORMS.matcher(body).find()
                && Arrays.stream(body.split("&")).allMatch(pair -> pair.indexOf('=') > 0);
    }

    private String replace(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder masked = new StringBuilder();
        int end = 0;
        while (matcher.find()) {
            if (names.match(matcher.group(1)) || pattern == VIOLATION && names.match(matcher.group(2))) {
                masked.append(text, end, matcher.start(2)).append(quoted(matcher.group(2)));
                end = matcher.end(2);
            }
        }
        return end == 0 ? text : masked.append(text, end, text.length()).toString();
    }

    private static String quoted(String value) {
        char first = value.isEmpty() ? ' ' : value.charAt(0);
        return first == '"' || first == '\'' ? first + Masker.MASK + first : Masker.MASK;
    }
}
