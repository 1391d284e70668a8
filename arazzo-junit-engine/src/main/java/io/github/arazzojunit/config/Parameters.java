package io.github.arazzojunit.config;

import java.util.Optional;
import java.util.Set;

/** Configuration parameters, wherever they come from. */
public interface Parameters {

    /** The value of a key; empty when it has none. */
    Optional<String> get(String key);

    /** The keys that are known to have a value. */
    Set<String> keySet();
}
