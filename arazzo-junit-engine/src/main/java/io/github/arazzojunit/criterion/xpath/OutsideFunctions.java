package io.github.arazzojunit.criterion.xpath;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions that read files, the network or the environment, or that run other code (CRT-65, SEC-07). */
final class OutsideFunctions {

    private static final Pattern LITERAL_OR_COMMENT =
            Pattern.compile("\"[^\"]*\"|'[^']*'|\\(:(?:(?!:\\)).)*+:\\)", Pattern.DOTALL);
    private static final Pattern CALL =
            Pattern.compile("(?<![\\w.$-])(doc|doc-available|document|collection|uri-collection|unparsed-text"
                    + "|unparsed-text-lines|unparsed-text-available|json-doc|environment-variable"
                    + "|available-environment-variables|transform|load-xquery-module|function-lookup)\\s*[(#]");

    private OutsideFunctions() {}

    static void refuse(String expression) throws XPathException {
        Matcher matcher = CALL.matcher(LITERAL_OR_COMMENT.matcher(expression).replaceAll(" "));
        if (matcher.find()) {
            throw new XPathException("the function " + matcher.group(1)
                    + "() is refused: a condition sees its context only, no files, network or environment");
        }
    }
}
