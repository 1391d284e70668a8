package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.ExpressionType;
import io.github.arazzojunit.model.ExpressionType.Language;
import io.github.arazzojunit.model.LocatedNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the language of a condition or selector: a name or an Expression Type Object (CRT-02, CRT-04, SEL-20). */
final class ExpressionTypeReader {

    /** Languages of selectors and replacement targets. */
    static final List<Language> QUERIES = List.of(Language.JSONPATH, Language.XPATH, Language.JSONPOINTER);

    private static final Set<String> NEWER_VERSIONS = Set.of("rfc9535", "xpath-31", "rfc6901");

    private final Reading reading;

    ExpressionTypeReader(Reading reading) {
        this.reading = reading;
    }

    /**
     * The language that the field names.
     *
     * @param named languages that may be given by name
     * @param versioned languages that may be given as an object with a version
     */
    Optional<ExpressionType> read(Fields owner, String field, List<Language> named, List<Language> versioned) {
        Optional<LocatedNode> type = owner.present(field);
        if (type.isPresent() && type.get().isObject()) {
            return Fields.of(type.get(), ObjectKind.EXPRESSION_TYPE, reading)
                    .flatMap(fields -> object(fields, versioned));
        }
        return language(owner, field, owner.text(field), named)
                .map(language -> new ExpressionType(language, Optional.empty()));
    }

    /** As {@link #read}, of a field that has to be there. */
    Optional<ExpressionType> required(Fields owner, String field, List<Language> named, List<Language> versioned) {
        if (owner.has(field)) {
            return read(owner, field, named, versioned);
        }
        owner.requiredText(field);
        return Optional.empty();
    }

    private Optional<ExpressionType> object(Fields fields, List<Language> versioned) {
        Optional<Language> language = language(fields, "type", fields.requiredText("type"), versioned);
        if (language.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocatedNode> version = fields.typed("version", JsonType.TEXT);
        if (version.isEmpty()) {
            return withoutVersion(fields, language.get());
        }
        return version(version.get(), language.get());
    }

    /** The language in a version that it has (SEL-22). */
    Optional<ExpressionType> version(LocatedNode node, Language language) {
        String version = node.text();
        Set<String> known = versions(language);
        if (!known.contains(version)) {
            reading.report(
                    ReaderRule.UNKNOWN_EXPRESSION_VERSION,
                    node,
                    "The language " + language.fieldValue() + " has no version '" + JsonType.abridged(version) + "'.",
                    Nearest.hint(version, known));
            return Optional.empty();
        }
        if (NEWER_VERSIONS.contains(version)) {
            reading.requireVersion11(node, "The version '" + version + "'");
        }
        return Optional.of(new ExpressionType(language, Optional.of(version)));
    }

    private Optional<ExpressionType> withoutVersion(Fields fields, Language language) {
        if (fields.has("version")) {
            return Optional.empty();
        }
        reading.report(
                ReaderRule.EXPRESSION_VERSION_MISSING,
                fields.node(),
                "The expression type '" + language.fieldValue() + "' has no version; the default version is used.",
                "Add 'version', or write just 'type: " + language.fieldValue() + "'.");
        return Optional.of(new ExpressionType(language, Optional.empty()));
    }

    private static Optional<Language> language(
            Fields fields, String field, Optional<String> name, List<Language> allowed) {
        List<String> names = allowed.stream().map(Language::fieldValue).toList();
        return fields.choice(field, name, names)
                .flatMap(chosen -> Arrays.stream(Language.values())
                        .filter(language -> language.fieldValue().equals(chosen))
                        .findFirst());
    }

    private static Set<String> versions(Language language) {
        return new TreeSet<>(
                switch (language) {
                    case JSONPATH -> Set.of("rfc9535", "draft-goessner-dispatch-jsonpath-00");
                    case XPATH -> Set.of("xpath-31", "xpath-30", "xpath-20", "xpath-10");
                    case JSONPOINTER -> Set.of("rfc6901");
                    case SIMPLE, REGEX -> Set.of();
                });
    }
}
