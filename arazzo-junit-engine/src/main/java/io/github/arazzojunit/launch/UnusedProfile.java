package io.github.arazzojunit.launch;

import io.github.arazzojunit.config.ArazzoConfiguration;
import io.github.arazzojunit.document.InputsFile;
import io.github.arazzojunit.model.ArazzoDocument;
import java.util.Collection;
import java.util.Optional;

/** Finds a profile that nothing belongs to, which is most often a typing error. */
public final class UnusedProfile {

    private UnusedProfile() {}

    /** @param documents those of the run */
    public static Optional<String> warning(ArazzoConfiguration configuration, Collection<ArazzoDocument> documents) {
        return configuration
                .profile()
                .filter(profile -> !configuration.hasProfileFile())
                .filter(profile -> documents.stream().noneMatch(document -> InputsFile.exists(document, profile)))
                .map(profile -> "The profile '" + profile + "' has no effect: there is neither arazzo-" + profile
                        + ".properties on the class path nor a file of inputs <document>.inputs." + profile
                        + ".yaml beside a document of this run. Correct 'arazzo.profile', or add one of them.");
    }
}
