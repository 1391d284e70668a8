package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Finding.Severity;
import io.github.arazzojunit.model.Position;
import java.util.Locale;

/** Every rule that this package checks, each with its stable id and its severity in lenient mode. */
public enum ReaderRule {

    // The text.

    /** SEC-04. */
    FILE_TOO_LARGE(Severity.ERROR),
    /** DOC-01. */
    EMPTY_FILE(Severity.ERROR),
    /** Neither UTF-8 nor UTF-16 with a byte order mark. */
    UNKNOWN_ENCODING(Severity.ERROR),
    YAML_SYNTAX(Severity.ERROR),
    JSON_SYNTAX(Severity.ERROR),
    /** DOC-06. */
    DUPLICATE_KEY(Severity.ERROR),
    /** DOC-05. */
    KEY_NOT_TEXT(Severity.ERROR),
    /** DOC-04, SEC-05. */
    FOREIGN_TAG(Severity.ERROR),
    /** More than one document in one file. */
    SEVERAL_DOCUMENTS(Severity.ERROR),
    UNKNOWN_ANCHOR(Severity.ERROR),
    /** SEC-04. */
    TOO_MANY_ALIASES(Severity.ERROR),
    /** SEC-04. */
    TOO_DEEP(Severity.ERROR),
    /** Infinite, not a number, or of absurd size: no JSON number. */
    UNUSABLE_NUMBER(Severity.ERROR);

    private final Severity severity;

    ReaderRule(Severity severity) {
        this.severity = severity;
    }

    /** The id that findings carry, for example {@code duplicate-key}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In strict mode every warning counts as an error. */
    public Severity severity() {
        return severity;
    }

    /** A finding of a text that has no tree yet. */
    Finding at(Position position, String message, String remedy) {
        return new Finding(id(), severity, position, "", message, remedy);
    }
}
