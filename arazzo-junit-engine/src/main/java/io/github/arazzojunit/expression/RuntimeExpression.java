package io.github.arazzojunit.expression;

import java.util.Optional;

/**
 * A parsed runtime expression (EXP-01, EXP-02). Pointers are RFC 6901 text behind the {@code #}: {@code ""} is the
 * whole value. Names behind {@code inputs} and {@code outputs} are as written, so a name may stand for an access path
 * into the value ({@code user.name}, {@code list[0].id}): the exact name counts first (AMB-65).
 */
public sealed interface RuntimeExpression {

    /** The spelling that parses to an equal expression. */
    default String text() {
        return ExpressionPrinter.print(this);
    }

    record Url() implements RuntimeExpression {}

    record Method() implements RuntimeExpression {}

    record StatusCode() implements RuntimeExpression {}

    record Self() implements RuntimeExpression {}

    /** {@code $request.<source>}, {@code $response.<source>}, {@code $message.<source>}. */
    record Message(Origin origin, Source source) implements RuntimeExpression {}

    record Inputs(String name, Optional<String> pointer) implements RuntimeExpression {}

    /** {@code $inputs}, all of them as one object, outside of the grammar. */
    record AllInputs(Optional<String> pointer) implements RuntimeExpression {}

    record Outputs(String name, Optional<String> pointer) implements RuntimeExpression {}

    record StepOutput(String stepId, String name, Optional<String> pointer) implements RuntimeExpression {}

    record WorkflowInput(String workflowId, String name, Optional<String> pointer) implements RuntimeExpression {}

    record WorkflowOutput(String workflowId, String name, Optional<String> pointer) implements RuntimeExpression {}

    /** {@code $workflows.<id>.steps.<id>.outputs.<name>} (AMB-23). */
    record WorkflowStepOutput(String workflowId, String stepId, String name, Optional<String> pointer)
            implements RuntimeExpression {}

    record SourceDescriptionReference(String name, String reference) implements RuntimeExpression {}

    record ComponentReference(String type, String key) implements RuntimeExpression {}

    /** Whose header, query, path or body is meant. */
    enum Origin {
        REQUEST,
        RESPONSE,
        MESSAGE
    }

    /** The part of a request, response or message. */
    sealed interface Source {

        record Header(String name) implements Source {}

        record Query(String name) implements Source {}

        record Path(String name) implements Source {}

        record Body(Optional<String> pointer) implements Source {}

        /** Payload of an AsyncAPI message. */
        record Payload(Optional<String> pointer) implements Source {}

        /**
         * Members and items of a body without a pointer, outside the grammar (AMB-65).
         *
         * @param path as written behind {@code body}, for example {@code .items[0].id}
         */
        record BodyAccess(String path) implements Source {

            /** The same place as RFC 6901 pointer: {@code /items/0/id}. */
            public String pointer() {
                return AccessPath.toPointer(path);
            }
        }

        /** As {@link BodyAccess}, of a message payload. */
        record PayloadAccess(String path) implements Source {

            /** The same place as RFC 6901 pointer. */
            public String pointer() {
                return AccessPath.toPointer(path);
            }
        }
    }
}
