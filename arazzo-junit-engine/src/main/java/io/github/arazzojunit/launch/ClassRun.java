package io.github.arazzojunit.launch;

import io.github.arazzojunit.runner.RunSettings;
import io.github.arazzojunit.target.SourceContainer;
import io.github.arazzojunit.target.Targets;
import java.util.Optional;

/**
 * What the documents of one test class share, or all documents outside of classes.
 *
 * @param sources what the documents refer to
 * @param missingInputs fills in the inputs that nobody gave; absent where a provider would get them
 */
public record ClassRun(
        Targets targets,
        Contributions contributions,
        Sources sources,
        RunSettings settings,
        Optional<MissingInputs> missingInputs)
        implements AutoCloseable {

    @Override
    public void close() {
        targets.close();
        contributions.containers().values().forEach(SourceContainer::close);
    }
}
