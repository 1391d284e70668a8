package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with everything that is said about it.
 *
 * @param layers the Path Item Object and those that it refers to; a field of an earlier one hides the same field of a
 *     later one
 */
record PathItem(String path, List<LocatedNode> layers, Optional<Finding> finding) {

    static PathItem of(String path, LocatedNode node, ApiDescription description) {
        Resolved resolved = description.dereference(node);
        List<LocatedNode> layers = new ArrayList<>(resolved.references());
        resolved.node().ifPresent(layers::add);
        return new PathItem(path, List.copyOf(layers), resolved.finding());
    }

    Optional<LocatedNode> member(String name) {
        return layers.stream().flatMap(layer -> layer.member(name).stream()).findFirst();
    }

    /** The fields of all layers. */
    Map<String, LocatedNode> members() {
        Map<String, LocatedNode> members = new LinkedHashMap<>();
        layers.forEach(layer -> layer.members().forEach(members::putIfAbsent));
        return members;
    }
}
