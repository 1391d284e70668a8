package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Parameter;
import io.github.arazzojunit.model.Parameter.Location;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads Parameter Objects (PRM-01 to PRM-05). */
final class ParameterReader {

    private static final List<String> LOCATIONS =
            Arrays.stream(Location.values()).map(Location::fieldValue).toList();

    private final Reading reading;

    ParameterReader(Reading reading) {
        this.reading = reading;
    }

    Optional<Parameter> read(LocatedNode node) {
        return Fields.of(node, ObjectKind.PARAMETER, reading).flatMap(this::read);
    }

    private Optional<Parameter> read(Fields fields) {
        Optional<String> name = fields.requiredName("name");
        Optional<LocatedNode> value = fields.required("value");
        value.ifPresent(present -> SelectorReader.warnOfNearMisses(present, reading));
        Optional<Location> in = location(fields);
        boolean locationFits = in.isPresent()
                || fields.any("in").filter(node -> !node.value().isNull()).isEmpty();
        return name.isPresent() && value.isPresent() && locationFits
                ? Optional.of(new Parameter(name.get(), in, value.get(), fields.node()))
                : Optional.empty();
    }

    private Optional<Location> location(Fields fields) {
        Optional<String> in = fields.text("in");
        if (in.filter("body"::equals).isPresent()) {
            reading.report(
                    ReaderRule.PARAMETER_IN_BODY,
                    fields.at("in"),
                    "The " + fields.owner() + " is to go into the body, which parameters cannot do since Arazzo 1.0.1.",
                    "Write the body of the step as 'requestBody'.");
            return Optional.empty();
        }
        Optional<Location> location = fields.choice("in", in, LOCATIONS)
                .flatMap(chosen -> Arrays.stream(Location.values())
                        .filter(candidate -> candidate.fieldValue().equals(chosen))
                        .findFirst());
        location.filter(newer -> newer == Location.QUERYSTRING || newer == Location.CHANNEL)
                .ifPresent(newer -> reading.requireVersion11(fields.at("in"), "'in: " + newer.fieldValue() + "'"));
        return location;
    }
}
