package io.github.arazzojunit.runner;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names behind which secrets stand: one matches when it contains a part, without regard to case, {@code -} and {@code _}. */
record SecretNames(List<String> parts) {

    /** The id of the step or workflow says nothing about the value. */
    private static final Pattern OWNER = Pattern.compile("^\\$(steps|workflows|sourceDescriptions)\\.[^.]+\\.");

    static SecretNames of(Collection<String> parts) {
        return new SecretNames(parts.stream()
                .map(SecretNames::normalize)
                .filter(part -> !part.isEmpty())
                .toList());
    }

    boolean match(String name) {
        String normalized = normalize(name);
        return parts.stream().anyMatch(normalized::contains);
    }

    /** Whether a runtime expression or path reads a value that stands behind such a name. */
    boolean matchExpression(String expression) {
        return match(OWNER.matcher(expression.strip()).replaceFirst(""));
    }

    private static String normalize(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
