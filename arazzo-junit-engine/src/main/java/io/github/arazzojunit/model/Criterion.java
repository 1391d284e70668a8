package io.github.arazzojunit.model;

import java.util.Optional;

/**
 * A condition that has to hold.
 *
 * @param context runtime expression that the condition is applied to, required unless the type is simple (CRT-03)
 */
public record Criterion(String condition, Optional<String> context, ExpressionType type, LocatedNode source) {

    public Position position() {
        return source.position();
    }
}
