package io.github.arazzojunit.stub.made;

import io.github.arazzojunit.http.MediaType;
import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Parameter;
import io.github.arazzojunit.model.Position;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.ResponseDescription;
import io.github.arazzojunit.runner.EffectiveLists;
import io.github.arazzojunit.runner.UpcomingRequest;
import io.github.arazzojunit.stub.fact.Facts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is to be known about a made answer: everything in it that the description does not promise. */
final class AnswerNotes {

    private final UpcomingRequest request;
    private final Facts facts;
    private final Draft draft;
    private final List<String> notes = new ArrayList<>();

    AnswerNotes(UpcomingRequest request, Facts facts, Draft draft) {
        this.facts = facts;
        this.request = request;
        this.draft = draft;
    }

    List<String> all() {
        draft.problems().forEach(problem -> notes.add(problem.text()));
        overruledExample();
        draft.choice().response().ifPresent(response -> {
            if (draft.choice().isDefault()) {
                coveredByDefault(response);
            }
            notOffered(response);
        });
        notes.addAll(Credentials.missing(request));
        return notes;
    }

    private void overruledExample() {
        Optional<LocatedNode> example = draft.content()
                .flatMap(ContentChoice::description)
                .flatMap(content -> content.examples().stream().findFirst());
        List<String> overruled = example.isPresent() && draft.body().isPresent()
                ? facts.overruled(request, example.get().value(), draft.body().get())
                : List.of();
        if (!overruled.isEmpty()) {
            notes.add("warning: the example of the response ("
                    + example.orElseThrow().location() + ") shows " + String.join(" and ", overruled)
                    + "; the answer has what was sent");
        }
    }

    private void coveredByDefault(ResponseDescription response) {
        Step step = request.visit().step();
        Position wanted = step.successCriteria().stream()
                .filter(criterion -> criterion.condition().contains("$statusCode"))
                .map(Criterion::position)
                .findFirst()
                .orElse(step.position());
        String others = operation().responses().stream()
                .filter(other -> other.statusPattern().startsWith("2"))
                .map(other -> other.statusPattern() + " (" + Contradiction.place(other.source()) + ")")
                .collect(Collectors.joining(", "));
        notes.add("warning: status " + draft.choice().status() + ", which the step wants (" + wanted
                + "), is covered by 'default' only (" + Contradiction.place(response.source()) + ")"
                + (others.isEmpty() ? "" : ", while the description documents " + others));
    }

    /** The header of a step that asks for what no response has is most likely a mistake; the stub answers all the same. */
    private void notOffered(ResponseDescription response) {
        List<String> offered =
                response.content().stream().map(MediaTypeDescription::mediaType).toList();
        EffectiveLists.parameters(
                        request.visit().invocation().workflow(), request.visit().step())
                .stream()
                .filter(parameter ->
                        parameter.in().filter(Parameter.Location.HEADER::equals).isPresent())
                .filter(parameter -> parameter.name().equalsIgnoreCase("Accept"))
                .findFirst()
                .filter(parameter -> !offered.isEmpty() && offered.stream().noneMatch(this::isAccepted))
                .ifPresent(parameter -> notes.add("warning: the step accepts '"
                        + request.request().request().header("Accept").orElse("") + "' ("
                        + parameter.source().position() + "), but " + operation() + " answers with "
                        + String.join(", ", offered) + " (" + Contradiction.place(response.source()) + ")"));
    }

    private boolean isAccepted(String offered) {
        return Arrays.stream(request.request()
                        .request()
                        .header("Accept")
                        .orElse("*/*")
                        .split(","))
                .flatMap(text -> MediaType.parse(text.strip()).stream())
                .anyMatch(range -> MediaType.parse(offered)
                        .filter(type -> range.covers(type) || type.covers(range))
                        .isPresent());
    }

    private Operation operation() {
        return request.operation().operation();
    }
}
