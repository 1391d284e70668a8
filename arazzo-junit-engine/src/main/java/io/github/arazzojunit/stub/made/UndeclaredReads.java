package io.github.arazzojunit.stub.made;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.criterion.demand.Demand;
import io.github.arazzojunit.expression.JsonPointers;
import io.github.arazzojunit.expression.Scope;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.Declarations;
import io.github.arazzojunit.openapi.Declarations.Declaration;
import io.github.arazzojunit.openapi.HeaderDescription;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.openapi.ResponseDescription;
import io.github.arazzojunit.reader.Nearest;
import io.github.arazzojunit.runner.UpcomingRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds what a workflow reads of a response although the description, which declares other names, does not declare it. */
final class UndeclaredReads {

    private final UpcomingRequest request;
    private final Optional<ResponseDescription> response;
    private final Optional<LocatedNode> schema;
    private final List<LocatedNode> examples;
    private final Scope after;
    private final Declarations declarations;

    UndeclaredReads(
            UpcomingRequest request,
            Optional<ResponseDescription> response,
            Optional<MediaTypeDescription> content,
            Scope after) {
        this.request = request;
        this.response = response;
        this.schema = content.flatMap(MediaTypeDescription::schema);
        this.examples = content.map(MediaTypeDescription::examples).orElse(List.of());
        this.after = after;
        this.declarations = new Declarations(request.operation().operation().description());
    }

    /** A sentence for each place that a requirement reads and that is not declared. */
    List<String> of(Requirement requirement) {
        if (requirement.readsXml()) {
            return List.of();
        }
        List<List<Demand>> ways = requirement.demands(after).ways();
        if (requirement.hasAlternativeReadings()
                && ways.stream()
                        .anyMatch(way -> way.stream()
                                .allMatch(demand -> undeclared(demand.place()).isEmpty()))) {
            return List.of();
        }
        return ways.stream()
                .flatMap(List::stream)
                .flatMap(demand -> undeclared(demand.place()).stream())
                .map(undeclared -> requirement.subject() + " (" + requirement.position() + ") reads " + undeclared)
                .distinct()
                .toList();
    }

    private Optional<String> undeclared(List<String> place) {
        List<String> inside = place.subList(1, place.size());
        if (place.get(0).equals(ResponsePlace.BODY)) {
            return schema.map(root -> declarations.at(root, inside))
                    .filter(Declaration.Undeclared.class::isInstance)
                    .map(Declaration.Undeclared.class::cast)
                    .filter(found -> examples.stream().noneMatch(example -> isShown(example.value(), inside)))
                    .map(found -> text("'" + found.token() + "'", found.schema(), found.token(), found.names()));
        }
        String name = inside.get(0);
        List<String> headers = response.stream()
                .flatMap(described -> described.headers().stream())
                .map(HeaderDescription::name)
                .toList();
        boolean declared =
                Stream.concat(headers.stream(), DraftMaker.NOT_MADE.stream()).anyMatch(name::equalsIgnoreCase);
        return headers.isEmpty() || declared
                ? Optional.empty()
                : response.map(described -> text("the header '" + name + "'", described.source(), name, headers));
    }

    /** A schema may leave to an example what it does not declare. */
    private static boolean isShown(JsonNode example, List<String> place) {
        if (place.isEmpty()) {
            return !example.isMissingNode();
        }
        List<String> rest = place.subList(1, place.size());
        String token = place.get(0);
        if (token.equals(Demand.ANY)) {
            return StreamSupport.stream(example.spliterator(), false).anyMatch(child -> isShown(child, rest));
        }
        return isShown(example.at("/" + JsonPointers.escape(token)), rest);
    }

    private String text(String what, LocatedNode where, String name, Collection<String> names) {
        return what + ", which " + request.operation().operation() + " allows but does not declare (" + where.location()
                + ")." + (names.isEmpty() ? "" : " " + Nearest.hint(name, names));
    }
}
