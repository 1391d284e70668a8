package io.github.arazzojunit.contract;

import java.util.regex.Pattern;

/**
 * A mailbox of RFC 5321, with the letters of all languages of RFC 6531. Which top-level domains exist says no standard of
 * texts: tests write {@code mia@shop.example}, and companies have domains of their own.
 */
final class Mailbox {

    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 255;

    private static final String LETTERS = "\\p{L}\\p{M}\\p{N}";
    private static final String ATOM = "[" + LETTERS + "!#$%&'*+/=?^_`{|}~-]+";
    private static final String QUOTED = "\"(?:[ !#-\\[\\]-~" + LETTERS + "]|\\\\[ -~])*\"";
    private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*|" + QUOTED);

    private static final String LABEL = "[" + LETTERS + "](?:[" + LETTERS + "-]{0,61}[" + LETTERS + "])?";
    private static final String IPV4 = "\\d{1,3}(?:\\.\\d{1,3}){3}";
    private static final Pattern DOMAIN =
            Pattern.compile(LABEL + "(?:\\." + LABEL + ")*|\\[(?:" + IPV4 + "|IPv6:[0-9A-Fa-f:.]+)]");

    private Mailbox() {}

    static boolean is(String text) {
        int at = text.lastIndexOf('@');
        return at > 0
                && at <= LONGEST_LOCAL_PART
                && text.length() - at - 1 <= LONGEST_DOMAIN
                && LOCAL_PART.matcher(text.substring(0, at)).matches()
                && DOMAIN.matcher(text.substring(at + 1)).matches();
    }
}
