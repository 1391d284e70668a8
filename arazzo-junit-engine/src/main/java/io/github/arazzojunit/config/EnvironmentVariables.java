package io.github.arazzojunit.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces <code>${env:NAME}</code> in values, so that secrets need not stand in files. */
record EnvironmentVariables(Map<String, String> values) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([^}]+)}");

    /** The text with the variables in it replaced; one that is not set is a problem of the key. */
    String replaceIn(String key, String text, ParameterReader reader) {
        StringBuilder replaced = new StringBuilder();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            String variable = values.get(matcher.group(1));
            if (variable == null) {
                reader.reject(
                        key,
                        matcher.group(),
                        "names of environment variables that are set, unlike " + matcher.group(1));
            }
            matcher.appendReplacement(replaced, Matcher.quoteReplacement(variable == null ? "" : variable));
        }
        return matcher.appendTail(replaced).toString();
    }
}
