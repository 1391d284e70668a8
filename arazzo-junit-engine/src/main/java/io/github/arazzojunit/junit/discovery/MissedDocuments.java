package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.Constants;
import io.github.arazzojunit.document.CachingDocumentParser;
import io.github.arazzojunit.document.DocumentFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Documents that a search by names did not find. Lives as long as one discovery request. */
final class MissedDocuments {

    private static final int MOST_LISTED = 10;

    private final DocumentLocations locations;
    private boolean searched;

    MissedDocuments(DocumentLocations locations) {
        this.locations = locations;
    }

    /** Takes notice that somebody relies on the names. */
    void searchedByName() {
        searched = true;
    }

    /** The warning about them, unless nobody searched by names or something else of the request has found all of them. */
    Optional<String> warning(CachingDocumentParser found) {
        if (!searched) {
            return Optional.empty();
        }
        List<String> missed = locations.namedOtherwise().stream()
                .filter(file -> !found.knows(file))
                .map(DocumentFile::path)
                .sorted()
                .toList();
        return missed.isEmpty() ? Optional.empty() : Optional.of(warning(missed));
    }

    private static String warning(List<String> missed) {
        int further = missed.size() - MOST_LISTED;
        return missed.stream().limit(MOST_LISTED).collect(Collectors.joining(", "))
                + (further > 0 ? " and " + further + " more" : "")
                + (missed.size() == 1 ? " begins with 'arazzo:' and is" : " begin with 'arazzo:' and are")
                + " not run: a search without locations finds only files named *.arazzo.yaml, .yml or .json, or plainly"
                + " arazzo.yaml. Rename what should run, or name its place, for example"
                + " @ArazzoTest(\"classpath:folder\") or '" + Constants.DOCUMENTS_PROPERTY_NAME + "'.";
    }
}
