package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.document.DocumentPaths;
import io.github.arazzojunit.junit.discovery.ElementSelector.FailureSelector;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;
import org.junit.platform.engine.support.discovery.SelectorResolver.Resolution;

/**
 * A directory without documents is a failing test, because somebody has named it for this engine. Gradle gives each
 * directory to every engine, so that there it is a warning only.
 */
final class EmptyDirectories {

    /** The number of the JVM that Gradle has started for tests. */
    private static final String GRADLE_WORKER = "org.gradle.test.worker";

    private final boolean everyEngineGetsThem;
    private final DiscoveryIssueReporter issueReporter;

    /** @param insideOfSuite whether the directories are those that a suite names */
    EmptyDirectories(EngineDiscoveryRequest request, boolean insideOfSuite, DiscoveryIssueReporter issueReporter) {
        this.everyEngineGetsThem = !insideOfSuite
                && request.getConfigurationParameters().get(GRADLE_WORKER).isPresent();
        this.issueReporter = issueReporter;
    }

    Resolution resolve(Path directory) {
        if (everyEngineGetsThem) {
            issueReporter.reportIssue(DiscoveryIssue.create(
                    Severity.WARNING,
                    message(directory, "Correct the directory unless it is meant for another engine")));
            return Resolution.unresolved();
        }
        return Resolution.selectors(Set.of(new FailureSelector(
                Optional.empty(), DocumentPaths.relative(directory), message(directory, "Correct the directory"))));
    }

    private static String message(Path directory, String remedy) {
        return "There is no Arazzo document in the directory "
                + directory.toAbsolutePath().normalize() + " and below it. No test was run for it. " + remedy
                + "; a document is a .yaml, .yml or .json file that has 'arazzo' at its root.";
    }
}
