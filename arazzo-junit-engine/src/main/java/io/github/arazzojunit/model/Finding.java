package io.github.arazzojunit.model;

/**
 * Something that is wrong or unusual in a document.
 *
 * @param rule stable id in kebab case, for example {@code unknown-operation}
 * @param severity whether the document can run
 * @param position where it stands
 * @param pointer RFC 6901 pointer to the value that it concerns, from the root of the text; empty for the whole text
 * @param message what is wrong, quoting the offender, and what it means for the run
 * @param remedy what to do about it
 */
public record Finding(
        String rule, Severity severity, Position position, String pointer, String message, String remedy) {

    /** What a finding means for the run. */
    public enum Severity {
        /** The document, or the workflow that the finding stands in, cannot run. */
        ERROR,
        /** The document runs, with a documented reading; strict validation makes it an error. */
        WARNING,
        /** A remark, never an error. */
        HINT
    }

    public static Finding error(String rule, LocatedNode concerned, String message, String remedy) {
        return new Finding(rule, Severity.ERROR, concerned.position(), concerned.pointer(), message, remedy);
    }

    public static Finding warning(String rule, LocatedNode concerned, String message, String remedy) {
        return new Finding(rule, Severity.WARNING, concerned.position(), concerned.pointer(), message, remedy);
    }

    /** Place and message of a finding in a description. */
    public String described() {
        return position.with(pointer) + ": " + message;
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@code file.yaml:12:5: message [rule]} and the remedy. */
    @Override
    public String toString() {
        return position + ": " + message + " " + remedy + " [" + rule + "]";
    }
}
