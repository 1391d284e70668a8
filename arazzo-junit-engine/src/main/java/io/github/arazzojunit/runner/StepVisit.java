package io.github.arazzojunit.runner;

import io.github.arazzojunit.model.Step;

/**
 * One entry of control flow into a step; repetitions happen inside. Compared by identity.
 *
 * @param number counts the visits of this step in this invocation from 1
 */
public record StepVisit(Invocation invocation, Step step, int number) {

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
