package io.github.arazzojunit.criterion.jsonpath;

/** Which names may follow a dot without brackets and quotes (RFC 9535, section 2.5.1.1). */
final class MemberName {

    private MemberName() {}

    static boolean canStart(int codePoint) {
        return codePoint == '_'
                || codePoint >= 'a' && codePoint <= 'z'
                || codePoint >= 'A' && codePoint <= 'Z'
                || codePoint >= 0x80 && !isSurrogate(codePoint);
    }

    static boolean canContinue(int codePoint) {
        return canStart(codePoint) || codePoint >= '0' && codePoint <= '9';
    }

    static boolean isShorthand(String name) {
        return !name.isEmpty()
                && canStart(name.codePointAt(0))
                && name.codePoints().allMatch(MemberName::canContinue);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
