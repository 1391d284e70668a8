package io.github.arazzojunit.target;

import java.util.Map;
import java.util.Optional;

/**
 * A container of the configuration.
 *
 * @param port inside of the container; absent means the lowest one that the image exposes
 * @param environment variables of the container by name
 * @param waitPath path that has to answer with 2xx before the first request; absent means that any HTTP answer will do
 */
public record ContainerSettings(
        String image, Optional<Integer> port, Map<String, String> environment, Optional<String> waitPath) {

    public ContainerSettings {
        environment = Map.copyOf(environment);
    }
}
