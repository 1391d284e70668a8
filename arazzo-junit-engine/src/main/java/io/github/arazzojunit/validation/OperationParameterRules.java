package io.github.arazzojunit.validation;

import io.github.arazzojunit.expression.RuntimeExpression.Message;
import io.github.arazzojunit.expression.RuntimeExpression.Origin;
import io.github.arazzojunit.expression.RuntimeExpression.Source;
import io.github.arazzojunit.model.Parameter;
import io.github.arazzojunit.model.Parameter.Location;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.OperationParameter;
import io.github.arazzojunit.openapi.SecurityScheme;
import io.github.arazzojunit.reader.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parameters of a step against those of its operation (PRM-11, PRM-18, HTTP-07, AMB-24, AMB-28, AMB-57). */
final class OperationParameterRules {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");

    /** Headers that a description does not list as parameters, or that every request has (PRM-13). */
    private static final Set<String> COMMON_HEADERS = Set.of(
            "accept",
            "accept-encoding",
            "accept-language",
            "authorization",
            "content-length",
            "content-type",
            "cookie",
            "host",
            "user-agent");

    private final Inspection inspection;
    private final Spot target;
    private final Operation operation;
    private final List<Parameter> effective;
    private final Set<String> placeholders;

    private OperationParameterRules(Inspection inspection, Step step, Spot target, Operation operation) {
        this.inspection = inspection;
        this.target = target;
        this.operation = operation;
        this.effective = Stream.concat(
                        step.parameters().stream(),
                        inspection.workflow().parameters().stream()
                                .filter(inherited -> step.parameters().stream().noneMatch(inherited::hasIdentityOf)))
                .toList();
        this.placeholders = PLACEHOLDER
                .matcher(operation.template())
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }

    static void check(Inspection inspection, Step step, Spot target, Operation operation) {
        OperationParameterRules rules = new OperationParameterRules(inspection, step, target, operation);
        step.parameters().forEach(rules::given);
        rules.missing();
        inspection.uses().stream()
                .filter(use -> use.site().step().equals(Optional.of(step)))
                .forEach(rules::requestValue);
    }

    private void given(Parameter parameter) {
        Location in = parameter.in().orElse(null);
        Spot spot = Spot.of(parameter.source());
        if (in == Location.CHANNEL) {
            inspection.report(
                    ValidationRule.CHANNEL_PARAMETER_OF_OPERATION,
                    spot,
                    "The parameter '" + parameter.name()
                            + "' belongs to the address of a channel, but the step executes " + operation + ".",
                    "Write the place that the operation declares.");
        } else if (in == Location.PATH && !placeholders.contains(parameter.name())) {
            inspection.report(
                    ValidationRule.PATH_PARAMETER_WITHOUT_PLACEHOLDER,
                    spot,
                    "The path of " + operation + " (" + operation.source().location()
                            + ") has no place for the parameter '" + parameter.name() + "'.",
                    Nearest.hint(parameter.name(), placeholders));
        } else if (in != null && in != Location.PATH && !isKnown(in, parameter.name())) {
            inspection.report(
                    ValidationRule.UNDECLARED_PARAMETER,
                    spot,
                    "The operation " + operation + " declares no parameter '" + parameter.name() + "' in "
                            + in.fieldValue() + "; it is sent all the same.",
                    remedy(parameter.name()));
        }
    }

    private String remedy(String name) {
        Optional<String> elsewhere = operation.parameters().stream()
                .filter(declared -> declared.name().equalsIgnoreCase(name))
                .map(declared -> "It declares '" + declared.name() + "' in "
                        + declared.in().fieldValue() + ".")
                .findFirst();
        return elsewhere.orElseGet(() -> Nearest.hint(
                name,
                operation.parameters().stream().map(OperationParameter::name).toList()));
    }

    private void missing() {
        boolean wholeQuery =
                effective.stream().anyMatch(parameter -> parameter.in().equals(Optional.of(Location.QUERYSTRING)));
        List<String> missing = Stream.concat(
                        placeholders.stream()
                                .filter(name -> !isGiven(Location.PATH, name))
                                .sorted()
                                .map(name -> name + "' in path"),
                        operation.parameters().stream()
                                .filter(declared -> declared.required() && declared.in() != Location.PATH)
                                .filter(declared -> !isGiven(declared.in(), declared.name()))
                                .filter(declared -> !(wholeQuery && declared.in() == Location.QUERY))
                                .filter(declared -> !isCommon(declared.in(), declared.name())
                                        && !isCredential(declared.in(), declared.name()))
                                .map(declared -> declared.name() + "' in "
                                        + declared.in().fieldValue()))
                .toList();
        if (!missing.isEmpty()) {
            boolean path = missing.stream().anyMatch(text -> text.endsWith("in path"));
            inspection.report(
                    ValidationRule.REQUIRED_PARAMETER_MISSING,
                    target,
                    "The operation " + operation + " requires the parameter '" + String.join(", '", missing)
                            + ", which neither the step nor the workflow gives; "
                            + (path ? "the step fails before it sends anything." : "the request is sent without it."),
                    "Add it to 'parameters'.");
        }
    }

    private void requestValue(ExpressionUse use) {
        if (!(use.expression() instanceof Message message)
                || message.origin() != Origin.REQUEST
                || use.site().place().isBeforeRequest()) {
            return;
        }
        Source source = message.source();
        boolean known = true;
        if (source instanceof Source.Header header) {
            known = isKnown(Location.HEADER, header.name()) || isGiven(Location.HEADER, header.name());
        } else if (source instanceof Source.Query query) {
            known = isKnown(Location.QUERY, query.name()) || isGiven(Location.QUERY, query.name());
        } else if (source instanceof Source.Path path) {
            known = placeholders.contains(path.name());
        }
        if (!known) {
            inspection.report(
                    ValidationRule.UNDECLARED_REQUEST_VALUE,
                    use.site().spot(),
                    use.quoted() + " reads a part of the request that neither the step gives nor " + operation
                            + " declares; it is missing unless something else adds it.",
                    "Correct the name, or add the parameter to the step.");
        }
    }

    private boolean isGiven(Location in, String name) {
        return effective.stream()
                .filter(parameter -> parameter.in().equals(Optional.of(in)))
                .anyMatch(parameter -> in == Location.HEADER
                        ? parameter.name().equalsIgnoreCase(name)
                        : parameter.name().equals(name));
    }

    private boolean isKnown(Location in, String name) {
        return operation.parameter(in, name).isPresent()
                || isCommon(in, name)
                || isCredential(in, name)
                || in == Location.QUERYSTRING;
    }

    private static boolean isCommon(Location in, String name) {
        return in == Location.HEADER && COMMON_HEADERS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** What a security scheme puts into requests is no parameter in the description. */
    private boolean isCredential(Location in, String name) {
        return operation.description().root().at("/components/securitySchemes").stream()
                .flatMap(schemes -> schemes.members().keySet().stream())
                .flatMap(scheme -> operation.description().securityScheme(scheme).stream())
                .filter(scheme -> scheme.in().equals(Optional.of(in)))
                .flatMap((SecurityScheme scheme) -> scheme.parameterName().stream())
                .anyMatch(name::equalsIgnoreCase);
    }
}
