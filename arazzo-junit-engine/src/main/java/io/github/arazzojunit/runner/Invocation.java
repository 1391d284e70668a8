package io.github.arazzojunit.runner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.source.LinkedDocument;
import java.util.Optional;

/** One execution of a workflow. Compared by identity. */
public final class Invocation {

    /** Why the workflow runs. */
    public enum Cause {
        /** It was asked for. */
        ROOT,
        /** Another workflow depends on it. */
        PREREQUISITE,
        /** A step calls it. */
        CALL,
        /** A {@code goto} handed over to it. */
        TRANSFER,
        /** A {@code retry} executes it before it repeats a step. */
        RETRY_REFERENCE
    }

    private final Cause cause;
    private final LinkedDocument document;
    private final Workflow workflow;
    private final ObjectNode inputs;
    private final Optional<StepVisit> caller;
    private final int depth;

    private Invocation(
            Cause cause,
            LinkedDocument document,
            Workflow workflow,
            ObjectNode inputs,
            Optional<StepVisit> caller,
            int depth) {
        this.cause = cause;
        this.document = document;
        this.workflow = workflow;
        this.inputs = inputs;
        this.caller = caller;
        this.depth = depth;
    }

    static Invocation root(Cause cause, LinkedDocument document, Workflow workflow, ObjectNode inputs) {
        return new Invocation(cause, document, workflow, inputs, Optional.empty(), 1);
    }

    /** An invocation on behalf of a step; only a transfer, being one-way, is no deeper than the step's own. */
    static Invocation from(
            StepVisit caller, Cause cause, LinkedDocument document, Workflow workflow, ObjectNode inputs) {
        int depth = caller.invocation().depth() + (cause == Cause.TRANSFER ? 0 : 1);
        return new Invocation(cause, document, workflow, inputs, Optional.of(caller), depth);
    }

    public Cause cause() {
        return cause;
    }

    public LinkedDocument document() {
        return document;
    }

    public Workflow workflow() {
        return workflow;
    }

    /** The inputs as given, without the defaults of the schema. */
    public ObjectNode inputs() {
        return inputs;
    }

    /** The step that made this invocation happen; empty for roots and prerequisites. */
    public Optional<StepVisit> caller() {
        return caller;
    }

    /** Where a chain of transfers began, however long it is; this one when it is not a transfer. */
    public Invocation origin() {
        Invocation origin = this;
        while (origin.cause == Cause.TRANSFER && origin.caller.isPresent()) {
            origin = origin.caller.get().invocation();
        }
        return origin;
    }

    int depth() {
        return depth;
    }
}
