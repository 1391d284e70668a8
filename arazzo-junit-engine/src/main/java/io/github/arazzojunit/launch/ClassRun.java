package io.github.arazzojunit.launch;

import io.github.arazzojunit.runner.RunSettings;
import io.github.arazzojunit.target.Targets;

/** What the documents of one test class share, or all documents outside of classes. */
public record ClassRun(Targets targets, Contributions contributions, RunSettings settings) implements AutoCloseable {

    @Override
    public void close() {
        targets.close();
    }
}
