package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.config.ContractKind;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Position;
import java.util.Optional;

/**
 * A message that is not what its description promises.
 *
 * @param severity whether the configuration decides or it is never more than a note
 * @param kind what the configuration decides about it by
 * @param part of the message: {@code the status}, {@code the body}, {@code the header X-Rate}, {@code the query
 *     parameter 'limit'}
 * @param pointer RFC 6901 pointer into the value of the part, empty for all of it
 * @param message what is wrong and what is expected
 * @param actual the value at the pointer; empty where something is missing
 * @param position where the description says otherwise
 * @param schemaPointer RFC 6901 pointer to that place from the root of its document
 */
public record ContractViolation(
        Severity severity,
        ContractKind kind,
        String part,
        String pointer,
        String message,
        Optional<JsonNode> actual,
        Position position,
        String schemaPointer) {

    /** What a violation can do to a step. */
    public enum Severity {
        /** Whatever {@code arazzo.contract.response} or {@code arazzo.contract.request} say. */
        VIOLATION,
        /** A note: the description leaves room for it, or is itself at fault. */
        WARNING
    }

    private static final int LONGEST_VALUE = 80;

    static ContractViolation violation(
            MessagePart part, String pointer, String message, Optional<JsonNode> actual, LocatedNode place) {
        return new ContractViolation(
                Severity.VIOLATION,
                part.kind(),
                part.text(),
                pointer,
                message,
                actual,
                place.position(),
                place.pointer());
    }

    static ContractViolation warning(
            MessagePart part, String pointer, String message, Optional<JsonNode> actual, LocatedNode place) {
        return new ContractViolation(
                Severity.WARNING,
                part.kind(),
                part.text(),
                pointer,
                message,
                actual,
                place.position(),
                place.pointer());
    }

    /** Whether the pointer is one into the body. */
    public boolean isInBody() {
        return part.endsWith(MessagePart.BODY.text());
    }

    public boolean isWarning() {
        return severity == Severity.WARNING;
    }

    /** One line: part, place in it, what is wrong, the actual value, place in the description. */
    @Override
    public String toString() {
        return part + (pointer.isEmpty() ? "" : " at " + pointer) + ": " + message
                + actual.map(value -> ", actual: " + shown(value)).orElse("")
                + " (" + position.with(schemaPointer) + ")";
    }

    /** Of an object only the names, because the exchange shows its values. */
    private static String shown(JsonNode value) {
        String text;
        if (value.isObject()) {
            text = value.isEmpty()
                    ? "an empty object"
                    : "an object with " + String.join(", ", (Iterable<String>) value::fieldNames);
        } else if (value.isArray()) {
            text = "an array of " + value.size();
        } else {
            text = value.toString();
        }
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "...";
    }
}
