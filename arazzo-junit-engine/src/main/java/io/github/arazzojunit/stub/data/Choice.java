package io.github.arazzojunit.stub.data;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.model.LocatedNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All schemas that one value has to satisfy, with what was decided about them so far.
 *
 * @param schemas the ones that were asked for, then the chosen branches
 * @param decided the unions whose branch is chosen
 * @param fixed members whose value a discriminator prescribes
 */
record Choice(List<LocatedNode> schemas, Set<String> decided, Map<String, TextNode> fixed) {

    Choice(List<LocatedNode> schemas) {
        this(List.copyOf(schemas), Set.of(), Map.of());
    }

    /** The same with one branch of a union. */
    Choice with(Union union, Branch branch) {
        List<LocatedNode> all = new ArrayList<>(schemas);
        all.addAll(branch.schemas());
        Set<String> more = new HashSet<>(decided);
        more.add(union.key());
        Map<String, TextNode> values = new HashMap<>(fixed);
        branch.name().ifPresent(name -> values.put(union.discriminator(), TextNode.valueOf(name)));
        return new Choice(List.copyOf(all), Set.copyOf(more), Map.copyOf(values));
    }

    /**
     * Schemas of which a value satisfies one: {@code oneOf}, {@code anyOf}, or the two ways through an {@code if}.
     *
     * @param key tells the union from all others
     * @param discriminator name of the member that names the branch, empty without one
     */
    record Union(String key, String discriminator, List<Branch> branches) {}

    /**
     * @param schemas what the value has to satisfy when this branch is chosen
     * @param name how the discriminator calls it
     */
    record Branch(List<LocatedNode> schemas, Optional<String> name) {}
}
