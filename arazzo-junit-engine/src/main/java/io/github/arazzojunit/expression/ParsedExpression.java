package io.github.arazzojunit.expression;

import java.util.List;

/**
 * A runtime expression and what was unusual about its spelling.
 *
 * @param lenientReadings empty for a spelling that conforms to the grammar
 */
public record ParsedExpression(RuntimeExpression expression, List<LenientReading> lenientReadings) {

    public ParsedExpression {
        lenientReadings = List.copyOf(lenientReadings);
    }
}
