package io.github.arazzojunit.stub.data;

/**
 * Why no value was made.
 *
 * @param text with the place of the description
 * @param ofGenerator whether there may be such a value all the same: making it is too much for the generator
 */
public record Problem(String text, boolean ofGenerator) {

    @Override
    public String toString() {
        return text;
    }
}
