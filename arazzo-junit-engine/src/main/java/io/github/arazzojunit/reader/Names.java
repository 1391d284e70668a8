package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.LocatedNode;
import java.util.regex.Pattern;

/** Forms that ids and names should have so that expressions can use them. */
final class Names {

    /** SRC-03, WF-03, STP-02. */
    static final Pattern ID = Pattern.compile("[A-Za-z0-9_\\-]+");

    /** WF-40, CMP-02. */
    static final Pattern KEY = Pattern.compile("[a-zA-Z0-9.\\-_]+");

    private Names() {}

    static void check(Reading reading, ReaderRule rule, Pattern form, String name, LocatedNode node, String what) {
        if (!form.matcher(name).matches()) {
            reading.report(
                    rule,
                    node,
                    what + " '" + JsonType.abridged(name) + "' has other characters than letters, digits"
                            + (form == ID ? ", '-' and '_'" : ", '.', '-' and '_'")
                            + "; expressions of Arazzo 1.1 cannot name it.",
                    "Rename it.");
        }
    }
}
