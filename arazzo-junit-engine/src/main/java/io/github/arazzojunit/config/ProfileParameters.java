package io.github.arazzojunit.config;

import io.github.arazzojunit.Constants;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Parameters of which a profile overrides those of {@code junit-platform.properties}, but not those that somebody gives
 * to this very run. The JUnit Platform does not tell where a value comes from; one that is not a system property and is
 * the same as in the file is taken for the file's.
 *
 * @param general the content of {@code junit-platform.properties}
 * @param profile the content of {@code arazzo-<profile>.properties}
 */
record ProfileParameters(Parameters given, Map<String, String> general, Map<String, String> profile)
        implements Parameters {

    /** The parameters themselves where the profile has no file. */
    static Parameters over(Parameters given, Optional<Map<String, String>> profile) {
        return profile.isEmpty() ? given : new ProfileParameters(given, PropertiesFile.junitPlatform(), profile.get());
    }

    @Override
    public Optional<String> get(String key) {
        Optional<String> value = given.get(key);
        Optional<String> own = Optional.ofNullable(profile.get(key)).filter(text -> key.startsWith(Constants.PREFIX));
        return own.isPresent() && (value.isEmpty() || isOfFile(key, value.get())) ? own : value;
    }

    private boolean isOfFile(String key, String value) {
        return System.getProperty(key) == null && value.equals(general.get(key));
    }

    @Override
    public Set<String> keySet() {
        Set<String> keys = new TreeSet<>(given.keySet());
        keys.addAll(profile.keySet());
        return keys;
    }
}
