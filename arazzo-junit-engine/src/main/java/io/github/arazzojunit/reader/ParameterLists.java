package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Reads lists of Parameter and Reusable Objects (PRM-20, PRM-22, WF-31, ACT-42 to ACT-44, CMP-08, CMP-09). */
final class ParameterLists {

    private final Reading reading;
    private final ParameterReader parameters;
    private final ReusableObjects<Parameter> references;

    ParameterLists(Reading reading, ParameterReader parameters, Components<Parameter> components) {
        this.reading = reading;
        this.parameters = parameters;
        this.references = new ReusableObjects<>(reading, components);
    }

    /** The parameters of a step or workflow; name and location tell one from the other. */
    List<Parameter> list(Fields owner) {
        return list(owner, Parameter::hasIdentityOf);
    }

    /** The parameters of an action, which become inputs: the name alone tells one from the other. */
    List<Parameter> inputs(Fields owner) {
        List<Parameter> inputs = list(owner, (one, other) -> one.name().equals(other.name()));
        inputs.stream()
                .filter(parameter -> parameter.in().isPresent())
                .forEach(parameter -> reading.report(
                        ReaderRule.PARAMETER_IN_IGNORED,
                        parameter.source(),
                        "The parameter '" + parameter.name() + "' of the " + owner.owner()
                                + " becomes an input of the workflow by its name; its 'in' is ignored.",
                        "Remove 'in'."));
        return inputs;
    }

    private List<Parameter> list(Fields owner, BiPredicate<Parameter, Parameter> sameIdentity) {
        List<Parameter> list = new ArrayList<>();
        for (LocatedNode node : owner.distinctItems("parameters")) {
            Optional<Parameter> parameter = ReusableObjects.isReference(node)
                    ? Fields.of(node, ObjectKind.REUSABLE_OBJECT, reading).flatMap(this::resolve)
                    : parameters.read(node);
            parameter.filter(read -> isNew(list, read, sameIdentity, owner)).ifPresent(list::add);
        }
        return List.copyOf(list);
    }

    private Optional<Parameter> resolve(Fields reusable) {
        Optional<LocatedNode> value = reusable.any("value");
        value.ifPresent(present -> SelectorReader.warnOfNearMisses(present, reading));
        return references
                .resolve(reusable)
                .map(component -> new Parameter(
                        component.name(), component.in(), value.orElse(component.value()), reusable.node()));
    }

    private boolean isNew(
            List<Parameter> list, Parameter parameter, BiPredicate<Parameter, Parameter> sameIdentity, Fields owner) {
        Optional<Parameter> first = list.stream()
                .filter(other -> sameIdentity.test(other, parameter))
                .findFirst();
        first.filter(other -> !other.source().value().equals(parameter.source().value()))
                .ifPresent(other -> reading.report(
                        ReaderRule.DUPLICATE_PARAMETER,
                        parameter.source(),
                        "The " + owner.owner() + " has two parameters '" + parameter.name() + "'"
                                + parameter
                                        .in()
                                        .map(in -> " in " + in.fieldValue())
                                        .orElse("")
                                + ", the first in line "
                                + other.source().position().line() + "; it is open which value is meant.",
                        "Remove one of them."));
        return first.isEmpty();
    }
}
