package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import java.util.List;
import java.util.Optional;

/**
 * What a chain of references leads to.
 *
 * @param node the value that is no reference itself; empty exactly when there is a finding
 * @param references the objects with {@code $ref} that were passed, the first one first: what stands beside
 *     {@code $ref} in them is still theirs to say
 * @param finding why the chain leads nowhere
 */
public record Resolved(Optional<LocatedNode> node, List<LocatedNode> references, Optional<Finding> finding) {

    public Resolved {
        references = List.copyOf(references);
    }

    static Resolved found(LocatedNode node, List<LocatedNode> references) {
        return new Resolved(Optional.of(node), references, Optional.empty());
    }

    static Resolved dangling(List<LocatedNode> references, Finding finding) {
        return new Resolved(Optional.empty(), references, Optional.of(finding));
    }
}
