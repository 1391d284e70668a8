package io.github.arazzojunit.contract;

import io.github.arazzojunit.model.Position;

/**
 * Something that a value is, although its schema forbids it, or something that is wrong with the schema.
 *
 * @param instancePointer RFC 6901 pointer into the value, empty for the whole value
 * @param position where the keyword stands that forbids it
 * @param schemaPointer RFC 6901 pointer to that keyword, from the root of its document
 * @param message what is wrong, without place
 * @param keyword that forbids it, empty where no single one does
 * @param brokenSchema true when the schema is at fault, so that the value may be right: worth a warning
 */
public record Violation(
        String instancePointer,
        Position position,
        String schemaPointer,
        String message,
        String keyword,
        boolean brokenSchema) {

    /** Whether only the {@code format} of the text is wrong. */
    boolean isOfFormat() {
        return keyword.equals("format");
    }

    /** {@code file.yaml:12:5 #/components/schemas/Pet/required}, see {@link Position#with}. */
    public String schemaLocation() {
        return position.with(schemaPointer);
    }

    /** One line: place in the value, what is wrong, place in the description. */
    @Override
    public String toString() {
        String place = instancePointer.isEmpty() ? "the whole value" : instancePointer;
        return place + ": " + message + " (" + schemaLocation() + ")";
    }
}
