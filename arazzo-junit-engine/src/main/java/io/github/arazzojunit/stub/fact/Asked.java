package io.github.arazzojunit.stub.fact;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.model.Parameter;
import io.github.arazzojunit.model.Position;
import io.github.arazzojunit.runner.EffectiveLists;
import io.github.arazzojunit.runner.StepVisit;
import io.github.arazzojunit.runner.UpcomingRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a request asks for by its path and its query. */
final class Asked {

    private static final Set<String> SIZES =
            Set.of("limit", "size", "pagesize", "perpage", "maxresults", "first", "top", "count", "page[size]");
    private static final Set<String> ORDERS = Set.of("sort", "order", "orderby", "sortby", "direction");

    private final UpcomingRequest request;
    private final String template;

    Asked(UpcomingRequest request) {
        this.request = request;
        this.template = request.operation().operation().template();
    }

    /** The parameter with which the path ends: it names one resource. */
    Optional<String> lastParameter() {
        int open = template.lastIndexOf("/{");
        return open >= 0 && template.endsWith("}") && template.indexOf('}', open) == template.length() - 1
                ? Optional.of(template.substring(open + 2, template.length() - 1))
                : Optional.empty();
    }

    /** Whether the parameter with which the path ends is the id of what is there, as in {@code /tickets/{ticket}}. */
    boolean isIdOfItem(String name) {
        String above = template.substring(0, template.lastIndexOf('/'));
        return name.toLowerCase(Locale.ROOT).endsWith("id")
                || Shape.isIdentity(name)
                || above.substring(above.lastIndexOf('/') + 1).startsWith(name);
    }

    /** The parameter that names one of the resources in the list at the path, where the description has it. */
    Optional<String> itemParameter() {
        String below = template + "/{";
        return request.operation().operation().description().operations().stream()
                .map(operation -> operation.path().replace("{+", "{"))
                .filter(path -> path.startsWith(below) && path.indexOf('/', below.length()) < 0)
                .map(path -> path.substring(below.length(), path.length() - 1))
                .findFirst();
    }

    Fact path(String name, List<String> place) {
        return fact(
                Parameter.Location.PATH, name, place, request.request().path().get(name));
    }

    Set<String> pathNames() {
        return request.request().path().keySet();
    }

    Map<String, JsonNode> query() {
        return request.request().query();
    }

    Fact query(String name, List<String> place) {
        return fact(Parameter.Location.QUERY, name, place, query().get(name));
    }

    /** Whether a parameter of the query leaves out none of so many resources. */
    boolean keepsAll(String name, int known) {
        String plain = name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
        String value = query().get(name).asText();
        boolean number = value.matches("\\d{1,9}");
        return ORDERS.contains(plain)
                || number && SIZES.contains(plain) && Integer.parseInt(value) >= known
                || number && plain.equals("page") && Integer.parseInt(value) <= 1
                || number && plain.equals("offset") && Integer.parseInt(value) == 0;
    }

    private Fact fact(Parameter.Location in, String name, List<String> place, JsonNode value) {
        StepVisit visit = request.visit();
        Position position = EffectiveLists.parameters(visit.invocation().workflow(), visit.step()).stream()
                .filter(parameter -> parameter.name().equals(name)
                        && parameter.in().filter(in::equals).isPresent())
                .map(parameter -> parameter.value().position())
                .findFirst()
                .orElse(visit.step().position());
        return new Fact(place, value, new Origin(Origin.Kind.ASKED, visit.step().stepId(), position), true);
    }
}
