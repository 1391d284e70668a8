package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.config.ArazzoConfiguration;
import io.github.arazzojunit.junit.descriptor.FailureDescriptor;
import io.github.arazzojunit.junit.discovery.ElementSelector.FailureSelector;
import io.github.arazzojunit.junit.execution.WorkflowMethods;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/** Names of tests that fail because something is missing or broken, and the way back from the name to the reason. */
final class Failures {

    private static final String CONFIGURATION = "configuration";
    private static final String METHODS = "methods";

    private final ArazzoConfiguration configuration;
    private final ClassDocuments documents;

    Failures(ArazzoConfiguration configuration, ClassDocuments documents) {
        this.configuration = configuration;
        this.documents = documents;
    }

    /** The failing test that stands for a configuration that is not valid. */
    static FailureDescriptor ofConfiguration(UniqueId parentId, ArazzoConfiguration configuration) {
        return FailureDescriptor.of(parentId, CONFIGURATION, messageOf(configuration));
    }

    /** The failing test that stands for methods of a class that cannot be called; empty when all can. */
    static Optional<FailureDescriptor> ofMethods(UniqueId parentId, Class<?> testClass) {
        return messageOf(testClass).map(message -> FailureDescriptor.of(parentId, METHODS, message));
    }

    /** A failure directly below the engine. */
    Optional<DiscoverySelector> withName(String name) {
        return name.equals(CONFIGURATION) ? configuration(Optional.empty()) : directory(name);
    }

    /** A failure below a class. */
    Optional<DiscoverySelector> withName(Class<?> testClass, String name) {
        if (name.equals(CONFIGURATION)) {
            return configuration(Optional.of(testClass));
        }
        if (name.equals(METHODS)) {
            return messageOf(testClass).map(message -> new FailureSelector(Optional.of(testClass), name, message));
        }
        return Optional.ofNullable(documents.of(testClass).missing().get(name))
                .map(message -> new FailureSelector(Optional.of(testClass), name, message));
    }

    private Optional<DiscoverySelector> configuration(Optional<Class<?>> owner) {
        return configuration.problems().isEmpty()
                ? Optional.empty()
                : Optional.of(new FailureSelector(owner, CONFIGURATION, messageOf(configuration)));
    }

    private static Optional<DiscoverySelector> directory(String path) {
        try {
            return Optional.of(path)
                    .filter(name -> Files.isDirectory(Path.of(name)))
                    .map(DiscoverySelectors::selectDirectory);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    private static Optional<String> messageOf(Class<?> testClass) {
        List<String> problems = WorkflowMethods.of(testClass).problems();
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(System.lineSeparator(), problems) + System.lineSeparator() + "No workflow of "
                        + testClass.getName() + " was run.");
    }

    private static String messageOf(ArazzoConfiguration configuration) {
        return String.join(System.lineSeparator(), configuration.problems()) + System.lineSeparator()
                + "No test was run, because nobody knows what was meant.";
    }
}
