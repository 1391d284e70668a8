package io.github.arazzojunit.criterion;

import io.github.arazzojunit.model.ExpressionType;
import io.github.arazzojunit.model.ExpressionType.Language;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The languages in the versions that can be executed (SEL-22); the first of a language is its default (CRT-06). */
enum LanguageVersion {
    SIMPLE(Language.SIMPLE, ""),
    REGEX(Language.REGEX, ""),
    JSONPATH_RFC_9535(Language.JSONPATH, "rfc9535"),
    JSONPATH_GOESSNER(Language.JSONPATH, "draft-goessner-dispatch-jsonpath-00"),
    XPATH_31(Language.XPATH, "xpath-31"),
    XPATH_30(Language.XPATH, "xpath-30"),
    XPATH_20(Language.XPATH, "xpath-20"),
    XPATH_10(Language.XPATH, "xpath-10"),
    JSON_POINTER(Language.JSONPOINTER, "rfc6901");

    private final Language language;
    private final String version;

    LanguageVersion(Language language, String version) {
        this.language = language;
        this.version = version;
    }

    Language language() {
        return language;
    }

    /** As an Expression Type Object names it; empty for a language without versions. */
    String version() {
        return version;
    }

    /** Empty for a version that the language does not have. */
    static Optional<LanguageVersion> of(ExpressionType type) {
        return Arrays.stream(values())
                .filter(known -> known.language == type.language())
                .filter(known -> type.version().map(known.version::equals).orElse(true))
                .findFirst();
    }

    /** What to say when {@link #of} is empty (SEL-25). */
    static String unsupported(ExpressionType type) {
        String versions = Arrays.stream(values())
                .filter(known -> known.language == type.language())
                .map(known -> known.version)
                .collect(Collectors.joining(", "));
        return "version '" + type.version().orElse("") + "' of "
                + type.language().fieldValue() + " is not supported"
                + (versions.isEmpty() ? "; the language has no versions" : "; supported: " + versions);
    }
}
