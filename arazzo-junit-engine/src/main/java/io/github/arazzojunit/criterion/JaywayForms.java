package io.github.arazzojunit.criterion;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Jayway JsonPath understands and RFC 9535 does not, each with the form of RFC 9535. */
final class JaywayForms {

    private static final Pattern LITERAL = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"");

    private record Form(Pattern pattern, String advice) {

        static Form of(String regex, String advice) {
            return new Form(Pattern.compile(regex), advice);
        }
    }

    private static final List<Form> FORMS = List.of(
            Form.of("=~", "'=~ /.../' is Jayway's; write 'search(@.name, 'pattern')' or 'match(@.name, 'pattern')'"),
            Form.of(
                    "\\.(length|size|count)\\(\\)",
                    "'.length()' behind a path is Jayway's; write 'length(@.items) > 0' in a filter"),
            Form.of(
                    "\\.(min|max|avg|sum|stddev|keys|first|last|index|append|concat)\\(",
                    "functions behind a path are Jayway's, and RFC 9535 has none of this kind; compare outputs in a"
                            + " simple condition instead, or take [0] for the first and [-1] for the last item"),
            Form.of(
                    "\\[\\s*\\(\\s*@\\.length\\s*-\\s*\\d+\\s*\\)\\s*]",
                    "'[(@.length-1)]' is a script; write '[-1]' for the last item"),
            Form.of(
                    "[\\w\\])'\"]\\s+(in|nin)\\s*\\[",
                    "'in' and 'nin' are Jayway's; write '@.name == 'a' || @.name == 'b''"),
            Form.of(
                    "\\s(subsetof|anyof|noneof)\\s*\\[",
                    "'subsetof', 'anyof' and 'noneof' are Jayway's; write a nested filter such as"
                            + " '@.tags[?@ == 'a' || @ == 'b']'"),
            Form.of("\\ssize\\s+[\\d@$]", "'size' is Jayway's; write 'length(@.items) == 2'"),
            Form.of("\\sempty\\s+(true|false)", "'empty' is Jayway's; write 'length(@.items) == 0'"),
            Form.of(
                    "\\scontains\\s",
                    "'contains' is Jayway's; write '@.items[?@ == 'a']' for a list and 'search(@.name, 'a')' for a"
                            + " text"));

    private JaywayForms() {}

    /** How to write it; empty where nothing looks like Jayway. */
    static Optional<String> remedy(String path) {
        String text = LITERAL.matcher(path).replaceAll("''");
        return FORMS.stream()
                .filter(form -> form.pattern().matcher(text).find())
                .map(form -> "This is not RFC 9535: " + form.advice() + ".")
                .findFirst();
    }
}
