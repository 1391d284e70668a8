package io.github.arazzojunit.model;

import java.util.Locale;
import java.util.Optional;

/**
 * The language of a condition or selector, written as a string or as an Expression Type Object.
 *
 * @param version as written in the object form; absent means the default version of the language (SEL-24)
 */
public record ExpressionType(Language language, Optional<String> version) {

    /** The languages of criteria and selectors. */
    public enum Language {
        SIMPLE,
        REGEX,
        JSONPATH,
        XPATH,
        JSONPOINTER;

        /** The spelling of the specification. */
        public String fieldValue() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final ExpressionType SIMPLE = new ExpressionType(Language.SIMPLE, Optional.empty());
}
