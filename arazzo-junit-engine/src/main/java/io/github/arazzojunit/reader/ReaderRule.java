package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.Finding.Severity;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Position;
import java.util.Locale;

/**
 * Every rule that this package checks, each with its stable id and its severity in lenient mode: a warning where the
 * text has exactly one sensible reading, which is then used, an error elsewhere. In strict mode a warning is an error.
 */
public enum ReaderRule {

    // The text.

    /** SEC-04. */
    FILE_TOO_LARGE(Severity.ERROR),
    /** DOC-01. */
    EMPTY_FILE(Severity.ERROR),
    /** Neither UTF-8 nor UTF-16 with a byte order mark. */
    UNKNOWN_ENCODING(Severity.ERROR),
    /** DOC-01. */
    YAML_SYNTAX(Severity.ERROR),
    /** DOC-01. */
    JSON_SYNTAX(Severity.ERROR),
    /** DOC-06. */
    DUPLICATE_KEY(Severity.ERROR),
    /** DOC-03: {@code <<} of YAML 1.1, whose members are merged; once for each file. */
    MERGE_KEY(Severity.WARNING),
    /** DOC-03: {@code <<} before a value that has no members. */
    INVALID_MERGE(Severity.ERROR),
    /** DOC-03: a file that asks for the types of YAML 1.1. */
    YAML_VERSION(Severity.WARNING),
    /** DOC-05. */
    KEY_NOT_TEXT(Severity.ERROR),
    /** DOC-04, SEC-05. */
    FOREIGN_TAG(Severity.ERROR),
    /** DOC-01: more than one document in one file. */
    SEVERAL_DOCUMENTS(Severity.ERROR),
    /** An alias without an anchor before it. */
    UNKNOWN_ANCHOR(Severity.ERROR),
    /** SEC-04. */
    TOO_MANY_ALIASES(Severity.ERROR),
    /** SEC-04. */
    TOO_DEEP(Severity.ERROR),
    /** DOC-08: infinite, not a number, or of absurd size. */
    UNUSABLE_NUMBER(Severity.ERROR),

    // Fields of any object.

    /** DOC-01. */
    ROOT_NOT_OBJECT(Severity.ERROR),
    /** DOC-17, INF-01, SRC-01, WF-01, STP-01, PRM-01, PRM-02, BOD-20, CRT-01, ACT-01, SEL-01, SEL-20. */
    MISSING_FIELD(Severity.ERROR),
    /** DOC-07, DOC-19. */
    WRONG_TYPE(Severity.ERROR),
    /** An optional field without a value, read as absent. */
    NULL_FIELD(Severity.WARNING),
    /** CRT-01; a name, id or reference of no character. */
    EMPTY_TEXT(Severity.ERROR),
    /** DOC-17, WF-04: a list that needs an entry. */
    EMPTY_LIST(Severity.ERROR),
    /** STP-71, STP-83, ACT-09: read as absent. */
    EMPTY_LIST_IGNORED(Severity.WARNING),
    /** DOC-27. */
    DUPLICATE_ENTRY(Severity.WARNING),
    /** DOC-18, AMB-75. */
    UNKNOWN_FIELD(Severity.WARNING),
    /** DOC-18: {@code $schema} at the root. */
    SCHEMA_FIELD(Severity.WARNING),
    /** DOC-14, AMB-01: what only 1.1 has, in a 1.0 document. */
    NEWER_FEATURE(Severity.WARNING),
    /** ACT-07, STP-50, CMP-10, CMP-11: without meaning at this place. */
    IGNORED_FIELD(Severity.WARNING),
    /** DOC-19: an integer with fraction or exponent part, such as {@code 2.0}. */
    INTEGER_NOTATION(Severity.WARNING),
    /** SRC-05, SRC-06, PRM-04, PRM-05, CRT-02, ACT-02, ACT-08, ASY-01, AMB-20, BOD-22. */
    INVALID_VALUE(Severity.ERROR),

    // Document, sources, components.

    /** DOC-12, DOC-07. */
    VERSION_NOT_TEXT(Severity.ERROR),
    /** DOC-13. */
    VERSION_FORMAT(Severity.ERROR),
    /** DOC-16. */
    UNSUPPORTED_VERSION(Severity.ERROR),
    /** SRC-04, URI-02. */
    INVALID_URI(Severity.ERROR),
    /** SRC-04, URI-02: a blank, brace or other character that a URI has only encoded. */
    RAW_URI_CHARACTER(Severity.WARNING),
    /** URI-03. */
    SELF_FRAGMENT(Severity.WARNING),
    /** AMB-03. */
    SELF_EMPTY(Severity.WARNING),
    /** SRC-02. */
    DUPLICATE_SOURCE_NAME(Severity.ERROR),
    /** SRC-03 in 1.0. */
    SOURCE_NAME_FORMAT(Severity.WARNING),
    /** SRC-03 in 1.1: no expression can name the source. */
    SOURCE_NAME_UNADDRESSABLE(Severity.ERROR),
    /** CMP-02. */
    COMPONENT_KEY_FORMAT(Severity.WARNING),
    /** CMP-05. */
    REFERENCE_IN_COMPONENT(Severity.ERROR),
    /** CMP-06. */
    INVALID_REFERENCE(Severity.ERROR),
    /** CMP-07. */
    UNKNOWN_COMPONENT(Severity.ERROR),
    /** CMP-07, WF-32, ACT-44. */
    WRONG_COMPONENT_TYPE(Severity.ERROR),
    /** CMP-07: the component exists and has errors. */
    BROKEN_COMPONENT(Severity.ERROR),

    // Workflows and steps.

    /** WF-02. */
    DUPLICATE_WORKFLOW_ID(Severity.ERROR),
    /** WF-03. */
    WORKFLOW_ID_FORMAT(Severity.WARNING),
    /** WF-12. */
    INPUTS_REFERENCE(Severity.ERROR),
    /** STP-01. */
    DUPLICATE_STEP_ID(Severity.ERROR),
    /** STP-02. */
    STEP_ID_FORMAT(Severity.WARNING),
    /** STP-03, STP-04. */
    STEP_WITHOUT_TARGET(Severity.ERROR),
    /** STP-03, STP-04. */
    SEVERAL_STEP_TARGETS(Severity.ERROR),
    /** ASY-01. */
    CHANNEL_WITHOUT_ACTION(Severity.ERROR),
    /** ASY-03. */
    CORRELATION_WITHOUT_RECEIVE(Severity.WARNING),
    /** WF-40. */
    OUTPUT_NAME_FORMAT(Severity.WARNING),
    /** WF-41, WF-42. */
    INVALID_OUTPUT(Severity.ERROR),
    /** AMB-27: nearly a Selector Object, read as a literal. */
    SELECTOR_NEAR_MISS(Severity.WARNING),

    // Parameters.

    /** PRM-20, WF-31, ACT-42. */
    DUPLICATE_PARAMETER(Severity.ERROR),
    /** PRM-04: removed by 1.0.1. */
    PARAMETER_IN_BODY(Severity.ERROR),
    /** PRM-08. */
    PARAMETER_WITHOUT_IN(Severity.ERROR),
    /** PRM-09, ACT-43, AMB-30: the parameter becomes an input by its name. */
    PARAMETER_IN_IGNORED(Severity.WARNING),
    /** PRM-07. */
    QUERYSTRING_WITH_QUERY(Severity.ERROR),
    /** AMB-24. */
    CHANNEL_PARAMETER(Severity.ERROR),

    // Criteria and actions.

    /** CRT-73. */
    CONDITION_NOT_TEXT(Severity.ERROR),
    /** CRT-03. */
    MISSING_CONTEXT(Severity.ERROR),
    /** AMB-36. */
    CONTEXT_IGNORED(Severity.WARNING),
    /** Section 17, row 1: read as an Expression Type Object. */
    VERSION_BESIDE_TYPE(Severity.WARNING),
    /** AMB-72: the default version is used. */
    EXPRESSION_VERSION_MISSING(Severity.WARNING),
    /** CRT-04, SEL-22. */
    UNKNOWN_EXPRESSION_VERSION(Severity.ERROR),
    /** ACT-11, WF-34, AMB-12: taken in the order of the list. */
    DUPLICATE_ACTION_NAME(Severity.WARNING),
    /** ACT-03. */
    SEVERAL_ACTION_TARGETS(Severity.ERROR),
    /** ACT-04. */
    GOTO_WITHOUT_TARGET(Severity.ERROR),
    /** ACT-41: nothing can receive them, so they are ignored. */
    ACTION_PARAMETERS_WITHOUT_WORKFLOW(Severity.WARNING);

    private final Severity severity;

    ReaderRule(Severity severity) {
        this.severity = severity;
    }

    /** The id that findings carry, for example {@code duplicate-key}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The severity in lenient mode. */
    public Severity severity() {
        return severity;
    }

    /** A finding in a text that has no tree yet. */
    Finding at(Position position, String message, String remedy) {
        return new Finding(id(), severity, position, "", message, remedy);
    }

    Finding at(LocatedNode concerned, String message, String remedy) {
        return new Finding(id(), severity, concerned.position(), concerned.pointer(), message, remedy);
    }
}
