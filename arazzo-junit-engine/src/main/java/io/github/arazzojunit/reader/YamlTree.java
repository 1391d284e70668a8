package io.github.arazzojunit.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.model.LocatedNode.Places;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;

/**
 * A value as it was read.
 *
 * @param nodes values in it, aliases expanded
 * @param height nested levels in it, aliases expanded; 0 for a scalar
 */
record YamlTree(JsonNode value, Places places, long nodes, int height) {

    YamlTree movedTo(Mark at) {
        return new YamlTree(value, places(at, places.members(), places.items()), nodes, height);
    }

    static Places places(Mark at, Map<String, Places> members, List<Places> items) {
        return new Places(at.getLine() + 1, at.getColumn() + 1, members, items);
    }
}
