package io.github.arazzojunit.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.model.LocatedNode.Places;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;

/** The members of one mapping while it is read: its own, then those that a merge key brings along. */
final class YamlMembers {

    private final ObjectNode own = JsonNodeFactory.instance.objectNode();
    private final ObjectNode merged = JsonNodeFactory.instance.objectNode();
    private final Map<String, Places> ownPlaces = new HashMap<>();
    private final Map<String, Places> mergedPlaces = new HashMap<>();
    private Optional<Mark> mergeKey = Optional.empty();
    private long nodes = 1;
    private int height;

    /** Adds a member of its own, or gives the place of the one that has this name already. */
    Optional<Places> add(String name, YamlTree member) {
        count(member.nodes(), member.height());
        Optional<Places> first = Optional.ofNullable(ownPlaces.putIfAbsent(name, member.places()));
        if (first.isEmpty()) {
            own.set(name, member.value());
        }
        return first;
    }

    /** Notes the merge key, or gives the place of the one before it. */
    Optional<Mark> mergeKey(Mark at) {
        Optional<Mark> first = mergeKey;
        mergeKey = Optional.of(at);
        return first;
    }

    /** Adds the members of an object, or of each object of a list; of equal names the first counts. */
    void merge(YamlTree source) {
        count(source.nodes(), source.height() - 1);
        if (source.value().isObject()) {
            merge(source.value(), source.places());
        }
        for (int i = 0; i < source.places().items().size(); i++) {
            merge(source.value().get(i), source.places().items().get(i));
        }
    }

    private void merge(JsonNode object, Places places) {
        object.properties().forEach(member -> {
            if (mergedPlaces.putIfAbsent(member.getKey(), places.members().get(member.getKey())) == null) {
                merged.set(member.getKey(), member.getValue());
            }
        });
    }

    private void count(long added, int level) {
        nodes += added;
        height = Math.max(height, level);
    }

    /** The object: what it says itself wins over what it merges, wherever the merge key stands. */
    YamlTree tree(Mark at) {
        merged.properties().forEach(member -> own.putIfAbsent(member.getKey(), member.getValue()));
        mergedPlaces.forEach(ownPlaces::putIfAbsent);
        return new YamlTree(own, YamlTree.places(at, ownPlaces, List.of()), nodes, height + 1);
    }
}
