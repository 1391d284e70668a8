package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.Parameter;
import io.github.arazzojunit.model.Parameter.Location;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.StepTarget;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Checks where parameters go, which the kind of step decides that uses them (PRM-07 to PRM-09, AMB-24, AMB-30). */
final class ParameterPlaces {

    private final Reading reading;
    private final List<Parameter> inherited;
    private final Set<Parameter> reported = new HashSet<>();

    /**
     * @param inherited parameters of the workflow
     */
    ParameterPlaces(Reading reading, List<Parameter> inherited) {
        this.reading = reading;
        this.inherited = inherited;
    }

    void check(Step step) {
        if (step.target() instanceof StepTarget.WorkflowCall) {
            step.parameters().stream()
                    .filter(parameter -> parameter.in().isPresent())
                    .forEach(parameter -> reading.report(
                            ReaderRule.PARAMETER_IN_IGNORED,
                            parameter.source(),
                            "The parameter '" + parameter.name() + "' of the step '" + step.stepId()
                                    + "' becomes an input of the workflow by its name; its 'in' is ignored.",
                            "Remove 'in'."));
            return;
        }
        List<Parameter> effective = Stream.concat(
                        inherited.stream()
                                .filter(parameter ->
                                        step.parameters().stream().noneMatch(own -> own.hasIdentityOf(parameter))),
                        step.parameters().stream())
                .toList();
        effective.stream()
                .filter(parameter -> parameter.in().isEmpty())
                .forEach(parameter -> reportWithoutIn(parameter, step));
        if (step.target() instanceof StepTarget.OperationPath) {
            effective.stream()
                    .filter(parameter -> isIn(parameter, Location.CHANNEL))
                    .forEach(parameter -> reportChannel(parameter, step));
        }
        checkQueries(effective, step);
    }

    private void reportWithoutIn(Parameter parameter, Step step) {
        if (reported.add(parameter)) {
            reading.report(
                    ReaderRule.PARAMETER_WITHOUT_IN,
                    parameter.source(),
                    "The parameter '" + parameter.name() + "' does not say where it goes in the request of the step '"
                            + step.stepId() + "'.",
                    "Add 'in: path', 'in: query', 'in: header' or 'in: cookie'.");
        }
    }

    private void reportChannel(Parameter parameter, Step step) {
        if (reported.add(parameter)) {
            reading.report(
                    ReaderRule.CHANNEL_PARAMETER,
                    parameter.source(),
                    "The parameter '" + parameter.name() + "' belongs to the address of a channel, but the step '"
                            + step.stepId() + "' executes an operation of an OpenAPI description.",
                    "Write the place that the operation declares.");
        }
    }

    private void checkQueries(List<Parameter> effective, Step step) {
        boolean query = effective.stream().anyMatch(parameter -> isIn(parameter, Location.QUERY));
        effective.stream()
                .filter(parameter -> query && isIn(parameter, Location.QUERYSTRING))
                .forEach(parameter -> reading.report(
                        ReaderRule.QUERYSTRING_WITH_QUERY,
                        step.source(),
                        "The step '" + step.stepId() + "' has the whole query in the parameter '" + parameter.name()
                                + "' and single query parameters besides.",
                        "Use either 'in: querystring' or 'in: query'."));
    }

    private static boolean isIn(Parameter parameter, Location location) {
        return parameter.in().filter(location::equals).isPresent();
    }
}
