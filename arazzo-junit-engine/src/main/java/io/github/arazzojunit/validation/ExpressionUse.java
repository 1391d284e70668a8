package io.github.arazzojunit.validation;

import io.github.arazzojunit.expression.RuntimeExpression;

/**
 * An expression that a workflow evaluates.
 *
 * @param site where it stands
 */
record ExpressionUse(RuntimeExpression expression, Site site) {

    /** How messages name it. */
    String quoted() {
        return "'" + expression.text() + "'";
    }
}
