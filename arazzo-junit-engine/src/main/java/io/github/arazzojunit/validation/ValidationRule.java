package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.Finding.Severity;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every rule that this package checks itself, each with its stable id and what it means in lenient and strict mode.
 * Spellings of expressions, conditions and operation references carry the ids of the packages that read them.
 */
public enum ValidationRule {

    // Names that expressions read.

    /** ACT-05, STP-84, EXP-06. */
    UNKNOWN_STEP(Kind.ERROR),
    /** WF-22, STP-40, STP-41, ACT-06, EXP-06. */
    UNKNOWN_WORKFLOW(Kind.ERROR),
    /** WF-22, STP-14, EXP-06. */
    UNKNOWN_SOURCE(Kind.ERROR),
    /** EXP-06, outside of Reusable Objects. */
    UNDECLARED_COMPONENT(Kind.ERROR),
    /** EXP-06, in a criterion: what is missing counts as null there, so that {@code !=} would hold for ever. */
    UNDECLARED_OUTPUT_IN_CRITERION(Kind.ERROR),
    /** EXP-06, elsewhere: the value is missing whenever it is read, which fails what needs it (AMB-69). */
    UNDECLARED_OUTPUT(Kind.WARNING),
    /** WF-15. */
    UNDECLARED_INPUT(Kind.ADVICE),
    /** EXP-27, AMB-65: {@code $inputs.a.b} where only {@code a} is declared. */
    DOTTED_ACCESS(Kind.WARNING),
    /** EXP-22: nothing starts the workflow before the value is read. */
    WORKFLOW_NOT_EXECUTED(Kind.ADVICE),
    /** AMB-06: two documents use one id, which in an expression means the local workflow. */
    REPEATED_WORKFLOW_ID(Kind.ADVICE),
    /** STP-90, AMB-23. */
    STEP_OF_OTHER_WORKFLOW(Kind.WARNING),
    /** AMB-63. */
    COMPONENT_EXPRESSION(Kind.WARNING),
    /** AMB-64. */
    SELF_ABSENT(Kind.WARNING),

    // Expressions and where they stand.

    /** EXP-05, STP-96, WF-41, WF-42. */
    INVALID_OUTPUT_EXPRESSION(Kind.ERROR),
    /** STP-96: a text with expressions in braces, read as in a request. */
    EMBEDDED_OUTPUT(Kind.WARNING),
    /** EXP-05, AMB-27: what has the fields of a selector is one, never data. */
    SELECTOR_CONTEXT(Kind.ERROR),
    /** EXP-04, EXP-05, CMP-13: a constant that begins like an expression. */
    LITERAL_LIKE_EXPRESSION(Kind.ADVICE),
    /** EXP-02: a root that came with 1.1. */
    NEWER_EXPRESSION(Kind.WARNING),
    /** EXP-07. */
    EXPRESSION_BEFORE_REQUEST(Kind.WARNING),
    /** EXP-08. */
    EXCHANGE_IN_WORKFLOW_OUTPUT(Kind.WARNING),
    /** AMB-17. */
    EXCHANGE_OF_CALLED_WORKFLOW(Kind.WARNING),
    /** EXP-17. */
    MEANINGLESS_EXPRESSION(Kind.WARNING),
    /** AMB-60. */
    OUTPUTS_OUT_OF_SCOPE(Kind.WARNING),
    /** AMB-66. */
    PERCENT_ENCODED_POINTER(Kind.WARNING),
    /** AMB-57. */
    UNDECLARED_REQUEST_VALUE(Kind.ADVICE),

    // Conditions and selectors.

    /** A JSONPath pattern that is no regular expression, which RFC 9535 lets match nothing. */
    PATTERN_MATCHES_NOTHING(Kind.ADVICE),
    /** BOD-21, BOD-23: without a type, the media type makes the target a JSON Pointer. */
    REPLACEMENT_TARGET(Kind.ERROR),

    // Flow.

    /** STP-88, STP-86. */
    FORWARD_REFERENCE(Kind.WARNING),
    /** STP-88, where a jump leads back, so that it may be meant. */
    FORWARD_REFERENCE_IN_LOOP(Kind.ADVICE),
    /** STP-82. */
    INVALID_STEP_REFERENCE(Kind.ERROR),
    /** STP-84. */
    STEP_DEPENDENCY_CYCLE(Kind.ERROR),
    /** STP-89. */
    DEPENDS_ON_NOT_NEEDED(Kind.HINT),
    /** No path of the workflow leads to the step. */
    UNREACHABLE_STEP(Kind.HINT),
    /** WF-24. */
    DEPENDENCY_CYCLE(Kind.ERROR),
    /** STP-49. */
    ENDLESS_RECURSION(Kind.ERROR),
    /** STP-42, WF-11: the call fails before its first request. */
    MISSING_INPUT(Kind.ADVICE),
    /** STP-42. */
    UNEXPECTED_INPUT(Kind.ADVICE),

    // Targets of steps.

    /** STP-10, STP-14, STP-21, STP-23, STP-25. */
    UNKNOWN_OPERATION(Kind.ERROR),
    /** STP-10: the description breaks its own rule. */
    AMBIGUOUS_OPERATION(Kind.ERROR),
    /** AMB-16. */
    OPERATION_PATH_SPELLING(Kind.WARNING),
    /** STP-28. */
    INVALID_CHANNEL_PATH(Kind.ERROR),
    /** STP-28, AMB-16. */
    CHANNEL_PATH_SPELLING(Kind.WARNING),
    /** ASY-01, ASY-02. */
    ASYNC_STEP_WITHOUT_ACTION(Kind.ERROR),
    /** ASY-02, ASY-03. */
    MESSAGE_FIELD_ON_OPERATION(Kind.WARNING),

    // Inputs.

    /** WF-13, URI-15. */
    DANGLING_SCHEMA_REFERENCE(Kind.ERROR),
    /** WF-10: part of the schema would assert nothing. */
    INVALID_INPUTS_SCHEMA(Kind.ERROR),
    /** WF-10. */
    BROKEN_INPUTS_SCHEMA(Kind.ERROR),

    // What the descriptions of the sources say.

    /** AMB-28. */
    PATH_PARAMETER_WITHOUT_PLACEHOLDER(Kind.ERROR),
    /** AMB-24. */
    CHANNEL_PARAMETER_OF_OPERATION(Kind.ERROR),
    /** PRM-18, AMB-28. */
    UNDECLARED_PARAMETER(Kind.ADVICE),
    /** PRM-11, HTTP-07. */
    REQUIRED_PARAMETER_MISSING(Kind.ADVICE),
    /** BOD-13. */
    BODY_WITHOUT_MEANING(Kind.ADVICE),
    /** BOD-14. */
    REQUIRED_BODY_MISSING(Kind.ADVICE),
    /** AMB-31. */
    CONTENT_TYPE_NOT_OFFERED(Kind.ADVICE),
    /** The description of the operation has a fault of its own. */
    BROKEN_DESCRIPTION(Kind.ADVICE),
    /** DOC-03: the text of a description is read in a way that other tools may not share. */
    UNUSUAL_DESCRIPTION(Kind.ADVICE),
    /** URI-12. */
    REFERENCED_BY_LOCATION(Kind.ADVICE),
    /** URI-13: nobody can tell which document is meant. */
    SAME_IDENTITY(Kind.ERROR),
    /** URI-13, where nothing depends on it. */
    IDENTITY_NOT_UNIQUE(Kind.WARNING);

    private enum Kind {
        ERROR(Severity.ERROR),
        /** A departure from the specification with exactly one sensible reading. */
        WARNING(Severity.WARNING),
        /** Conforms, or concerns the description rather than the document; probably not meant so. */
        ADVICE(Severity.WARNING),
        HINT(Severity.HINT);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }
    }

    private final Kind kind;

    ValidationRule(Kind kind) {
        this.kind = kind;
    }

    /** The id that findings carry, for example {@code unknown-step}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The severity in lenient mode. */
    public Severity severity() {
        return kind.severity;
    }

    /** Whether strict validation leaves a warning of this rule a warning: the document conforms all the same. */
    public boolean isAdvice() {
        return kind == Kind.ADVICE;
    }

    static Optional<ValidationRule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
    }
}
