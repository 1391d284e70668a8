package io.github.arazzojunit.stub.made;

import io.github.arazzojunit.expression.Scope;
import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.runner.EffectiveLists;
import io.github.arazzojunit.runner.UpcomingRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Steps that ask again and again: where a failure action repeats the step, the first answer is one that makes it do so,
 * so that the repetition is tried as well; and no loop is gone through for ever.
 */
final class Polling {

    private final Judge judge;

    Polling(Judge judge) {
        this.judge = judge;
    }

    /** What a step asks for again and again until the provider changes it: the places that its repeating actions read; empty
     * for a step that repeats nothing. */
    static Optional<Set<List<String>>> awaited(UpcomingRequest request) {
        Step step = request.visit().step();
        Workflow workflow = request.visit().invocation().workflow();
        List<Action> repeating = Stream.of(
                        EffectiveLists.failureActions(workflow, step), EffectiveLists.successActions(workflow, step))
                .flatMap(List::stream)
                .filter(action -> repeats(action, step, workflow))
                .toList();
        if (repeating.isEmpty() && request.visit().number() == 1) {
            return Optional.empty();
        }
        Scope after = request.after().apply(new HttpResponse(200, List.of(), Bytes.EMPTY));
        return Optional.of(repeating.stream()
                .flatMap(action -> action.criteria().stream())
                .flatMap(criterion -> new Requirement.Holds(criterion, false).bodyPlaces(after).stream())
                .collect(Collectors.toSet()));
    }

    /** An answer that lets the step fail once in a way that it handles by repeating; empty where there is none. */
    Optional<Draft> failing(
            UpcomingRequest request,
            AnswerSearch search,
            BiFunction<UpcomingRequest, List<Criterion>, List<StatusChoice>> choices) {
        Step step = request.visit().step();
        if (request.attempt() != 1 || request.visit().number() != 1) {
            return Optional.empty();
        }
        Workflow workflow = request.visit().invocation().workflow();
        List<Action> actions = EffectiveLists.failureActions(workflow, step);
        for (Action action : actions) {
            if (repeats(action, step, workflow)) {
                Optional<Draft> draft = failing(request, search, choices, step, action);
                if (draft.flatMap(found -> chosen(actions, request, found))
                        .filter(chosen -> chosen == action)
                        .isPresent()) {
                    return draft;
                }
            }
        }
        return Optional.empty();
    }

    /** The answer, or at a second visit one after which no success action goes back. */
    Draft leaving(
            UpcomingRequest request,
            AnswerSearch search,
            List<StatusChoice> choices,
            List<Requirement> requirements,
            Draft draft) {
        if (request.visit().number() < 2) {
            return draft;
        }
        Optional<Action> back = goesBack(request, draft);
        if (back.isEmpty()) {
            return draft;
        }
        for (Criterion criterion : back.get().criteria()) {
            List<Requirement> all = new ArrayList<>(requirements);
            all.add(new Requirement.Holds(criterion, true));
            Optional<Draft> other = search.find(choices, all)
                    .filter(Draft::isDeclared)
                    .filter(found -> goesBack(request, found).isEmpty());
            if (other.isPresent()) {
                return other.get();
            }
        }
        return draft;
    }

    private Optional<Action> goesBack(UpcomingRequest request, Draft draft) {
        Workflow workflow = request.visit().invocation().workflow();
        Step step = request.visit().step();
        return chosen(EffectiveLists.successActions(workflow, step), request, draft)
                .filter(action -> repeats(action, step, workflow));
    }

    private Optional<Draft> failing(
            UpcomingRequest request,
            AnswerSearch search,
            BiFunction<UpcomingRequest, List<Criterion>, List<StatusChoice>> choices,
            Step step,
            Action action) {
        for (Criterion failed : step.successCriteria()) {
            if (!judge.readsResponse(failed)) {
                continue;
            }
            List<Criterion> held = new ArrayList<>(step.successCriteria());
            held.remove(failed);
            held.addAll(action.criteria());
            List<Requirement> requirements = new ArrayList<>();
            requirements.add(new Requirement.Holds(failed, true));
            held.forEach(criterion -> requirements.add(new Requirement.Holds(criterion, false)));
            Optional<Draft> draft =
                    search.find(choices.apply(request, held), requirements).filter(Draft::isDeclared);
            if (draft.isPresent()) {
                return draft;
            }
        }
        return Optional.empty();
    }

    private static boolean repeats(Action action, Step step, Workflow workflow) {
        if (action instanceof Action.Retry retry) {
            return retry.retryLimit() > 0;
        }
        return action instanceof Action.Goto jump
                && jump.target() instanceof Action.Reference.ToStep target
                && workflow.step(target.stepId())
                        .filter(destination -> workflow.steps().indexOf(destination)
                                <= workflow.steps().indexOf(step))
                        .isPresent();
    }

    private Optional<Action> chosen(List<Action> actions, UpcomingRequest request, Draft draft) {
        return actions.stream()
                .filter(action ->
                        action.criteria().stream().allMatch(criterion -> judge.holds(criterion, draft.after())))
                .findFirst();
    }
}
