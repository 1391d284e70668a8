package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.LocatedNode;
import java.util.Map;
import java.util.Optional;

/**
 * The readable and the broken components of one type, by key.
 *
 * @param entries in the order of the text
 */
record Components<T>(ComponentType type, Map<String, Component<T>> entries) {

    /**
     * One component.
     *
     * @param content empty when it has errors
     */
    record Component<T>(LocatedNode node, Optional<T> content) {}

    static <T> Components<T> none(ComponentType type) {
        return new Components<>(type, Map.of());
    }
}
