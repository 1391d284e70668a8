package io.github.arazzojunit.stub.fact;

import io.github.arazzojunit.model.Position;

/**
 * Who made something a fact.
 *
 * @param position the payload member, parameter, criterion, output or step that did
 */
public record Origin(Kind kind, String stepId, Position position) {

    /** How a step makes a fact. */
    public enum Kind {
        SENT("sent"),
        /** By a parameter of the path or the query. */
        ASKED("asked for"),
        /** By an answer that something has read. */
        SHOWN("was shown"),
        CREATED("created"),
        FOUND("found"),
        MISSED("did not find"),
        DELETED("deleted");

        private final String verb;

        Kind(String verb) {
            this.verb = verb;
        }
    }

    /** Completes "contradicts ". */
    String existence(ResourcePath resource) {
        boolean gone = kind == Kind.DELETED || kind == Kind.MISSED;
        return "that step '" + stepId + "' " + kind.verb + " " + resource + " (" + position + "); nothing has "
                + (gone ? "created" : "deleted") + " it since";
    }

    /** Completes "..., which ". */
    public String text() {
        return "step '" + stepId + "' " + kind.verb + " (" + position + ")";
    }
}
