package io.github.arazzojunit.junit;

import io.github.arazzojunit.config.Parameters;
import io.github.arazzojunit.junit.discovery.PlatformBaseline;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.ConfigurationParameters;

/** The configuration parameters of a request to the JUnit Platform. */
record PlatformParameters(ConfigurationParameters parameters) implements Parameters {

    @Override
    public Optional<String> get(String key) {
        return parameters.get(key);
    }

    @Override
    public Set<String> keySet() {
        return PlatformBaseline.isMet() ? parameters.keySet() : Set.of();
    }
}
