package io.github.arazzojunit.junit.execution;

import io.github.arazzojunit.runner.RunSettings;
import io.github.arazzojunit.target.Targets;

/** What the documents of one class share, or all documents outside of classes. */
record ClassRun(Targets targets, ClassMembers members, RunSettings settings) implements AutoCloseable {

    @Override
    public void close() {
        targets.close();
    }
}
