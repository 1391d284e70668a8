package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.LocatedNode;

/**
 * The value that a finding is about.
 *
 * @param node the value, possibly in a component
 * @param user the element of the workflow that holds or refers to the value
 */
record Spot(LocatedNode node, LocatedNode user) {

    static Spot of(LocatedNode node) {
        return new Spot(node, node);
    }

    /** A field of the value, the value itself where it has no such field. */
    Spot field(String name) {
        return at(node.member(name).orElse(node));
    }

    /** Another value at the same element. */
    Spot at(LocatedNode other) {
        return new Spot(other, user);
    }
}
