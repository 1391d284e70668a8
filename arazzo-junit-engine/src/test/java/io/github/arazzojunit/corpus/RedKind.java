package io.github.arazzojunit.corpus;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What a red workflow says about the documents, told by the message. */
enum RedKind {
    CRASH(false, "(?!)"),
    DOCUMENT_CANNOT_RUN(true, "cannot run, none of its workflows was started"),
    WORKFLOW_NOT_VALID(true, "is not valid and was not started"),
    SWAGGER_2_NOT_SUPPORTED(true, "\\[unsupported-description]"),
    SOURCE_NOT_USABLE(true, "\\[source-not-usable]"),
    SOURCE_TYPE(true, "\\[source-type-mismatch]"),
    UNKNOWN_SOURCE(true, "\\[unknown-source]"),
    UNKNOWN_OPERATION(true, "\\[unknown-operation]"),
    AMBIGUOUS_OPERATION(true, "\\[ambiguous-operation]"),
    UNKNOWN_WORKFLOW(true, "\\[unknown-workflow]"),
    ASYNCAPI_NOT_SUPPORTED(true, "\\[asyncapi-not-executed]"),
    CALLS_ITSELF(true, "probably calls itself|depends on itself"),
    STATUS_NOT_DOCUMENTED(true, "(expects|needs a status) [\\s\\S]*, but \\S+ \\S+ documents "),
    WORKFLOW_CONTRADICTS_ITSELF(true, "contradicts (\\S+ [\\s\\S]*, which|that) step '"),
    NOT_DECLARED(true, "allows but does not declare"),
    RESPONSE_FORBIDS(true, "The documented response .* can never satisfy"),
    REQUIRED_PARAMETER(true, "needs a value for \\{.*}, the step gives none"),
    REPLACEMENT_WITHOUT_PLACE(true, "The replacement target .* has no place"),
    INPUTS_NOT_VALID(true, "The inputs of workflow"),
    INPUT_WITHOUT_VALUE(true, "\\$inputs\\.\\S+ finds nothing"),
    OUTPUT_NOT_DECLARED(true, "declares no output '"),
    REQUEST_HAS_NONE(true, "\\$request\\.\\S+ finds nothing and counts as null: the request has no "),
    STEP_NOT_EXECUTED(true, "has not been executed"),
    BODY_NOT_ENCODABLE(true, "There is no rule by which the payload"),
    PARAMETER_WITHOUT_PLACE(true, "has no place in"),
    NO_STUB(false, "No stub serves"),
    LIMIT(true, "was stopped after"),
    VALUE_MISSING(false, "has no value:"),
    UNEXPLAINED(false, "");

    private final boolean explained;
    private final Pattern pattern;

    RedKind(boolean explained, String pattern) {
        this.explained = explained;
        this.pattern = Pattern.compile(pattern);
    }

    /** The first that fits. */
    static RedKind of(String message) {
        return Arrays.stream(values())
                .filter(kind -> kind.pattern.matcher(message).find())
                .findFirst()
                .orElseThrow();
    }

    /** Whether the message names what is wrong with the documents, so that nothing is left to find out. */
    boolean isExplained() {
        return explained;
    }
}
