package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Step;
import java.util.Optional;

/**
 * A value of a workflow and the role that it plays there.
 *
 * @param step empty for what belongs to the workflow as a whole
 */
record Site(Place place, Optional<Step> step, Spot spot) {

    Site at(LocatedNode node) {
        return new Site(place, step, spot.at(node));
    }

    Site field(String name) {
        return new Site(place, step, spot.field(name));
    }
}
