package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.ArazzoTest;
import io.github.arazzojunit.Constants;
import io.github.arazzojunit.config.ArazzoConfiguration;
import io.github.arazzojunit.document.DocumentFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.platform.commons.support.AnnotationSupport;

/** The documents that classes with {@link ArazzoTest} run. Lives as long as one discovery request. */
final class ClassDocuments {

    /**
     * What was found for one class.
     *
     * @param missing a message for each location at which nothing was found, by location
     */
    record Found(Set<DocumentFile> documents, Map<String, String> missing) {}

    private static final String REMEDY =
            " No test was run for it. Correct the location; a document is a .yaml, .yml or .json file that has 'arazzo' at"
                    + " its root.";

    private final DocumentLocations locations;
    private final ArazzoConfiguration configuration;
    private final MissedDocuments missed;
    private final Map<Class<?>, Found> found = new HashMap<>();

    ClassDocuments(DocumentLocations locations, ArazzoConfiguration configuration, MissedDocuments missed) {
        this.missed = missed;
        this.locations = locations;
        this.configuration = configuration;
    }

    static boolean isTestClass(Class<?> candidate) {
        return !candidate.isAnnotation() && AnnotationSupport.isAnnotated(candidate, ArazzoTest.class);
    }

    Found of(Class<?> testClass) {
        return found.computeIfAbsent(testClass, this::find);
    }

    private Found find(Class<?> testClass) {
        String[] own = AnnotationSupport.findAnnotation(testClass, ArazzoTest.class)
                .map(ArazzoTest::value)
                .orElseGet(() -> new String[0]);
        return own.length > 0 ? findEach(List.of(own)) : findAny();
    }

    /** Locations written at the class are meant for it, so that each has to lead to a document. */
    private Found findEach(List<String> own) {
        Set<DocumentFile> documents = new LinkedHashSet<>();
        Map<String, String> missing = new LinkedHashMap<>();
        for (String location : own) {
            Set<DocumentFile> there = locations.find(location);
            documents.addAll(there);
            if (there.isEmpty()) {
                missing.put(location, "There is no Arazzo document at " + locations.describe(location) + "." + REMEDY);
            }
        }
        return new Found(documents, missing);
    }

    /** Configured locations are often meant for many modules, so that one of them may be empty. */
    private Found findAny() {
        Set<DocumentFile> documents = new LinkedHashSet<>();
        List<String> searched = new ArrayList<>();
        configuration
                .documents()
                .ifPresentOrElse(
                        configured -> configured.forEach(location -> {
                            documents.addAll(locations.find(location));
                            searched.add(locations.describe(location));
                        }),
                        () -> {
                            missed.searchedByName();
                            ArazzoConfiguration.DEFAULT_DOCUMENTS.forEach(location -> {
                                documents.addAll(locations.findInDirectories(location));
                                searched.add(locations.describeDirectories(location));
                            });
                        });
        return documents.isEmpty()
                ? new Found(documents, Map.of("documents", nothingFound(searched)))
                : new Found(documents, Map.of());
    }

    private static String nothingFound(List<String> searched) {
        return "There is no Arazzo document at " + String.join(", nor at ", searched) + "." + REMEDY
                + " The locations can be set with '" + Constants.DOCUMENTS_PROPERTY_NAME + "'.";
    }
}
